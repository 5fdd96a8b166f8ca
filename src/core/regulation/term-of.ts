import type { Term, TermUnit } from '#core/calendar'
import type { EditionData, TermData } from './model.ts'

const UNITS: Readonly<Record<string, TermUnit>> = {
  seconds: 'second',
  minutes: 'minute',
  hours: 'hour',
  calendarDays: 'calendarDay',
  workingDays: 'workingDay',
}
const SECONDS: Readonly<Partial<Record<TermUnit, number>>> = { second: 1, minute: 60, hour: 3600 }

type Counted = Extract<Term, { kind: 'counted' }>

/** The term as an act writes it, made ready to be counted. */
export function termOf(data: TermData): Term {
  if (data === 'none' || data === 'notCounted') return { kind: data }
  const [name = '', amount] = Object.entries(data)[0] ?? []
  const unit = UNITS[name]
  if (unit === undefined || amount === undefined) throw new TypeError(`no term unit: ${name}`)
  const range = typeof amount === 'number' ? { min: amount, max: amount } : amount
  return { kind: 'counted', unit, min: range.min, max: range.max }
}

/** The term of the whole service: that of the channel where it has its own, else the edition's. */
export const totalOf = (
  { channels, total }: Pick<EditionData, 'channels' | 'total'>,
  channel: string,
): EditionData['total'] => channels[channel]?.total ?? total

/**
 * The term of an action: its own `within`; else that of the rows of the channel's table that it carries out. Rows that
 * follow one another add up; an action in one row with others has that row's term. Undefined where the act gives none.
 */
export function termOfAction(
  edition: Pick<EditionData, 'actions' | 'channels'>,
  channel: string,
  actionId: string,
): Term | undefined {
  const own = edition.actions[actionId]?.within
  if (own !== undefined) return termOf(own)
  const rows = edition.channels[channel]?.table?.rows ?? []
  const terms = rows.filter((row) => row.actions.includes(actionId)).map((row) => termOf(row.term))
  return terms.length === 0 ? undefined : terms.reduce(add)
}

/** None and not counted add nothing; units of the clock add up in the smaller one; days and clock do not mix. */
function add(a: Term, b: Term): Term {
  if (a.kind !== 'counted') return b.kind === 'counted' ? b : a
  if (b.kind !== 'counted') return a
  if (a.unit === b.unit) return { ...a, min: a.min + b.min, max: a.max + b.max }
  const unit = smaller(a, b)
  const [x, y] = [inUnit(a, unit), inUnit(b, unit)]
  return { kind: 'counted', unit, min: x.min + y.min, max: x.max + y.max }
}

const secondsOf = (term: Counted) => SECONDS[term.unit]

function smaller(a: Counted, b: Counted): TermUnit {
  const [x, y] = [secondsOf(a), secondsOf(b)]
  if (x === undefined || y === undefined)
    throw new TypeError(`terms in ${a.unit} and ${b.unit} do not add up: give the action "within"`)
  return x < y ? a.unit : b.unit
}

function inUnit(term: Counted, unit: TermUnit): { min: number; max: number } {
  const factor = (secondsOf(term) ?? 1) / (SECONDS[unit] ?? 1)
  return { min: term.min * factor, max: term.max * factor }
}
