import { z } from 'zod'
import {
  choicesOf,
  type Decision,
  faultsOfDecision,
  groundsOf,
  type OfficialView,
} from '#capabilities/cases'
import type { CaseState } from '#core/engine'
import { type CodedError, type Instant, type PlainDate, parseDate } from '#core/kernel'
import type { ActionData, Edition, Verb } from '#core/regulation'

/** What was posted, by name; of a field that came several times, all values. */
export type Posted = Readonly<Record<string, readonly string[]>>

/** What a decision form asks for, made from the verb and the data of the action: no page knows a service. */
export interface Deciding {
  readonly action: string
  readonly visit: number
  readonly data: ActionData
  readonly edition: Edition
  readonly state: CaseState
  /** What the official may choose; one alone needs no choice. */
  readonly outcomes: readonly string[]
  readonly mustSign: boolean
}

/** What a worker or another way of the desk carries out; a request is signed on a page of its own. */
const NOT_HERE: ReadonlySet<Verb> = new Set(['sign', 'finish', 'issue'])

/** The decision that the case waits for from this official; undefined when there is none. */
export function decidingOf({ state, edition, may }: OfficialView): Deciding | undefined {
  const { current } = state
  const data = edition.actions[current?.action ?? '']
  if (!may || current === undefined || data === undefined || NOT_HERE.has(data.does))
    return undefined
  return {
    action: current.action,
    visit: current.visit,
    data,
    edition,
    state,
    outcomes: choicesOf(data),
    mustSign: 'signed' in data && data.signed,
  }
}

/** Whether the case waits for this official to sign the request that was taken in for a visitor. */
export const signsRequest = ({ state, edition, may }: OfficialView): boolean =>
  may && edition.actions[state.current?.action ?? '']?.does === 'sign'

const last = (posted: Posted, name: string): string => (posted[name]?.at(-1) ?? '').trim()

/** A day as people write it (30.11.2026) or as a machine does. */
export function dayFrom(typed: string): PlainDate | undefined {
  const written = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed)
  if (written === null) return parseDate(typed)
  const [, day = '', month = '', year = ''] = written
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

const dayIn = (posted: Posted, name: string): string => {
  const typed = last(posted, name)
  return dayFrom(typed) ?? typed
}

const asTyped = (posted: Posted, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, last(posted, name)]))

/** What the verb wants told beside the choice. */
function fieldsIn(posted: Posted, { does }: ActionData): Readonly<Record<string, string>> {
  if (does === 'check')
    return { checked: (posted['check'] ?? []).filter((no) => /^\d+$/.test(no)).join(', ') }
  if (does === 'convene')
    return {
      ...asTyped(posted, ['minutes', 'present', 'for', 'against']),
      heldOn: dayIn(posted, 'heldOn'),
    }
  if (does === 'hand-over')
    return {
      ...asTyped(posted, ['receivedBy', 'identity']),
      handedOn: dayIn(posted, 'handedOn'),
    }
  return {}
}

export interface Read {
  readonly decision: Decision
  readonly errors: readonly CodedError[]
}

/** The decision that was typed, and what is wrong with it by its form. */
export function readDecision(posted: Posted, deciding: Deciding, now: Instant): Read {
  const { outcomes, data, action, visit, state } = deciding
  const outcome = outcomes.length === 1 ? (outcomes[0] ?? '') : last(posted, 'outcome')
  const grounds = groundsOf(data)
  const ground = grounds.length === 1 ? (grounds[0] ?? '') : last(posted, 'ground')
  const remark = last(posted, 'remark').slice(0, 4000)
  const fields = fieldsIn(posted, data)
  const refusal = data.does === 'refuse'
  const decision = {
    action,
    visit,
    outcome: refusal ? '' : outcome,
    ...(refusal && ground !== '' ? { ground } : {}),
    ...(remark === '' ? {} : { remark }),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
  }
  return { decision, errors: faultsOfDecision(data, decision, { state, now }) }
}

const kept = z.strictObject({
  action: z.string(),
  visit: z.int(),
  outcome: z.string(),
  ground: z.string().exactOptional(),
  remark: z.string().exactOptional(),
  fields: z.record(z.string(), z.string()).exactOptional(),
})

/** The decision that a page carried to its signature; the server makes the signed bytes anew from it. */
export function carriedDecision(text: string): Decision | undefined {
  try {
    const parsed = kept.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** The form that a decision came from, filled in again. */
export function postedOf(
  { outcome, ground, remark, fields = {} }: Decision,
  data: ActionData,
): Posted {
  const own = Object.entries(fields).map(([name, value]): [string, string[]] => {
    if (name === 'checked') return ['check', value.split(', ')]
    return [data.does === 'fill' ? `field.${name}` : name, [value]]
  })
  return {
    outcome: [outcome],
    ground: [ground ?? ''],
    remark: [remark ?? ''],
    ...Object.fromEntries(own),
  }
}
