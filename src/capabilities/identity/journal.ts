import { type Instant, instant } from '#core/kernel'
import type { Sql } from '#platform/db'

export type JournalKind =
  | 'registered'
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'session-ended'
  | 'signed-out-everywhere'
  | 'password-changed'
  | 'password-reset'

/** What happened to an account, when and from which address. Written once, never changed. */
export interface JournalEntry {
  readonly at: Instant
  readonly kind: JournalKind
  readonly address: string
}

export async function note(
  sql: Sql,
  account: string | undefined,
  entry: JournalEntry,
): Promise<void> {
  await sql.query(
    'insert into identity.journal (at, account, kind, address) values ($1, $2, $3, $4)',
    [entry.at, account ?? null, entry.kind, entry.address],
  )
}

/** The last `limit` entries of an account, newest first. */
export async function journalOf(sql: Sql, account: string, limit = 30): Promise<JournalEntry[]> {
  const { rows } = await sql.query<{ at: Date; kind: JournalKind; address: string }>(
    'select at, kind, address from identity.journal where account = $1 order by id desc limit $2',
    [account, limit],
  )
  return rows.map((row) => ({ ...row, at: instant(row.at) }))
}
