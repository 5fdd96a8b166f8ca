import type { ComponentChildren } from 'preact'
import { useViewTexts } from './lang.tsx'

export interface Fact {
  readonly name: string
  readonly value: ComponentChildren
}

/** The first thing on a case page: what runs now, with whom, until when. */
export const Facts = (props: { readonly facts: readonly Fact[] }) => (
  <dl class="q-facts">
    {props.facts.map(({ name, value }) => (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

export interface WayAction {
  readonly title: string
  readonly state: 'done' | 'now' | 'ahead' | 'refused' | 'missed'
  /** Who, when, in which term. */
  readonly note?: ComponentChildren
}

/** The line of the act's actions: done, running, ahead. The state is said in words to a screen reader. */
export function CaseWay(props: { readonly actions: readonly WayAction[]; readonly label: string }) {
  const t = useViewTexts()
  return (
    <ol class="q-way" aria-label={props.label}>
      {props.actions.map(({ title, state, note }, index) => (
        <li
          class={`q-way__item q-way__item--${state}`}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span class="q-way__dot" aria-hidden="true">
            {dotOf(state, index + 1)}
          </span>
          <span class="q-way__title">
            {title}
            <span class="govuk-visually-hidden"> — {t(`view.${state}`)}</span>
          </span>
          {note === undefined ? null : <span class="q-way__note">{note}</span>}
        </li>
      ))}
    </ol>
  )
}

function dotOf(state: WayAction['state'], no: number): string {
  if (state === 'done') return '✓'
  return state === 'refused' || state === 'missed' ? '✕' : String(no)
}

export interface StepProgressProps {
  readonly steps: readonly string[]
  /** The running step, from 1; one past the last when all are done. */
  readonly current: number
  readonly label: string
}

/** The steps of an order: fill, sign, process. */
export function StepProgress(props: StepProgressProps) {
  const t = useViewTexts()
  const stateOf = (no: number): 'done' | 'now' | 'ahead' => {
    if (no < props.current) return 'done'
    return no === props.current ? 'now' : 'ahead'
  }
  return (
    <ol class="q-steps" aria-label={props.label}>
      {props.steps.map((title, index) => {
        const state = stateOf(index + 1)
        return (
          <li
            class={`q-steps__item q-steps__item--${state}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span class="q-steps__dot" aria-hidden="true">
              {dotOf(state, index + 1)}
            </span>
            <span class="q-steps__title">
              <span class="govuk-visually-hidden">
                {t('view.step', { n: index + 1, of: props.steps.length })}:{' '}
              </span>
              {title}
              <span class="govuk-visually-hidden"> — {t(`view.${state}`)}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** Two columns, the second beside the first where there is room: what can be done, how the term is counted. */
export const WithAside = (props: {
  readonly children: ComponentChildren
  readonly aside: ComponentChildren
  readonly label: string
}) => (
  <div class="q-two">
    <div class="q-two__main">{props.children}</div>
    <aside class="q-side" aria-label={props.label}>
      {props.aside}
    </aside>
  </div>
)
