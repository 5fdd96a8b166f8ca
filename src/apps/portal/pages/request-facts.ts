import type { CaseView } from '#capabilities/cases'
import { payableUntil, type PaymentView } from '#capabilities/payments'
import { stateOfStep } from '#apps/ui'
import { type Actor, isParty, storeName } from '#core/engine'
import { dayOf, type Instant, type JsonObject, parseDate } from '#core/kernel'
import type { Fact, WayAction } from '#platform/views'
import { representedBy } from '../acting.tsx'
import type { View } from '../view.ts'

interface Told {
  readonly view: View
  readonly request: CaseView
  readonly reader: Actor
  /** What was asked to be paid, the last offer first. */
  readonly payments: readonly PaymentView[]
}

type Step = CaseView['way'][number]

/** Until when the running step can be done: a duty as long as the bank takes it, a little less than the case waits. */
function untilOf({ request, payments: [offer] }: Pick<Told, 'request' | 'payments'>, step: Step) {
  if (step.status !== 'now' || step.due === undefined) return undefined
  const isPaid = request.edition.actions[step.action]?.does === 'pay' && offer?.state === 'offered'
  return isPaid ? payableUntil(offer) : step.due
}

/** To whom the paper was handed over and when, for who ordered it. */
function handedOver({ view, request, reader }: Told): Fact[] {
  const { edition, state } = request
  const done = state.done.findLast(({ action }) => edition.actions[action]?.does === 'hand-over')
  if (done === undefined || !isParty(reader, state)) return []
  const kept = (state.data[storeName(edition, done.action)] ?? {}) as JsonObject
  const { receivedBy, handedOn } = kept
  const day = typeof handedOn === 'string' ? parseDate(handedOn) : undefined
  if (typeof receivedBy !== 'string' || day === undefined) return []
  return [{ name: view.t('status.handed'), value: `${receivedBy}, ${view.f.date(day)}` }]
}

/** The step that runs: whose it is, and until when. */
function runningFacts(told: Told): Fact[] {
  const { view, request } = told
  const current = request.way.find(({ status }) => status === 'now')
  if (current === undefined) return []
  const { t, f } = view
  const latest = untilOf(told, current)
  return [
    { name: t('status.now'), value: view.text(current.name) },
    { name: t('status.by'), value: request.may ? t('status.by-you') : view.text(current.by) },
    ...(latest === undefined ? [] : [{ name: t('status.step-due'), value: f.until(latest) }]),
  ]
}

/** Where a request is, with whom, until when. */
export function factsOf(told: Told): Fact[] {
  const { view, request } = told
  const { t, f, now } = view
  const { state } = request
  const facts: Fact[] = runningFacts(told)
  facts.push(...representedBy(view, state))
  if (state.status === 'open' && state.due !== undefined) {
    const until = f.until(state.due)
    const late = now > state.due ? ` (${t('status.late')})` : ''
    facts.push({ name: t('status.due'), value: `${until}${late}` })
  }
  if (state.filedAt !== undefined)
    facts.push({ name: t('status.filed'), value: f.dateTime(state.filedAt) })
  facts.push(...handedOver(told))
  if (state.endedAt !== undefined) {
    facts.push({ name: t('status.ended'), value: f.dateTime(state.endedAt) })
    const since = state.filedAt ?? state.openedAt
    const seconds = (Date.parse(state.endedAt) - Date.parse(since)) / 1000
    facts.push({ name: t('status.spent'), value: f.duration(Math.max(1, seconds)) })
  }
  return facts
}

/** When a step was done or began to run. */
const timeOf = ({ at, status, since }: CaseView['way'][number]): Instant | undefined =>
  at ?? (status === 'now' ? since : undefined)

/** Its steps, done and to come, each with by whom and when. */
export function wayActions({ view, request, payments }: Omit<Told, 'reader'>): WayAction[] {
  const { f } = view
  const { way } = request
  return way.map((step, index) => {
    const { name, by } = step
    const latest = untilOf({ request, payments }, step)
    const time = timeOf(step)
    const before = way.slice(0, index).flatMap((one) => timeOf(one) ?? [])
    const sameDay = time !== undefined && before.some((one) => dayOf(one) === dayOf(time))
    const until = latest && f.until(latest, view.now)
    const told = time && (sameDay ? f.time(time) : f.dateTime(time))
    const notes = [view.text(by), told, until]
    return {
      title: view.text(name),
      state: stateOfStep(request, index),
      note: notes.filter((note) => note !== undefined).join(' · '),
    }
  })
}
