import { createHash, randomBytes, randomUUID } from 'node:crypto'
import {
  addSeconds,
  type Iin,
  type Instant,
  instant,
  type Lang,
  ok,
  refuse,
  type Result,
} from '#core/kernel'
import { inTransaction, type Sql } from '#platform/db'
import { type Appointment, appointmentsOf } from './appointments.ts'
import type { OfficialsDeps } from './deps.ts'
import { officialsErrors } from './errors.ts'

export const DESK_IDLE_SECONDS = 30 * 60
const ABSOLUTE_SECONDS = 10 * 60 * 60
/** How stale `last_seen_at` may be: a page must not cost a write each time. */
const TOUCH_SECONDS = 60

/** Somebody at a desk: appointed today, and, once chosen, in which role and unit. */
export interface AtDesk {
  readonly session: string
  readonly iin: Iin
  readonly language: Lang
  /** All that the person is appointed to today: never empty. */
  readonly appointments: readonly Appointment[]
  readonly seat?: Appointment
}

/** Whose password was proven (`identity.prove`), and from where. */
export interface DeskSignIn {
  readonly iin: Iin
  readonly language: Lang
  readonly address: string
  /** The token that the browser held before: it ends, so a planted token is worth nothing. */
  readonly previous?: string
}

type JournalKind = 'signed-in' | 'not-an-official' | 'seated' | 'signed-out'

export interface DeskEntry {
  readonly at: Instant
  readonly kind: JournalKind
  readonly address: string
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const note = (
  sql: Sql,
  entry: { readonly iin: string; readonly seat?: string | undefined } & DeskEntry,
) =>
  sql.query(
    'insert into officials.journal (at, iin, kind, seat, address) values ($1, $2, $3, $4, $5)',
    [entry.at, entry.iin, entry.kind, entry.seat ?? null, entry.address],
  )

const closeToken = async (sql: Sql, token: string): Promise<string | undefined> => {
  const { rows } = await sql.query<{ iin: string }>(
    'delete from officials.session where token_hash = $1 returning iin',
    [hashOf(token)],
  )
  return rows[0]?.iin
}

/** What has run out leaves with each sign-in; the journal stays. */
const prune = (sql: Sql, now: Instant) =>
  sql.query('delete from officials.session where ends_at <= $1 or last_seen_at <= $2', [
    now,
    addSeconds(now, -DESK_IDLE_SECONDS),
  ])

/**
 * Opens a session of a desk for who is appointed today; with one appointment the person sits at once. Refusal:
 * OFFICIALS_NO_DESK, which stands in the journal too.
 */
export async function openDesk(
  deps: OfficialsDeps,
  { iin, language, address, previous }: DeskSignIn,
): Promise<Result<string>> {
  const at = deps.clock()
  const appointments = await appointmentsOf(deps, deps.pool, iin)
  if (appointments.length === 0) {
    await note(deps.pool, { at, iin, kind: 'not-an-official', address })
    return refuse(officialsErrors.NO_DESK())
  }
  const only = appointments.length === 1 ? appointments[0]?.id : undefined
  const token = randomBytes(32).toString('base64url')
  await inTransaction(deps.pool, async (tx) => {
    await prune(tx, at)
    if (previous !== undefined) await closeToken(tx, previous)
    await tx.query(
      `insert into officials.session (token_hash, id, iin, language, seat, created_at, last_seen_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, $6, $7)`,
      [
        hashOf(token),
        randomUUID(),
        iin,
        language,
        only ?? null,
        at,
        addSeconds(at, ABSOLUTE_SECONDS),
      ],
    )
    await note(tx, { at, iin, kind: 'signed-in', seat: only, address })
  })
  return ok(token)
}

interface SessionRow {
  readonly id: string
  readonly iin: Iin
  readonly language: Lang
  readonly seat: string | null
  readonly last_seen_at: Date
}

/** Who sits behind the token: still within the times of a session, and still appointed. Counts as a sign of life. */
export async function findDesk(deps: OfficialsDeps, token: string): Promise<AtDesk | undefined> {
  const now = deps.clock()
  const { rows } = await deps.pool.query<SessionRow>({
    name: 'officials-session',
    text: `select id, iin, language, seat, last_seen_at from officials.session
           where token_hash = $1 and ends_at > $2 and last_seen_at > $3`,
    values: [hashOf(token), now, addSeconds(now, -DESK_IDLE_SECONDS)],
  })
  const [row] = rows
  if (row === undefined) return undefined
  const appointments = await appointmentsOf(deps, deps.pool, row.iin)
  if (appointments.length === 0) return undefined
  if (instant(row.last_seen_at) < addSeconds(now, -TOUCH_SECONDS))
    await deps.pool.query('update officials.session set last_seen_at = $2 where token_hash = $1', [
      hashOf(token),
      now,
    ])
  const seat = appointments.find(({ id }) => id === row.seat)
  const { id: session, iin, language } = row
  return { session, iin, language, appointments, ...(seat === undefined ? {} : { seat }) }
}

/** Sits down in one of one's own appointments. Refusal: OFFICIALS_NO_DESK for any other. */
export async function takeSeat(
  deps: OfficialsDeps,
  desk: AtDesk,
  { appointment, address }: { readonly appointment: string; readonly address: string },
): Promise<Result<undefined>> {
  const seat = desk.appointments.find(({ id }) => id === appointment)?.id
  if (seat === undefined) return refuse(officialsErrors.NO_DESK())
  await inTransaction(deps.pool, async (tx) => {
    await tx.query('update officials.session set seat = $2 where id = $1', [desk.session, seat])
    await note(tx, { at: deps.clock(), iin: desk.iin, kind: 'seated', seat, address })
  })
  return ok(undefined)
}

export async function leaveDesk(
  deps: OfficialsDeps,
  token: string,
  address: string,
): Promise<void> {
  const iin = await closeToken(deps.pool, token)
  if (iin !== undefined)
    await note(deps.pool, { at: deps.clock(), iin, kind: 'signed-out', address })
}

/** The last entries of a person's sign-ins to desks, newest first. */
export async function deskJournal(sql: Sql, iin: string, limit = 30): Promise<DeskEntry[]> {
  const { rows } = await sql.query<{ at: Date; kind: JournalKind; address: string }>(
    'select at, kind, address from officials.journal where iin = $1 order by id desc limit $2',
    [iin, limit],
  )
  return rows.map((row) => ({ ...row, at: instant(row.at) }))
}
