import { createHash } from 'node:crypto'
import { type CodedError, type Instant, ok, type Result, refuse } from '#core/kernel'
import type { Sql } from '#platform/db'
import { identityErrors } from './errors.ts'

/** In a day `free` - 1 go without a word; from then on each one locks: 1 minute, then twice as long, at most `longest` s. */
interface Limit {
  readonly free: number
  readonly longest: number
}

/** What is counted, for each number and for each address by itself. No budget can lock another one. */
export interface Budget {
  readonly number?: readonly [subject: string, limit: Limit]
  readonly address: readonly [subject: string, limit: Limit]
  readonly refusal: (params: { minutes: number }) => CodedError
}

/** Guesses at passwords. A stranger may delay the owner of a number by 15 minutes at most; many people share an address. */
export const SIGN_IN: Budget = {
  number: ['number', { free: 5, longest: 900 }],
  address: ['address', { free: 30, longest: 3600 }],
  refusal: identityErrors.TOO_MANY_ATTEMPTS,
}
/**
 * Questions to the registers, so that nobody harvests names by number, or the head of an entity by its BIN. A registration
 * gives back what led to it.
 */
export const LOOK_UP: Budget = {
  number: ['look-up-number', { free: 20, longest: 900 }],
  address: ['look-up-address', { free: 60, longest: 3600 }],
  refusal: identityErrors.TOO_MANY_CHECKS,
}
/** Accounts made from one address; else a harvester could win look-ups back without end by registering strangers. */
export const REGISTRATION: Budget = {
  address: ['register-address', { free: 300, longest: 3600 }],
  refusal: identityErrors.TOO_MANY_CHECKS,
}

/**
 * Counts the attempt as failed first, so that parallel guesses cannot outrun the limit. A day after the first one the count
 * begins anew: an address that is busy each day must not add up.
 */
const RESERVE = `
insert into identity.attempt as a (subject, failures, since, locked_until) values ($1, 1, $2, null)
on conflict (subject) do update set
  failures = case when a.since < $2::timestamptz - interval '1 day' then 1 else a.failures + 1 end,
  since = case when a.since < $2::timestamptz - interval '1 day' then $2 else a.since end,
  locked_until = case
    when a.since >= $2::timestamptz - interval '1 day' and a.failures + 1 >= $3::int
    then $2::timestamptz + make_interval(secs => least(60 * power(2, least(a.failures + 1 - $3::int, 20)), $4::int))
  end
where a.locked_until is null or a.locked_until <= $2
returning failures`

const subjectOf = (kind: string, value: string): string =>
  `${kind}:${createHash('sha256').update(value).digest('base64url')}`

type Counted = readonly [subject: string, limit: Limit]

/** Undefined when the attempt may go on, else the minutes to wait. */
async function reserve(
  sql: Sql,
  [subject, limit]: Counted,
  now: Instant,
): Promise<number | undefined> {
  const { rows } = await sql.query(RESERVE, [subject, now, limit.free, limit.longest])
  if (rows.length > 0) return undefined
  const lock = await sql.query<{ minutes: number }>(
    `select ceil(extract(epoch from locked_until - $2::timestamptz) / 60)::int as minutes
     from identity.attempt where subject = $1`,
    [subject, now],
  )
  return Math.max(1, lock.rows[0]?.minutes ?? 1)
}

const handBack = (sql: Sql, subject: string, count: number) =>
  sql.query(
    `update identity.attempt set failures = greatest(failures - $2::int, 0), locked_until = null
     where subject = $1`,
    [subject, count],
  )

export interface Guess {
  readonly number: string
  readonly address: string
}

/** Takes one attempt for the number and for the address. Refusal: that of the budget (params: minutes). */
export async function takeAttempt(
  sql: Sql,
  budget: Budget,
  guess: Guess,
  now: Instant,
): Promise<Result<undefined>> {
  const [kind, limit] = budget.address
  const address = subjectOf(kind, guess.address)
  const locked = await reserve(sql, [address, limit], now)
  if (locked !== undefined) return refuse(budget.refusal({ minutes: locked }))
  if (budget.number === undefined) return ok(undefined)
  const subject = subjectOf(budget.number[0], guess.number)
  const minutes = await reserve(sql, [subject, budget.number[1]], now)
  if (minutes === undefined) return ok(undefined)
  // Nothing was tried: one person's locked number must not lock everybody behind the same address.
  await handBack(sql, address, 1)
  return refuse(budget.refusal({ minutes }))
}

/** The number starts anew. */
export async function forgive(sql: Sql, budget: Budget, number: string): Promise<void> {
  if (budget.number === undefined) return
  await sql.query('delete from identity.attempt where subject = $1', [
    subjectOf(budget.number[0], number),
  ])
}

/** The attempt was right: the number starts anew, the address gets back the `count` that it took. */
export async function giveBack(sql: Sql, budget: Budget, guess: Guess, count = 1): Promise<void> {
  await forgive(sql, budget, guess.number)
  await handBack(sql, subjectOf(budget.address[0], guess.address), count)
}
