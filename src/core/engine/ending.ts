import type { Json, JsonObject, Text } from '#core/kernel'
import type { ActionData, Edition } from '#core/regulation'
import { contextOf } from './context.ts'
import { storeName } from './evolve.ts'
import type { CaseEvent, CaseState, DecisionSignature, DoneAction, Refusal } from './state.ts'
import { emit, keyOf, notifyAll, type Walk } from './walk-parts.ts'

type Refusing = Extract<ActionData, { does: 'refuse' }>
type Expiring = Extract<ActionData, { does: 'expire' }>
type Ending = Extract<CaseEvent, { type: 'finished' | 'refused' | 'withdrawn' | 'expired' }>

/** These may end a case with a notification, which is issued before the end. */
export const isEnding = (action: ActionData): action is Refusing | Expiring =>
  action.does === 'refuse' || action.does === 'expire'

/** Why an official, or a system, refuses. */
interface Decision {
  readonly ground: string
  readonly remark?: string | Text
  readonly signature?: DecisionSignature
}

/** Refuses at once, or where the refusal has its notification decides on it and has that issued first. */
export function refuseAt(walk: Walk, action: Refusing, decision: Decision): undefined {
  const { current } = walk.state
  const refusal = refusalOf(walk, action, decision)
  const signed = decision.signature === undefined ? {} : { signature: decision.signature }
  if (action.document === undefined || current === undefined) return refuse(walk, refusal, signed)
  const at = { action: current.action, visit: current.visit }
  emit(walk, { type: 'decided', ...at, refusal, ...signed })
  const key = keyOf(walk, at.action, at.visit)
  walk.effects.push({ effect: 'issue', key, ...at, document: action.document })
  return undefined
}

function refusalOf(walk: Walk, action: Refusing, decision: Decision): Refusal {
  const ground = walk.edition.grounds[decision.ground]
  if (ground === undefined)
    throw new TypeError(`${walk.edition.ref} has no ground ${decision.ground}`)
  const found =
    action.remark === undefined
      ? null
      : walk.edition.evaluate(action.remark, contextOf(walk.state, walk.now))
  return {
    ground: decision.ground,
    text: plain(ground.text),
    reference: plain(ground.reference),
    advice: plain(ground.advice),
    remark:
      inLanguages(decision.remark ?? null) ?? inLanguages(found) ?? inLanguages(remarkBefore(walk)),
  }
}

/** What an official wrote when they found the request wanting, just before: the applicant is to read it, unless more is said. */
function remarkBefore({ edition, state }: Walk): Json {
  const last = state.done.at(-1)
  if (last?.by === undefined || edition.actions[last.action]?.does !== 'check') return null
  const kept = state.data[storeName(edition, last.action)] ?? null
  if (kept === null || typeof kept !== 'object' || !('remark' in kept)) return null
  return kept['remark'] ?? null
}

const plain = ({ kk, ru, en }: Text): Text => ({ kk, ru, en })

/** A text in each language; one that has no language is the same in all, and English falls back to Russian. */
function inLanguages(value: Json | Text): Text | null {
  if (typeof value === 'string') return value === '' ? null : { kk: value, ru: value, en: value }
  if (value === null || typeof value !== 'object' || !('kk' in value)) return null
  const { kk, ru, en } = value as { readonly [name: string]: Json }
  if (typeof kk !== 'string' || typeof ru !== 'string') return null
  return { kk, ru, en: typeof en === 'string' ? en : ru }
}

type With = { readonly store?: JsonObject; readonly signature?: DecisionSignature }

function refuse(walk: Walk, { ground, text, remark }: Refusal, more: With): undefined {
  const said = remark === null ? {} : { remark }
  return end(walk, { type: 'refused', ground, text, ...said, ...more })
}

export function expire(walk: Walk, action: Expiring, store?: JsonObject): undefined {
  const text = plain(action.text)
  return end(walk, { type: 'expired', text, ...(store === undefined ? {} : { store }) })
}

/** The notification is there: the case ends with it. Undefined when none was awaited. */
export function endWith(
  walk: Walk,
  action: Refusing | Expiring,
  store: JsonObject | undefined,
): boolean {
  const refusal = walk.state.current?.refusal
  if (action.does === 'expire') expire(walk, action, store)
  else if (refusal === undefined) return false
  else refuse(walk, refusal, store === undefined ? {} : { store })
  return true
}

export function end(walk: Walk, event: Ending): undefined {
  closeOffer(walk)
  emit(walk, event)
  notifyAll(walk, event.type)
  if (event.type !== 'finished') refundAll(walk, event.type)
  return undefined
}

/** An offer that nobody can take any more is closed, so that it is not paid in vain. */
export function closeOffer(walk: Walk): void {
  const { current } = walk.state
  if (current === undefined || walk.edition.actions[current.action]?.does !== 'pay') return
  const offer = keyOf(walk, current.action, current.visit)
  walk.effects.push({ effect: 'close-offer', key: `${offer}/close`, offer })
}

/** The payments that were made in a case, and are given back when it ends without its result. */
export const paymentsMade = (edition: Edition, state: CaseState): readonly DoneAction[] =>
  state.done.filter(({ action: id, outcome }) => {
    const action = edition.actions[id]
    return action?.does === 'pay' && outcome === 'paid' && !isExempt(state, action.as)
  })

function isExempt({ data }: CaseState, as: string): boolean {
  const kept = data[as] ?? null
  return kept !== null && typeof kept === 'object' && 'exempt' in kept && kept['exempt'] !== null
}

/** What was paid for a result that does not come is given back. */
function refundAll(walk: Walk, reason: Exclude<Ending['type'], 'finished'>): void {
  for (const { action, visit } of paymentsMade(walk.edition, walk.state)) {
    const offer = keyOf(walk, action, visit)
    walk.effects.push({ effect: 'refund', key: `${offer}/refund`, offer, reason })
  }
}
