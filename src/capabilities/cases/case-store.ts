import { createHash } from 'node:crypto'
import type { CaseState, Happened } from '#core/engine'
import { instant, type JsonObject, partyNumber } from '#core/kernel'
import { type Sql, type SqlCall, writeCalls } from '#platform/db'
import type { Edition } from '#core/regulation'
import { awaitedBy, NOBODY } from './awaited.ts'
import type { KeptEvent } from './event-chain.ts'

/** A case as it stands in the database, with the head of its chain. */
export interface StoredCase {
  readonly state: CaseState
  readonly hash: Buffer
}

const REGION = 'kz'

const SELECT = `select state, hash from cases.case_state where region = '${REGION}' and `

async function one(
  sql: Sql,
  where: string,
  name: string,
  values: unknown[],
): Promise<StoredCase | undefined> {
  const { rows } = await sql.query({ name, text: SELECT + where, values })
  return rows[0] as StoredCase | undefined
}

export const loadCase = (sql: Sql, id: string) => one(sql, 'id = $1', 'case-by-id', [id])
export const loadCaseByNumber = (sql: Sql, number: string) =>
  one(sql, 'number = $1', 'case-by-number', [number])

interface DraftKey {
  readonly service: string
  readonly channel: string
  readonly party: string
  readonly representative?: string
}

/** The draft of a service that a party, one who orders for it, or an official who takes its papers in, has open. */
export const loadDraft = (
  sql: Sql,
  { service, channel, party, representative = '' }: DraftKey,
): Promise<StoredCase | undefined> =>
  one(
    sql,
    `service = $1 and party_number = $2 and coalesce(representative, '') = $3 and channel = $4
     and status = 'open' and filed_at is null and about_document is null`,
    'case-draft',
    [service, party, representative, channel],
  )

/** The case that is open about a document. */
export const loadCorrection = (sql: Sql, document: string): Promise<StoredCase | undefined> =>
  one(sql, "about_document = $1 and status = 'open'", 'case-about', [document])

/** A request number as on the acts' samples: 14 digits that begin with 101000. */
export async function nextNumber(sql: Sql): Promise<string> {
  const { rows } = await sql.query<{ n: string }>({
    name: 'case-number',
    text: "select nextval('cases.request_number') as n",
  })
  return `101000${(rows[0]?.n ?? '').padStart(8, '0')}`
}

const EVENTS = `
  insert into cases.case_event (case_id, seq, type, actor, data, at, hash)
  select $1::uuid, (x->>'seq')::int, x->>'type', x->'actor', x->'data', (x->>'at')::timestamptz, decode(x->>'hash', 'hex')
  from jsonb_array_elements($2::jsonb) x where exists (select 1 from kept)`

const INSERT = `
  with kept as (
    insert into cases.case_state (id, status, current_action, version, state, hash, filed_at, due, ended_at,
      awaits_role, awaits_units, awaits_due, number, service, edition, channel, party_kind, party_number, opened_at,
      representative, about_document)
    values ($1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
    on conflict do nothing returning id
  ), events as (${EVENTS})`

const UPDATE = `
  with kept as (
    update cases.case_state set status = $3, current_action = $4, version = $5, state = $6, hash = $7,
      filed_at = $8, due = $9, ended_at = $10, awaits_role = $11, awaits_units = $12, awaits_due = $13
    where region = '${REGION}' and id = $1 and version = $14 returning id
  ), events as (${EVENTS})`

const eventRows = (events: readonly KeptEvent[]) =>
  JSON.stringify(events.map((event) => ({ ...event, hash: event.hash.toString('hex') })))

const headOf = (events: readonly KeptEvent[]): Buffer => {
  const last = events.at(-1)
  if (last === undefined) throw new TypeError('a step has at least one event')
  return last.hash
}

/** What one step writes: the state, its events, and what it hands to others. */
export interface StepRecord {
  readonly edition: Edition
  readonly state: CaseState
  readonly events: readonly KeptEvent[]
  readonly calls: readonly SqlCall[]
}

/** One statement, so one transaction: the calls are made only when the case was kept, and a call that fails undoes all. */
async function keep(
  sql: Sql,
  name: string,
  statement: { readonly text: string; readonly values: readonly unknown[] },
  calls: readonly SqlCall[],
): Promise<boolean> {
  const made = writeCalls(calls, statement.values.length + 1)
  const text = `${statement.text} select 1 ${made.text === '' ? '' : `, ${made.text}`} from kept`
  const { rows } = await sql.query({
    name: `${name} ${createHash('sha1').update(made.text).digest('base64url').slice(0, 12)}`,
    text,
    values: [...statement.values, ...made.values],
  })
  return rows.length === 1
}

/** A member of the state, or null where it has none. */
const orNull = <T>(value: T | undefined): T | null => value ?? null

/** What both statements write, in the order of their parameters. */
function rowOf({ edition, state, events }: StepRecord): readonly unknown[] {
  const { role, units, due } = awaitedBy(edition, state) ?? NOBODY
  return [
    state.id,
    eventRows(events),
    state.status,
    orNull(state.current?.action),
    state.version,
    JSON.stringify(state),
    headOf(events),
    orNull(state.filedAt),
    orNull(state.due),
    orNull(state.endedAt),
    role,
    units,
    due,
  ]
}

/** Keeps a new case. False when its number, id or place as the only draft is taken: nothing is written then. */
export function insertCase(sql: Sql, record: StepRecord, about?: string): Promise<boolean> {
  const { edition, state, calls } = record
  const values = [
    ...rowOf(record),
    state.number,
    edition.service,
    state.edition,
    state.channel,
    state.party.kind,
    partyNumber(state.party),
    state.openedAt,
    orNull(state.representative?.iin),
    orNull(about),
  ]
  return keep(sql, 'case-insert', { text: INSERT, values }, calls)
}

/** Keeps one step of a case. False when somebody else was first (the version moved): nothing is written then. */
export const updateCase = (sql: Sql, before: number, record: StepRecord): Promise<boolean> =>
  keep(sql, 'case-update', { text: UPDATE, values: [...rowOf(record), before] }, record.calls)

/** All events of a case in order, as kept. */
export async function loadEvents(sql: Sql, id: string): Promise<KeptEvent[]> {
  const { rows } = await sql.query<{
    seq: number
    type: KeptEvent['type']
    actor: JsonObject
    data: JsonObject
    at: Date
    hash: Buffer
  }>({
    name: 'case-events',
    text: `select seq, type, actor, data, at, hash from cases.case_event where region = '${REGION}' and case_id = $1 order by seq`,
    values: [id],
  })
  return rows.map((row) => ({ ...row, at: instant(row.at) }))
}

/** What the engine replays: the event without its bookkeeping. */
export const happened = ({ type, data, at }: KeptEvent): Happened =>
  ({ type, ...data, at }) as unknown as Happened
