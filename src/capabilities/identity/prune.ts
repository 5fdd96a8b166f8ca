import { addSeconds, type Instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { IDLE_SECONDS } from './sessions.ts'

const EVERY_SECONDS = 3600
/** One round takes no more, so that no sign-in waits long for it. */
const AT_MOST = 1000

/** Rows that somebody else holds just now are left for the next round. */
const SESSIONS = `
delete from identity.session where token_hash in (
  select token_hash from identity.session where ends_at <= $1 or last_seen_at <= $2
  limit ${AT_MOST} for update skip locked)`
const ATTEMPTS = `
delete from identity.attempt where subject in (
  select subject from identity.attempt
  where since < $1::timestamptz - interval '1 day' and (locked_until is null or locked_until <= $1)
  limit ${AT_MOST} for update skip locked)`

/** Deletes sessions that have ended and counts that no longer count, once an hour in each process. The journal stays. */
export function createPruning(sql: Sql): (now: Instant) => Promise<void> {
  let next: Instant | undefined
  return async (now) => {
    if (next !== undefined && now < next) return
    next = addSeconds(now, EVERY_SECONDS)
    await sql.query(SESSIONS, [now, addSeconds(now, -IDLE_SECONDS)])
    await sql.query(ATTEMPTS, [now])
  }
}
