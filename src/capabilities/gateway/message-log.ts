import { createHash } from 'node:crypto'
import type { Envelope, SystemId } from '#core/envelope'
import { canonicalJson, type Instant } from '#core/kernel'
import type { Sql } from '#platform/db'

/** One row of the log as it is hashed. `partition` is the system that sent the request; its rows make one chain. */
export interface LogRecord {
  readonly partition: SystemId
  readonly at: Instant
  /** `denied`: a request that no right allowed; it never left the gateway and is not signed. */
  readonly kind: 'request' | 'answer' | 'denied'
  /** Id of the request, also for its answer. */
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly service: string
  readonly case: string | null
  readonly subject: string | null
  /** Whom a request is about beside its subject, sorted. */
  readonly alsoAbout: readonly string[] | null
  readonly purpose: { readonly kk: string; readonly ru: string; readonly en: string } | null
  readonly status: string | null
  /** The signed envelope as it travelled; for `denied` the envelope's text. */
  readonly content: string
}

/** Before the first record of a chain. */
export const FIRST_HASH = Buffer.alloc(32)

/** The hash of a record in its chain: SHA-256 over the previous hash and the record's canonical JSON. */
export function recordHash(previous: Buffer, seq: number, record: LogRecord): Buffer {
  const { alsoAbout, ...rest } = record
  const others = alsoAbout === null ? {} : { alsoAbout: [...alsoAbout] }
  return createHash('sha256')
    .update(previous)
    .update(canonicalJson({ ...rest, ...others, seq }))
    .digest()
}

/** What the log keeps of an envelope. */
export const recordOf = (
  envelope: Envelope,
  entry: Pick<LogRecord, 'partition' | 'at' | 'kind' | 'messageId' | 'content'>,
): LogRecord => ({
  ...entry,
  from: envelope.from,
  to: envelope.to,
  service: envelope.service,
  case: envelope.case ?? null,
  subject: envelope.subject ?? null,
  alsoAbout: envelope.kind === 'request' ? (envelope.alsoAbout?.toSorted() ?? null) : null,
  purpose: envelope.kind === 'request' ? envelope.purpose : null,
  status: envelope.kind === 'answer' ? envelope.status : null,
})

interface Head {
  readonly partition: string
  readonly seq: string
  readonly hash: Buffer
}

/** Locks the ends of the chains, in one order, so that two writers wait and never meet crosswise. */
async function lockHeads(tx: Sql, partitions: readonly string[]): Promise<readonly Head[]> {
  const { rows } = await tx.query<Head>({
    name: 'gateway.log-lock',
    text: 'select partition, seq, hash from gateway.log_head where partition = any($1::text[]) order by partition for update',
    values: [partitions],
  })
  if (rows.length === partitions.length) return rows
  await tx.query(
    'insert into gateway.log_head select p, 0, $2 from unnest($1::text[]) p order by p on conflict do nothing',
    [partitions, FIRST_HASH],
  )
  return lockHeads(tx, partitions)
}

const APPEND = `
with fresh as (
  select * from jsonb_to_recordset($1::jsonb) as r(partition text, seq bigint, at timestamptz, kind text, "messageId" uuid,
    "from" text, "to" text, service text, "case" uuid, subject text, "alsoAbout" jsonb, purpose jsonb, status text, content text, hash text)
), added as (
  insert into gateway.log
  select partition, seq, at, kind, "messageId", "from", "to", service, "case", subject, purpose, status, content,
    decode(hash, 'hex') from fresh
), others as (
  insert into gateway.log_also
  select partition, seq, jsonb_array_elements_text("alsoAbout") from fresh where jsonb_typeof("alsoAbout") = 'array'
)
update gateway.log_head h set seq = f.seq, hash = decode(f.hash, 'hex')
from (select distinct on (partition) partition, seq, hash from fresh order by partition, seq desc) f
where h.partition = f.partition`

/** Appends records to their chains in the caller's transaction. */
export async function appendLog(tx: Sql, records: readonly LogRecord[]): Promise<void> {
  if (records.length === 0) return
  const partitions = [...new Set(records.map(({ partition }) => partition))].toSorted()
  const heads = await lockHeads(tx, partitions)
  const ends = new Map(
    heads.map(({ partition, seq, hash }) => [partition, { seq: Number(seq), hash }]),
  )
  const rows = records.map((record) => {
    const end = ends.get(record.partition)
    if (end === undefined) throw new Error(`no chain of ${record.partition}`)
    const seq = end.seq + 1
    const hash = recordHash(end.hash, seq, record)
    ends.set(record.partition, { seq, hash })
    return { ...record, seq, hash: hash.toString('hex') }
  })
  await tx.query({ name: 'gateway.log-append', text: APPEND, values: [JSON.stringify(rows)] })
}
