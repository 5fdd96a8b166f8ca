import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import {
  addSeconds,
  type Instant,
  instant,
  type Lang,
  ok,
  type Party,
  partyNumber,
  refuse,
  type Result,
} from '#core/kernel'
import { inTransaction, type Sql } from '#platform/db'
import { enqueue } from '#platform/jobs'
import { notificationErrors } from './errors.ts'
import { CHOOSABLE_GROUPS, isChoosable, type MailGroup } from './groups.ts'
import { notify } from './notify.ts'

/** How a party has its notifications by e-mail. */
export interface MailSettings {
  readonly email?: string
  /** Groups of notifications that are sent. */
  readonly on: readonly MailGroup[]
  /** The address did not take a letter: none are sent until it is confirmed again. */
  readonly refusedAt?: Instant
  /** An address that waits for the link in its letter. */
  readonly pending?: { readonly email: string; readonly until: Instant }
}

export interface Mailing {
  settingsOf(party: Party): Promise<MailSettings>
  /** Sends a link to the address. Refusals: NOTIFICATIONS_BAD_ADDRESS, NOTIFICATIONS_TOO_MANY_LETTERS. */
  ask(party: Party, email: string, language: Lang): Promise<Result<undefined>>
  /** The address that a link stands for, while it does. Refusal: NOTIFICATIONS_LINK_ENDED. */
  pendingOf(token: string): Promise<Result<string>>
  /** Follows the link, once. Refusal: NOTIFICATIONS_LINK_ENDED. */
  confirm(token: string): Promise<Result<string>>
  choose(party: Party, on: readonly string[]): Promise<void>
  setLanguage(party: Party, language: Lang): Promise<void>
  remove(party: Party): Promise<void>
  /** Ends all letters but those of security by the key that stands in each; false for a key of nobody. */
  stop(key: string): Promise<boolean>
}

export interface MailingDeps {
  /** Pool of the role `app`. */
  readonly pool: pg.Pool
  readonly clock: () => Instant
}

const LINK_SECONDS = 24 * 3600
const MOST_LINKS_A_DAY = 5
const SAME_CLICK_SECONDS = 60
const ADDRESS =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,180}[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,60}$/u

/** An e-mail address as it is kept: without space around, the domain in lower case. */
function parseAddress(typed: string): string | undefined {
  const email = typed.trim()
  if (!ADDRESS.test(email) || email.includes('..')) return undefined
  const at = email.lastIndexOf('@')
  return email.slice(0, at) + email.slice(at).toLowerCase()
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

interface PendingRow {
  readonly party_kind: 'person' | 'entity'
  readonly party_number: string
  readonly email: string
  readonly language: Lang
  readonly ends_at: Date
}

const partyOf = ({ party_kind: kind, party_number: number }: PendingRow): Party =>
  (kind === 'person' ? { kind, iin: number } : { kind, bin: number }) as Party

async function settingsOf({ pool, clock }: MailingDeps, party: Party): Promise<MailSettings> {
  const { rows } = await pool.query<{
    email: string | null
    off: string[] | null
    refused_at: Date | null
    pending: string | null
    ends_at: Date | null
  }>(
    `select a.email, a.off, a.refused_at, c.email as pending, c.ends_at from (select $1::text as n) p
     left join notifications.address a on a.party_number = p.n
     left join notifications.confirmation c on c.party_number = p.n and c.ends_at > $2`,
    [partyNumber(party), clock()],
  )
  const [row] = rows
  const off = row?.off ?? []
  return {
    on: CHOOSABLE_GROUPS.filter((group) => !off.includes(group)),
    ...(row?.email ? { email: row.email } : {}),
    ...(row?.refused_at ? { refusedAt: instant(row.refused_at) } : {}),
    ...(row?.pending && row.ends_at
      ? { pending: { email: row.pending, until: instant(row.ends_at) } }
      : {}),
  }
}

async function sentToday(tx: Sql, number: string, now: Instant): Promise<number> {
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::int as n from notifications.letter
     where party_number = $1 and kind = 'confirm' and at > $2`,
    [number, addSeconds(now, -24 * 3600)],
  )
  return rows[0]?.n ?? 0
}

/** A second click on the button sends no second letter, whose link would end the first one. */
async function justSent(
  tx: Sql,
  { number, email }: { readonly number: string; readonly email: string },
  now: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'select from notifications.confirmation where party_number = $1 and email = $2 and made_at > $3',
    [number, email, addSeconds(now, -SAME_CLICK_SECONDS)],
  )
  return rowCount === 1
}

interface Asked {
  readonly party: Party
  readonly email: string
  readonly language: Lang
}

/** One link at a time: a new letter makes the earlier one worthless. */
async function keepLink(tx: Sql, { party, email, language }: Asked, now: Instant): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const letter = randomUUID()
  await tx.query(
    `insert into notifications.confirmation (party_number, party_kind, token_hash, email, language, made_at, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict on constraint confirmation_pk do update set token_hash = excluded.token_hash, email = excluded.email,
       language = excluded.language, made_at = excluded.made_at, ends_at = excluded.ends_at`,
    [
      partyNumber(party),
      party.kind,
      hashOf(token),
      email,
      language,
      now,
      addSeconds(now, LINK_SECONDS),
    ],
  )
  await tx.query(
    `insert into notifications.letter (id, key, party_number, email, language, kind, params, at)
     values ($1, $2, $3, $4, $5, 'confirm', $6, $7)`,
    [
      letter,
      `confirm/${letter}`,
      partyNumber(party),
      email,
      language,
      JSON.stringify({ token }),
      now,
    ],
  )
  await enqueue(tx, [{ kind: 'notifications.letter', key: letter, payload: { letter } }])
}

async function ask(deps: MailingDeps, asked: Asked): Promise<Result<undefined>> {
  const email = parseAddress(asked.email)
  if (email === undefined) return refuse(notificationErrors.BAD_ADDRESS({}, 'email'))
  const now = deps.clock()
  return inTransaction(deps.pool, async (tx) => {
    const number = partyNumber(asked.party)
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`mail ${number}`])
    if (await justSent(tx, { number, email }, now)) return ok(undefined)
    if ((await sentToday(tx, number, now)) >= MOST_LINKS_A_DAY)
      return refuse(notificationErrors.TOO_MANY_LETTERS({}, 'email'))
    await keepLink(tx, { ...asked, email }, now)
    return ok(undefined)
  })
}

async function pendingOf({ pool, clock }: MailingDeps, token: string): Promise<Result<string>> {
  const { rows } = await pool.query<{ email: string }>(
    'select email from notifications.confirmation where token_hash = $1 and ends_at > $2',
    [hashOf(token), clock()],
  )
  const [row] = rows
  return row === undefined ? refuse(notificationErrors.LINK_ENDED()) : ok(row.email)
}

/** The letter about a change of address goes to the address that is left. */
async function tellOldAddress(tx: Sql, party: Party, email: string, now: Instant): Promise<void> {
  const { rows } = await tx.query<{ email: string }>(
    'select email from notifications.address where party_number = $1 and email <> $2',
    [partyNumber(party), email],
  )
  if (rows.length === 0) return
  const key = `mail/${partyNumber(party)}/${now}`
  await notify(tx, { key, party, kind: 'mailChanged', params: {}, at: now })
}

async function confirm({ pool, clock }: MailingDeps, token: string): Promise<Result<string>> {
  const now = clock()
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<PendingRow>(
      `delete from notifications.confirmation where token_hash = $1
       returning party_kind, party_number, email, language, ends_at`,
      [hashOf(token)],
    )
    const [row] = rows
    if (row === undefined || instant(row.ends_at) <= now)
      return refuse(notificationErrors.LINK_ENDED())
    await tellOldAddress(tx, partyOf(row), row.email, now)
    await tx.query(
      `insert into notifications.address (party_number, email, language, confirmed_at, way_out)
       values ($1, $2, $3, $4, $5)
       on conflict on constraint address_pk do update set email = excluded.email, language = excluded.language,
         confirmed_at = excluded.confirmed_at, refused_at = null`,
      [row.party_number, row.email, row.language, now, randomUUID()],
    )
    return ok(row.email)
  })
}

/** E-mail addresses of parties: confirmed by a link, with a choice of what is sent. */
export function createMailing(deps: MailingDeps): Mailing {
  const { pool } = deps
  return {
    settingsOf: (party) => settingsOf(deps, party),
    ask: (party, email, language) => ask(deps, { party, email, language }),
    pendingOf: (token) => pendingOf(deps, token),
    confirm: (token) => confirm(deps, token),
    async choose(party, on) {
      const off = CHOOSABLE_GROUPS.filter((group) => !on.filter(isChoosable).includes(group))
      await pool.query('update notifications.address set off = $2 where party_number = $1', [
        partyNumber(party),
        off,
      ])
    },
    async setLanguage(party, language) {
      await pool.query('update notifications.address set language = $2 where party_number = $1', [
        partyNumber(party),
        language,
      ])
    },
    async remove(party) {
      const number = [partyNumber(party)]
      await pool.query('delete from notifications.address where party_number = $1', number)
      await pool.query('delete from notifications.confirmation where party_number = $1', number)
    },
    async stop(key) {
      const { rowCount } = await pool.query(
        'update notifications.address set off = $2 where way_out::text = $1',
        [key, CHOOSABLE_GROUPS],
      )
      return rowCount === 1
    },
  }
}
