import { birthDate, instant, type Json, parseDate, wallClock } from '#core/kernel'

interface Known {
  /** How many arguments. */
  readonly takes: readonly number[]
  /** @throws TypeError for what the function does not take. */
  readonly gives: (args: readonly Json[]) => Json
}

/**
 * What expressions may call beside FEEL's own functions: an instant in UTC as day and hour of the country's wall clock,
 * such as `16.03.2015 11:20`.
 */
export function moment(text: unknown): string | null {
  if (text === null) return null
  const at = new Date(typeof text === 'string' ? text : Number.NaN)
  if (Number.isNaN(at.getTime())) throw new TypeError('moment() takes an instant')
  const { date, time } = wallClock(instant(at))
  return `${date.split('-').toReversed().join('.')} ${time.slice(0, 5)}`
}

/**
 * Whether the person with this IIN is so many whole years old on the day; someone born on 29 February comes of age on 1 March. Null
 * where there is no IIN.
 * @throws TypeError for what is no number of years or no day.
 */
export function hasAge(number: Json, years: Json, day: Json): boolean | null {
  const on = typeof day === 'string' ? parseDate(day) : undefined
  if (typeof years !== 'number' || on === undefined)
    throw new TypeError('hasAge() takes an IIN, a number of years and a day')
  const born = typeof number === 'string' ? birthDate(number) : undefined
  if (born === undefined) return null
  const birthday = `${Number(born.slice(0, 4)) + years}${born.slice(4)}`
  return birthday <= on
}

function count([list = null]: readonly Json[]): Json {
  if (list === null) return null
  return Array.isArray(list) ? list.length : 1
}

function textOf([value = null]: readonly Json[]): Json {
  if (value === null) return null
  if (typeof value === 'object')
    throw new TypeError('string() takes a text, a number, true or false')
  return String(value)
}

/** Positions count from one, in characters and not in UTF-16 units. */
function substring([value = null, start = null, length = null]: readonly Json[]): Json {
  if (typeof value !== 'string') return null
  const from = Number(start) - 1
  if (!Number.isSafeInteger(from) || from < 0) throw new TypeError('substring() counts from 1')
  if (length === null) return Array.from(value).slice(from).join('')
  if (!Number.isSafeInteger(length)) throw new TypeError('substring() takes a whole length')
  return Array.from(value)
    .slice(from, from + Math.max(0, Number(length)))
    .join('')
}

/** Whether the list has this scalar; FEEL takes a single value for a list of one. */
function listContains([list = null, one = null]: readonly Json[]): Json {
  if (list === null) return null
  const items: readonly Json[] = Array.isArray(list) ? list : [list]
  if (typeof one === 'object' && one !== null)
    throw new TypeError('list contains() looks for a text, a number, true, false or null')
  return items.includes(one)
}

/** Functions that the simple part of FEEL knows. They give what the interpreter gives. */
export const FUNCTIONS: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['count', { takes: [1], gives: count }],
  ['list contains', { takes: [2], gives: listContains }],
  ['string', { takes: [1], gives: textOf }],
  ['substring', { takes: [2, 3], gives: substring }],
  [
    'hasAge',
    {
      takes: [3],
      gives: ([number = null, years = null, day = null]) => hasAge(number, years, day),
    },
  ],
  ['moment', { takes: [1], gives: ([value = null]) => moment(value) }],
])
