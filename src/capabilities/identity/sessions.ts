import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { addSeconds, type Instant, instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { ACCOUNT_COLUMNS, type Account, type AccountRow, toAccount } from './account.ts'

export const IDLE_SECONDS = 30 * 60
const ABSOLUTE_SECONDS = 12 * 60 * 60
/** How stale `last_seen_at` may be: a page must not cost a write each time. */
const TOUCH_SECONDS = 60

/** Where a session was opened from, as its owner will read it. */
export interface Origin {
  readonly address: string
  /** The browser's own words (User-Agent), cut. */
  readonly device: string
}

export interface SessionSummary extends Origin {
  readonly id: string
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
}

export interface SignedIn {
  readonly session: string
  readonly account: Account
}

interface SessionRow extends AccountRow {
  readonly session: string
  readonly last_seen_at: Date
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Opens a session and gives its token: 256 random bits, of which only the hash is kept. */
export async function openSession(
  sql: Sql,
  account: string,
  origin: Origin,
  now: Instant,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await sql.query(
    `insert into identity.session (token_hash, id, account, created_at, last_seen_at, ends_at, address, device)
     values ($1, $2, $3, $4, $4, $5, $6, $7)`,
    [
      hashOf(token),
      randomUUID(),
      account,
      now,
      addSeconds(now, ABSOLUTE_SECONDS),
      origin.address.slice(0, 64),
      origin.device.slice(0, 300),
    ],
  )
  return token
}

/** Who holds the token, if the session still runs; counts as a sign of life. */
export async function findSession(
  sql: Sql,
  token: string,
  now: Instant,
): Promise<SignedIn | undefined> {
  const hash = hashOf(token)
  const { rows } = await sql.query<SessionRow>({
    name: 'identity-session',
    text: `select s.id as session, s.last_seen_at, ${ACCOUNT_COLUMNS}
           from identity.session s join identity.account a on a.id = s.account
           where s.token_hash = $1 and s.ends_at > $2 and s.last_seen_at > $3`,
    values: [hash, now, addSeconds(now, -IDLE_SECONDS)],
  })
  const row = rows[0]
  if (row === undefined) return undefined
  if (instant(row.last_seen_at) < addSeconds(now, -TOUCH_SECONDS)) {
    await sql.query('update identity.session set last_seen_at = $2 where token_hash = $1', [
      hash,
      now,
    ])
  }
  return { session: row.session, account: toAccount(row) }
}

/** Whether the session still runs, by its public id; no sign of life of its owner. */
export async function sessionRuns(sql: Sql, id: string, now: Instant): Promise<boolean> {
  const { rows } = await sql.query({
    name: 'identity-session-runs',
    text: `select 1 from identity.session
           where id::text = $1 and ends_at > $2 and last_seen_at > $3`,
    values: [id, now, addSeconds(now, -IDLE_SECONDS)],
  })
  return rows.length > 0
}

/** Sessions that still run, the last used first. */
export async function sessionsOf(
  sql: Sql,
  account: string,
  now: Instant,
): Promise<SessionSummary[]> {
  const { rows } = await sql.query<{
    id: string
    created_at: Date
    last_seen_at: Date
    address: string
    device: string
  }>(
    `select id, created_at, last_seen_at, address, device from identity.session
     where account = $1 and ends_at > $2 and last_seen_at > $3 order by last_seen_at desc, id`,
    [account, now, addSeconds(now, -IDLE_SECONDS)],
  )
  return rows.map((row) => ({
    id: row.id,
    createdAt: instant(row.created_at),
    lastSeenAt: instant(row.last_seen_at),
    address: row.address,
    device: row.device,
  }))
}

/** Ends the session of the token; the account it belonged to, if there was one. */
export async function closeToken(sql: Sql, token: string): Promise<string | undefined> {
  const { rows } = await sql.query<{ account: string }>(
    'delete from identity.session where token_hash = $1 returning account',
    [hashOf(token)],
  )
  return rows[0]?.account
}

/** Ends one session of the account by its public id; false when there is none. */
export async function closeSession(sql: Sql, account: string, id: string): Promise<boolean> {
  const { rowCount } = await sql.query(
    'delete from identity.session where account = $1 and id::text = $2',
    [account, id],
  )
  return (rowCount ?? 0) > 0
}

/** Ends all sessions of the account, but for the one named. */
export async function closeOthers(sql: Sql, account: string, keep?: string): Promise<void> {
  await sql.query(
    'delete from identity.session where account = $1 and ($2::uuid is null or id <> $2::uuid)',
    [account, keep ?? null],
  )
}
