import type { ComponentChildren } from 'preact'
import type { NavItem } from './header.tsx'
import { useViewTexts } from './lang.tsx'

export function BackLink(props: { readonly href: string; readonly children?: ComponentChildren }) {
  const t = useViewTexts()
  return (
    <nav aria-label={t('view.back')}>
      <a href={props.href} class="govuk-back-link">
        {props.children ?? t('view.back')}
      </a>
    </nav>
  )
}

/** The way from the start page; the page itself is not in it. */
export function Breadcrumbs(props: { readonly items: readonly NavItem[] }) {
  const t = useViewTexts()
  return (
    <nav
      class="govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile"
      aria-label={t('view.breadcrumbs')}
    >
      <ol class="govuk-breadcrumbs__list">
        {props.items.map(({ href, text }) => (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface PaginationProps {
  /** Pages count from 1. */
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
}

/** First, last and the neighbours of the current page; a gap is `undefined`. */
function shownPages(page: number, pages: number): (number | undefined)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])].filter(
    (n) => n >= 1 && n <= pages,
  )
  return wanted.flatMap((n, i) => (i > 0 && n - (wanted[i - 1] ?? 0) > 1 ? [undefined, n] : [n]))
}

function PageItem(props: PaginationProps & { readonly n: number | undefined }) {
  const t = useViewTexts()
  const { n, page } = props
  if (n === undefined)
    return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={`govuk-pagination__item${n === page ? ' govuk-pagination__item--current' : ''}`}>
      <a
        class="govuk-link govuk-pagination__link"
        href={props.href(n)}
        aria-label={t('view.page', { n })}
        aria-current={n === page ? 'page' : undefined}
      >
        {n}
      </a>
    </li>
  )
}

function Step(props: { readonly href: string; readonly kind: 'prev' | 'next' }) {
  const t = useViewTexts()
  return (
    <div class={`govuk-pagination__${props.kind}`}>
      <a class="govuk-link govuk-pagination__link" href={props.href} rel={props.kind}>
        {props.kind === 'prev' ? <span aria-hidden="true">←</span> : null}
        <span class="govuk-pagination__link-title">
          {t(props.kind === 'prev' ? 'view.previous' : 'view.next')}
        </span>
        {props.kind === 'next' ? <span aria-hidden="true">→</span> : null}
      </a>
    </div>
  )
}

export function Pagination(props: PaginationProps) {
  const t = useViewTexts()
  const { page, pages, href } = props
  if (pages <= 1) return null
  return (
    <nav class="govuk-pagination" aria-label={t('view.pages')}>
      {page > 1 ? <Step href={href(page - 1)} kind="prev" /> : null}
      <ul class="govuk-pagination__list">
        {shownPages(page, pages).map((n) => (
          <PageItem {...props} n={n} />
        ))}
      </ul>
      {page < pages ? <Step href={href(page + 1)} kind="next" /> : null}
    </nav>
  )
}
