import type { CaseState } from '#core/engine'
import { type CodedError, dayOf, type Instant, parseDate, type PlainDate } from '#core/kernel'
import { type ActionData, LAPSED, outcomesOf } from '#core/regulation'
import type { Decision } from './decision-model.ts'
import { decisionErrors } from './decision-errors.ts'
import { tickedItems } from './checklist.ts'

/** Outcomes that send somebody back to work, or away: they need a reason. */
const REASONED: readonly string[] = ['returned', 'incomplete', 'negative']

/** What an official may choose at an action; `refused` alone at a refusal. */
export function choicesOf(action: ActionData): readonly string[] {
  if (action.does === 'agree') return ['positive', 'negative']
  if (action.does === 'refuse') return ['refused']
  return outcomesOf(action).filter((outcome) => outcome !== LAPSED)
}

/** The grounds that an official may name at an action. */
export const groundsOf = (action: ActionData): readonly string[] => {
  if (action.does !== 'refuse') return []
  return action.grounds ?? (action.ground === undefined ? [] : [action.ground])
}

/** Where and when a decision is made. */
interface Deciding {
  readonly state: CaseState
  readonly now: Instant
}

type Fields = NonNullable<Decision['fields']>
const textIn = (fields: Fields, name: string): string => (fields[name] ?? '').trim()

const COUNTS = ['present', 'for', 'against'] as const
const MINUTES = ['minutes', 'heldOn', ...COUNTS]
const HANDED = ['receivedBy', 'identity', 'handedOn']

/** What is kept of a decision beside its outcome: nothing else is taken. */
function fieldsOf(action: ActionData): readonly string[] {
  if (action.does === 'check') return ['checked']
  if (action.does === 'convene') return MINUTES
  return action.does === 'hand-over' ? HANDED : []
}

function faultOfDay(typed: string, { now }: Deciding, since?: PlainDate): boolean {
  const day = parseDate(typed)
  return day === undefined || day > dayOf(now) || (since !== undefined && day < since)
}

/** What is wrong with the votes: there must be a quorum, and the decision must follow them. */
function faultOfVotes(fields: Fields, quorum: number, outcome: string): CodedError | undefined {
  const [present = 0, votesFor = 0, against = 0] = COUNTS.map((name) =>
    Number(textIn(fields, name)),
  )
  if (present < quorum) return decisionErrors.NO_QUORUM({ quorum }, 'present')
  if (votesFor + against > present) return decisionErrors.VOTES_TOO_MANY({}, 'for')
  return outcome === '' || votesFor > against === (outcome === 'positive')
    ? undefined
    : decisionErrors.VOTES_CONTRADICT({}, 'for')
}

function faultsOfMinutes(
  fields: Fields,
  { quorum, outcome, deciding }: { quorum: number; outcome: string; deciding: Deciding },
): readonly (CodedError | false | undefined)[] {
  const bad = COUNTS.filter((name) => !/^\d{1,3}$/.test(textIn(fields, name)))
  return [
    textIn(fields, 'minutes') === '' && decisionErrors.NO_MINUTES({}, 'minutes'),
    faultOfDay(textIn(fields, 'heldOn'), deciding) && decisionErrors.BAD_DAY({}, 'heldOn'),
    ...bad.map((name) => decisionErrors.BAD_COUNT({}, name)),
    bad.length === 0 && faultOfVotes(fields, quorum, outcome),
  ]
}

/** A surname and at least one more name or its initial. */
const isName = (typed: string): boolean =>
  /\p{L}{2}/u.test(typed) &&
  typed.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length >= 2 &&
  typed.length <= 200
/** Kind and number of a document: any country's, so only that there is a number. */
const isIdentity = (typed: string): boolean => /\d{4}/.test(typed) && typed.length <= 200

function faultsOfHandOver(
  fields: Fields,
  deciding: Deciding,
): readonly (CodedError | false | undefined)[] {
  const { current } = deciding.state
  const since = current === undefined ? undefined : dayOf(current.since)
  return [
    !isName(textIn(fields, 'receivedBy')) && decisionErrors.NO_RECIPIENT({}, 'receivedBy'),
    !isIdentity(textIn(fields, 'identity')) && decisionErrors.NO_IDENTITY({}, 'identity'),
    faultOfDay(textIn(fields, 'handedOn'), deciding, since) &&
      decisionErrors.BAD_DAY({}, 'handedOn'),
  ]
}

function faultsByVerb(
  action: ActionData,
  { fields = {}, outcome }: Decision,
  deciding: Deciding,
): readonly (CodedError | false | undefined)[] {
  if (action.does === 'convene')
    return faultsOfMinutes(fields, { quorum: action.quorum, outcome, deciding })
  if (action.does === 'hand-over') return faultsOfHandOver(fields, deciding)
  if (action.does !== 'check' || outcome !== 'complete') return []
  const ticked = tickedItems(action, textIn(fields, 'checked'))
  const open = action.checklist.flatMap((_, index) =>
    ticked.some(({ no }) => no === index + 1) ? [] : [index + 1],
  )
  return [open.length > 0 && decisionErrors.CHECKLIST_OPEN({ lines: open.join(', ') }, 'check')]
}

/** What is missing whatever the verb: the choice, the ground, the reason. */
function faultsOfChoice(
  action: ActionData,
  { outcome, ground = '', remark = '' }: Decision,
): readonly (CodedError | false)[] {
  const grounds = groundsOf(action)
  const chosen = action.does === 'refuse' ? 'refused' : outcome
  return [
    !choicesOf(action).includes(chosen) && decisionErrors.NO_OUTCOME({}, 'outcome'),
    grounds.length > 0 && !grounds.includes(ground) && decisionErrors.NO_GROUND({}, 'ground'),
    REASONED.includes(outcome) &&
      remark.trim() === '' &&
      decisionErrors.REMARK_NEEDED({}, 'remark'),
  ]
}

/**
 * Every mistake of a decision by its form, at its field: what was chosen, why, and what the verb wants told (a whole checklist, a
 * quorum and its votes, to whom it was handed over). The fields of a `fill` are its form's to check.
 */
export function faultsOfDecision(
  action: ActionData,
  decision: Decision,
  deciding: Deciding,
): readonly CodedError[] {
  const known = fieldsOf(action)
  const strange =
    action.does !== 'fill' && Object.keys(decision.fields ?? {}).some((id) => !known.includes(id))
  return [
    ...faultsOfChoice(action, decision),
    strange && decisionErrors.UNKNOWN_FIELD(),
    ...faultsByVerb(action, decision, deciding),
  ].filter((fault) => fault !== false && fault !== undefined)
}
