import type { Instant } from '#core/kernel'
import type { Span } from '#platform/i18n'
import type { View } from '../view.ts'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

function spanOf(seconds: number): Span {
  if (seconds >= 2 * DAY) return { amount: Math.floor(seconds / DAY), unit: 'day' }
  if (seconds >= HOUR) return { amount: Math.floor(seconds / HOUR), unit: 'hour' }
  return { amount: Math.max(1, Math.floor(seconds / MINUTE)), unit: 'minute' }
}

export type Urgency = 'late' | 'soon' | 'calm' | 'none'

/** How near the term is: `soon` within a day. */
export function urgencyOf(due: Instant | undefined, now: Instant): Urgency {
  if (due === undefined) return 'none'
  if (due <= now) return 'late'
  return Date.parse(due) - Date.parse(now) <= DAY * 1000 ? 'soon' : 'calm'
}

const MARKS = { late: '!', soon: '◔', calm: '', none: '' } as const

/** The time that is left, in words, with a mark that does not live by its colour alone. */
export function TimeLeft(props: {
  readonly view: View
  readonly due: Instant | undefined
  /** When the action began: how much of its term is used up is drawn beside the words. */
  readonly since?: Instant | undefined
}) {
  const { view, due, since } = props
  const { t, f, now } = view
  const urgency = urgencyOf(due, now)
  if (due === undefined) return <span class="q-left">{t('list.no-term')}</span>
  const seconds = Math.abs(Date.parse(due) - Date.parse(now)) / 1000
  const words = urgency === 'late' ? f.late(spanOf(seconds)) : f.left(spanOf(seconds))
  const used =
    since === undefined
      ? undefined
      : (Date.parse(now) - Date.parse(since)) / Math.max(1, Date.parse(due) - Date.parse(since))
  return (
    <span class={`q-left q-left--${urgency}`}>
      {MARKS[urgency] === '' ? null : (
        <span class="q-left__mark" aria-hidden="true">
          {MARKS[urgency]}
        </span>
      )}
      <span>
        {words}
        {urgency === 'soon' ? (
          <span class="govuk-visually-hidden"> ({t('list.soon-mark')})</span>
        ) : null}
      </span>
      {used === undefined ? null : (
        <meter
          class="q-left__meter"
          aria-hidden="true"
          min="0"
          max="1"
          low={0.6}
          high={0.85}
          optimum={0.1}
          value={Math.min(1, Math.max(0.02, used))}
        />
      )}
    </span>
  )
}
