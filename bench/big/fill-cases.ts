import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Iin } from '#core/kernel'
import { inTransaction } from '#platform/db'
import { inLanes } from '../measure.ts'
import type { Deps } from '../one-case.ts'
import { type Copy, createCopier, originalCase } from './case-template.ts'
import { withoutIndexes } from './without-indexes.ts'

const AT_ONCE = 500
const LANES = 2
/** Cases are spread over so many days before now. */
const YEAR_MS = 365 * 86_400_000

/** $1 states, $2 the hashes of all events one after the other, $3 how many events each case has. */
const STATES = `
insert into cases.case_state (id, number, service, edition, channel, party_kind, party_number, status, version, state, hash,
  opened_at, filed_at, due, ended_at)
select (s->>'id')::uuid, s->>'number', split_part(s->>'edition', '@', 1), s->>'edition', s->>'channel', s->'party'->>'kind',
  s->'party'->>'iin', s->>'status', (s->>'version')::int, s, substring($2::bytea from ((n * $3::int - 1) * 32 + 1)::int for 32),
  (s->>'openedAt')::timestamptz, (s->>'filedAt')::timestamptz, (s->>'due')::timestamptz, (s->>'endedAt')::timestamptz
from jsonb_array_elements($1::jsonb) with ordinality made(s, n)`
/** $1 ids of cases, $2 events, $3 and $4 as above. */
const EVENTS = `
insert into cases.case_event (case_id, seq, type, actor, data, at, hash)
select (($1::uuid[])[(n - 1) / $4::int + 1]), (e->>'seq')::int, e->>'type', e->'actor', e->'data', (e->>'at')::timestamptz,
  substring($3::bytea from ((n - 1) * 32 + 1)::int for 32)
from jsonb_array_elements($2::jsonb) with ordinality made(e, n)`
const SIGNATURES = `
insert into cases.signature (case_id, action, visit, content, cms, received_at, verdict, evidence)
select id, 'sign', 1, uuid_send(id), uuid_send(id), at, 'valid', '{}' from unnest($1::uuid[], $2::timestamptz[]) made(id, at)`
const NOTIFICATIONS = `
insert into notifications.notification (id, key, party_kind, party_number, kind, params, request, at, read_at)
select gen_random_uuid(), id || '/' || kind, 'person', party, kind, jsonb_build_object('number', number), number, at, at
from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) made(id, party, number, at),
  (values ('registered'), ('finished')) kinds(kind)`
const OUTBOX = `
insert into gateway.outbox (id, key, from_system, to_system, service, case_id, sent_at, run_at, state, attempts)
select gen_random_uuid(), id || step, 'portal', receiver, service, id, at, at, 'done', 1
from unnest($1::uuid[], $2::timestamptz[]) made(id, at), (values ('/identify/1', 'persons', 'persons.identify'),
  ('/askRealty/1', 'realty', 'realty.rights-of-person')) asked(step, receiver, service)`
const DOCUMENTS = `
with r as (
  insert into documents.reservation (key, number, issued_at)
  select id || '/issue/1', document, at from unnest($1::uuid[], $2::text[], $3::timestamptz[]) made(id, document, at)
), d as (
  insert into documents.document (number, key, case_id, service, edition, document, title_kk, title_ru, title_en, body_kk,
    body_ru, body_en, owner_kind, owner_number, owner_name, language, issued_at, valid_until, sha256)
  select document, id || '/issue/1', id, $5, $6, 'certificate', 'Анықтама', 'Справка', 'Certificate', 'Департамент',
    'Департамент', 'Department', 'person', party, 'АХМЕТОВА АЙГҮЛ', 'kk', at, null, repeat('0', 64)
  from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[]) made(id, document, at, party)
)
insert into documents.status_change (number, status, at)
select document, 'issued', at from unnest($1::uuid[], $2::text[], $3::timestamptz[]) made(id, document, at)`

export interface Filling {
  /** A role that owns all schemas. */
  readonly admin: pg.Pool
  readonly deps: Deps
  readonly iins: readonly Iin[]
  /** From which case to which one; the first number is the count of those that are there. */
  readonly from: number
  readonly to: number
  readonly note: (text: string) => void
}

/** Numbers of requests and documents that the platform itself does not come to in a measurement. */
const requestNumber = (n: number) => `101000${String(20_000_000 + n).padStart(8, '0')}`
/** Numbers from this one on are filled, below it they were drawn. */
export const FIRST_FILLED = requestNumber(0)
const documentNumber = (n: number) => `2001${String(n).padStart(10, '0')}`

async function insertSome(
  admin: pg.Pool,
  copier: ReturnType<typeof createCopier>,
  copies: readonly (Copy & { readonly document: string })[],
): Promise<void> {
  const made = copies.map((copy) => copier.rowsOf(copy))
  const hashes = Buffer.concat(made.map((one) => one.hashes))
  const events = `[${made.flatMap((one) => one.events).join(',')}]`
  const states = `[${made.map(({ state }) => state).join(',')}]`
  const ids = copies.map(({ id }) => id)
  const parties = copies.map(({ iin }) => iin)
  const each = copier.eventsOfEach
  const { edition, openedAt } = JSON.parse(made[0]?.state ?? '{}') as {
    edition: string
    openedAt: string
  }
  const first = Date.parse(openedAt) - (copies[0]?.shift ?? 0)
  const times = copies.map(({ shift }) => new Date(first + shift))
  const documents = copies.map(({ document }) => document)
  await inTransaction(admin, async (tx) => {
    // Nothing is read back here that a crash may take, and what refers to what is made right by the statements.
    await tx.query('set local synchronous_commit = off')
    await tx.query('set local session_replication_role = replica')
    const run = (name: string, text: string, values: unknown[]) => tx.query({ name, text, values })
    await run('fill-states', STATES, [states, hashes, each])
    await run('fill-events', EVENTS, [ids, events, hashes, each])
    await run('fill-signatures', SIGNATURES, [ids, times])
    await run('fill-notifications', NOTIFICATIONS, [
      ids,
      parties,
      copies.map(({ number }) => number),
      times,
    ])
    await run('fill-outbox', OUTBOX, [ids, times])
    await run('fill-documents', DOCUMENTS, [
      ids,
      documents,
      times,
      parties,
      edition.split('@')[0],
      edition,
    ])
  })
}

/**
 * Fills the database with finished cases: states, events that the engine made, chained by their own hashes, signatures,
 * notifications, messages and entries of the register of documents. What is left out: the text of messages in the log, the
 * bytes of signatures and of PDF files, which no page measured here reads.
 */
export async function fillCases({ admin, deps, iins, from, to, note }: Filling): Promise<void> {
  const copier = createCopier(originalCase(deps))
  const batches = Array.from(
    { length: Math.ceil((to - from) / AT_ONCE) },
    (_, n) => from + n * AT_ONCE,
  )
  const began = performance.now()
  let done = 0
  const fill = () =>
    inLanes(batches, LANES, async (first) => {
      const count = Math.min(AT_ONCE, to - first)
      const copies = Array.from({ length: count }, (_, offset) => {
        const n = first + offset
        return {
          id: randomUUID(),
          number: requestNumber(n),
          iin: iins[n % iins.length] ?? '',
          shift: -Math.floor(Math.random() * YEAR_MS),
          document: documentNumber(n),
        }
      })
      await insertSome(admin, copier, copies)
      done += count
      if (done % 50_000 < count)
        note(`  ${done} of ${to - from} cases, ${Math.round((performance.now() - began) / 1000)} s`)
    })
  await withoutIndexes(admin, to - from, fill)
  await admin.query('vacuum (analyze)')
}
