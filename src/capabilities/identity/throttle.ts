import { createHash } from 'node:crypto'
import { type Instant, ok, type Result, refuse } from '#core/kernel'
import type { Sql } from '#platform/db'
import { identityErrors } from './errors.ts'

/** From the `free`th failure on each one locks: 1 minute, then twice as long, at most `longest` seconds. */
interface Limit {
  readonly free: number
  readonly longest: number
}
/** One number: a stranger may delay its owner by 15 minutes at most. */
const NUMBER: Limit = { free: 5, longest: 900 }
/** One address: many people may share it. */
const ADDRESS: Limit = { free: 30, longest: 3600 }

/** Counts the attempt as failed first, so that parallel guesses cannot outrun the limit. Old failures are forgotten in a day. */
const RESERVE = `
insert into identity.attempt as a (subject, failures, last_at, locked_until) values ($1, 1, $2, null)
on conflict (subject) do update set
  failures = case when a.last_at < $2::timestamptz - interval '1 day' then 1 else a.failures + 1 end,
  last_at = $2,
  locked_until = case
    when a.last_at >= $2::timestamptz - interval '1 day' and a.failures + 1 >= $3::int
    then $2::timestamptz + make_interval(secs => least(60 * power(2, least(a.failures + 1 - $3::int, 20)), $4::int))
  end
where a.locked_until is null or a.locked_until <= $2
returning failures`

const subjectOf = (kind: 'number' | 'address', value: string): string =>
  `${kind}:${createHash('sha256').update(value).digest('base64url')}`

async function reserve(sql: Sql, subject: string, limit: Limit, now: Instant) {
  const { rows } = await sql.query(RESERVE, [subject, now, limit.free, limit.longest])
  if (rows.length > 0) return ok(undefined)
  const lock = await sql.query<{ minutes: number }>(
    `select ceil(extract(epoch from locked_until - $2::timestamptz) / 60)::int as minutes
     from identity.attempt where subject = $1`,
    [subject, now],
  )
  return refuse(
    identityErrors.TOO_MANY_ATTEMPTS({ minutes: Math.max(1, lock.rows[0]?.minutes ?? 1) }),
  )
}

export interface Guess {
  readonly number: string
  readonly address: string
}

/** Takes one attempt for the number and for the address. Refusal: IDENTITY_TOO_MANY_ATTEMPTS (params: minutes). */
export async function takeAttempt(
  sql: Sql,
  guess: Guess,
  now: Instant,
): Promise<Result<undefined>> {
  const address = await reserve(sql, subjectOf('address', guess.address), ADDRESS, now)
  if (!address.ok) return address
  return reserve(sql, subjectOf('number', guess.number), NUMBER, now)
}

/** The attempt was right: the number starts anew, the address gets back the one it took. */
export async function giveBack(sql: Sql, guess: Guess): Promise<void> {
  await sql.query('delete from identity.attempt where subject = $1', [
    subjectOf('number', guess.number),
  ])
  await sql.query(
    'update identity.attempt set failures = greatest(failures - 1, 0), locked_until = null where subject = $1',
    [subjectOf('address', guess.address)],
  )
}
