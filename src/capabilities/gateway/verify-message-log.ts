import { instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { FIRST_HASH, type LogRecord, recordHash } from './message-log.ts'

/** Where a chain breaks. `cut`: rows at its end are missing; `seal`: the time stamp was made over another hash. */
export interface BrokenChain {
  readonly partition: string
  readonly seq: number
  readonly reason: 'gap' | 'changed' | 'cut' | 'seal'
}
export interface LogVerdict {
  readonly records: number
  readonly broken: readonly BrokenChain[]
}

type Row = Omit<LogRecord, 'at'> & {
  readonly at: Date
  readonly seq: string
  readonly hash: Buffer
}

const PAGE = 2000
const READ = `
select partition, seq, at, kind, message_id as "messageId", from_system as "from", to_system as "to", service,
  case_id as "case", subject, purpose, status, content, hash
from gateway.log where partition = $1 and seq > $2 order by seq limit ${PAGE}`

interface End {
  readonly seq: number
  readonly hash: Buffer
}

function follow(end: End, row: Row): End | BrokenChain['reason'] {
  const { seq, hash, at, ...rest } = row
  if (Number(seq) !== end.seq + 1) return 'gap'
  const expected = recordHash(end.hash, Number(seq), { ...rest, at: instant(at) })
  return expected.equals(hash) ? { seq: Number(seq), hash } : 'changed'
}

/** Seals by place in the chain; each must be over the hash that stands there. */
type Seals = ReadonlyMap<number, Buffer>

async function walk(sql: Sql, partition: string, seals: Seals): Promise<End | BrokenChain> {
  let end: End = { seq: 0, hash: FIRST_HASH }
  for (;;) {
    const { rows } = await sql.query<Row>(READ, [partition, end.seq])
    for (const row of rows) {
      const next = follow(end, row)
      if (typeof next === 'string') return { partition, seq: end.seq + 1, reason: next }
      const seal = seals.get(next.seq)
      if (seal !== undefined && !seal.equals(next.hash))
        return { partition, seq: next.seq, reason: 'seal' }
      end = next
    }
    if (rows.length < PAGE) return end
  }
}

async function readSeals(sql: Sql, partition: string): Promise<Map<number, Buffer>> {
  const { rows } = await sql.query<{ seq: string; hash: Buffer }>(
    'select seq, hash from gateway.log_seal where partition = $1',
    [partition],
  )
  return new Map(rows.map(({ seq, hash }) => [Number(seq), hash]))
}

async function check(sql: Sql, head: { partition: string; seq: string; hash: Buffer }) {
  const seals = await readSeals(sql, head.partition)
  const end = await walk(sql, head.partition, seals)
  if ('reason' in end) return end
  const last = Math.max(Number(head.seq), ...seals.keys())
  const whole = end.seq === last && end.hash.equals(head.hash)
  return whole ? end : { partition: head.partition, seq: end.seq + 1, reason: 'cut' as const }
}

/**
 * Reads the whole message log and tells where it was changed: a row altered, taken out or put in, an end cut off, a time stamp
 * over something else. Run it while the gateway rests or on a snapshot; `sql` should be one connection.
 */
export async function verifyMessageLog(sql: Sql): Promise<LogVerdict> {
  const { rows: heads } = await sql.query<{ partition: string; seq: string; hash: Buffer }>(
    'select partition, seq, hash from gateway.log_head order by partition',
  )
  const { rows: orphans } = await sql.query<{ partition: string }>(
    'select distinct partition from gateway.log where partition not in (select partition from gateway.log_head)',
  )
  const broken: BrokenChain[] = orphans.map(({ partition }) => ({
    partition,
    seq: 1,
    reason: 'gap',
  }))
  let records = 0
  for (const head of heads) {
    const end = await check(sql, head)
    if ('reason' in end) broken.push(end)
    else records += end.seq
  }
  return { records, broken }
}
