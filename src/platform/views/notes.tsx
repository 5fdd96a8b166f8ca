import type { ComponentChildren } from 'preact'
import { useViewTexts } from './lang.tsx'

interface WithChildren {
  readonly children: ComponentChildren
}

export const InsetText = (props: WithChildren) => (
  <div class="govuk-inset-text">{props.children}</div>
)

export function WarningText(props: WithChildren) {
  const t = useViewTexts()
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{t('view.warning')}: </span>
        {props.children}
      </strong>
    </div>
  )
}

export function Details(
  props: WithChildren & { readonly summary: string; readonly open?: boolean | undefined },
) {
  return (
    <details class="govuk-details" open={props.open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  )
}

/** The good end of something: "Your request is accepted", with its number. */
export function Panel(props: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{props.title}</h1>
      {props.children === undefined ? null : <div class="govuk-panel__body">{props.children}</div>}
    </div>
  )
}

export interface BannerProps extends WithChildren {
  readonly kind?: 'info' | 'success' | 'warning' | undefined
  readonly title?: string | undefined
  readonly id?: string | undefined
}

const BANNER_TITLES = {
  info: 'view.important',
  success: 'view.success',
  warning: 'view.warning',
} as const

/** What happened or must be known. A success is announced at once by a screen reader. */
export function NotificationBanner(props: BannerProps) {
  const t = useViewTexts()
  const kind = props.kind ?? 'info'
  const titleId = `${props.id ?? `banner-${kind}`}-title`
  const look = {
    info: '',
    success: ' govuk-notification-banner--success',
    warning: ' q-banner--warning',
  }
  return (
    <div
      class={`govuk-notification-banner${look[kind]}`}
      role={kind === 'success' ? 'alert' : 'region'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? t(BANNER_TITLES[kind])}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <div class="govuk-notification-banner__heading">{props.children}</div>
      </div>
    </div>
  )
}

/** Nothing here yet, and what to do about it. */
export function EmptyState(props: {
  readonly title: string
  readonly children?: ComponentChildren
}) {
  return (
    <div class="q-empty">
      <p class="q-empty__title">{props.title}</p>
      {props.children}
    </div>
  )
}
