import { z } from 'zod'
import type { Decision, OfficialView } from '#capabilities/cases'
import { type CodedError, dayOf, type Instant, type PlainDate, parseDate } from '#core/kernel'
import { type ActionData, type Edition, outcomesOf, type Verb } from '#core/regulation'
import { officeErrors } from './errors.ts'

/** What was posted, by name; of a field that came several times, all values. */
export type Posted = Readonly<Record<string, readonly string[]>>

/** What a decision form asks for, made from the verb and the data of the action: no page knows a service. */
export interface Deciding {
  readonly action: string
  readonly visit: number
  readonly data: ActionData
  readonly edition: Edition
  /** What the official may choose; one alone needs no choice. */
  readonly outcomes: readonly string[]
  readonly mustSign: boolean
}

/** Outcomes that send somebody back to work, or away: they need a reason. */
const REASONED: ReadonlySet<string> = new Set(['returned', 'incomplete', 'negative'])
/** What a worker or another way of the desk carries out; a request is signed on a page of its own. */
const NOT_HERE: ReadonlySet<Verb> = new Set(['sign', 'finish', 'issue'])

function choicesOf(data: ActionData): readonly string[] {
  if (data.does === 'agree') return ['positive', 'negative']
  if (data.does === 'refuse') return ['refused']
  return outcomesOf(data).filter((outcome) => outcome !== 'lapsed')
}

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
    outcomes: choicesOf(data),
    mustSign: 'signed' in data && data.signed,
  }
}

/** Whether the case waits for this official to sign the request that was taken in for a visitor. */
export const signsRequest = ({ state, edition, may }: OfficialView): boolean =>
  may && edition.actions[state.current?.action ?? '']?.does === 'sign'

export const groundsOf = (data: ActionData): readonly string[] => {
  if (data.does !== 'refuse') return []
  return data.grounds ?? (data.ground === undefined ? [] : [data.ground])
}

const last = (posted: Posted, name: string): string => (posted[name]?.at(-1) ?? '').trim()

/** A day as people write it (30.11.2026) or as a machine does. */
export function dayFrom(typed: string): PlainDate | undefined {
  const written = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed)
  if (written === null) return parseDate(typed)
  const [, day = '', month = '', year = ''] = written
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

interface Taken {
  readonly fields: Readonly<Record<string, string>>
  readonly errors: readonly CodedError[]
}

function pastDay(posted: Posted, name: string, now: Instant): Taken {
  const day = dayFrom(last(posted, name))
  return day === undefined || day > dayOf(now)
    ? { fields: {}, errors: [officeErrors.BAD_DAY({}, name)] }
    : { fields: { [name]: day }, errors: [] }
}

function checklist(posted: Posted, data: Extract<ActionData, { does: 'check' }>): Taken {
  const ticked = (posted['check'] ?? []).filter((no) => /^\d+$/.test(no))
  const whole = data.checklist.every((_, index) => ticked.includes(String(index + 1)))
  const wrong = last(posted, 'outcome') === 'complete' && !whole
  return {
    fields: { checked: ticked.join(', ') },
    errors: wrong ? [officeErrors.CHECKLIST_OPEN({}, 'check')] : [],
  }
}

const COUNTS = ['present', 'for', 'against'] as const

/** What is wrong with the votes: there must be a quorum, and the decision must follow them. */
function faultOfVotes(
  { present, votesFor, votesAgainst }: Record<'present' | 'votesFor' | 'votesAgainst', number>,
  quorum: number,
  outcome: string,
): CodedError | undefined {
  if (present < quorum) return officeErrors.NO_QUORUM({ quorum }, 'present')
  if (votesFor + votesAgainst > present) return officeErrors.VOTES_TOO_MANY({}, 'for')
  const carried = votesFor > votesAgainst
  return outcome === '' || carried === (outcome === 'positive')
    ? undefined
    : officeErrors.VOTES_CONTRADICT({}, 'for')
}

function protocol(
  posted: Posted,
  data: Extract<ActionData, { does: 'convene' }>,
  now: Instant,
): Taken {
  const minutes = last(posted, 'minutes')
  const held = pastDay(posted, 'heldOn', now)
  const typed = COUNTS.map((name) => [name, last(posted, name)] as const)
  const bad = typed.filter(([, count]) => !/^\d{1,3}$/.test(count))
  const [present = 0, votesFor = 0, votesAgainst = 0] = typed.map(([, count]) => Number(count))
  const votes = { present, votesFor, votesAgainst }
  const fault =
    bad.length === 0 ? faultOfVotes(votes, data.quorum, last(posted, 'outcome')) : undefined
  return {
    fields: { minutes, ...held.fields, ...Object.fromEntries(typed) },
    errors: [
      ...(minutes === '' ? [officeErrors.NO_MINUTES({}, 'minutes')] : []),
      ...held.errors,
      ...bad.map(([name]) => officeErrors.BAD_COUNT({}, name)),
      ...(fault === undefined ? [] : [fault]),
    ],
  }
}

function handOver(posted: Posted, now: Instant): Taken {
  const [receivedBy, identity] = [last(posted, 'receivedBy'), last(posted, 'identity')]
  const day = pastDay(posted, 'handedOn', now)
  return {
    fields: { receivedBy, identity, ...day.fields },
    errors: [
      ...(receivedBy === '' ? [officeErrors.NO_RECIPIENT({}, 'receivedBy')] : []),
      ...(identity === '' ? [officeErrors.NO_IDENTITY({}, 'identity')] : []),
      ...day.errors,
    ],
  }
}

function takenBy(posted: Posted, { data }: Deciding, now: Instant): Taken {
  if (data.does === 'check') return checklist(posted, data)
  if (data.does === 'convene') return protocol(posted, data, now)
  if (data.does === 'hand-over') return handOver(posted, now)
  return { fields: {}, errors: [] }
}

/** What is missing whatever the verb: the choice, the ground, the reason. */
function missing(deciding: Deciding, outcome: string, ground: string, remark: string) {
  const grounds = groundsOf(deciding.data)
  const wrong: CodedError[] = []
  if (!deciding.outcomes.includes(outcome)) wrong.push(officeErrors.NO_OUTCOME({}, 'outcome'))
  if (grounds.length > 0 && !grounds.includes(ground))
    wrong.push(officeErrors.NO_GROUND({}, 'ground'))
  if (REASONED.has(outcome) && remark === '') wrong.push(officeErrors.REMARK_NEEDED({}, 'remark'))
  return wrong
}

export interface Read {
  readonly decision: Decision
  readonly errors: readonly CodedError[]
}

/** The decision that was typed, and what is wrong with it by its form; whether it is lawful, the engine says. */
export function readDecision(posted: Posted, deciding: Deciding, now: Instant): Read {
  const { outcomes, data, action, visit } = deciding
  const outcome = outcomes.length === 1 ? (outcomes[0] ?? '') : last(posted, 'outcome')
  const grounds = groundsOf(data)
  const ground = grounds.length === 1 ? (grounds[0] ?? '') : last(posted, 'ground')
  const remark = last(posted, 'remark').slice(0, 4000)
  const { fields, errors } = takenBy(posted, deciding, now)
  const refusal = data.does === 'refuse'
  return {
    decision: {
      action,
      visit,
      outcome: refusal ? '' : outcome,
      ...(refusal && ground !== '' ? { ground } : {}),
      ...(remark === '' ? {} : { remark }),
      ...(Object.keys(fields).length === 0 ? {} : { fields }),
    },
    errors: [...missing(deciding, outcome, ground, remark), ...errors],
  }
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
