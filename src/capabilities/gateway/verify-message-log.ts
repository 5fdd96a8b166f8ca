import { instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { FIRST_HASH, type LogRecord, recordHash } from './message-log.ts'

/** Whether a token is a trusted authority's time stamp over this SHA-256 digest. */
export type CheckStamp = (digest: Buffer, token: Buffer) => boolean

/**
 * Where a chain breaks. `cut`: rows at its end are missing; `seal`: the time stamp was made over another hash; `stamp`: it is no stamp
 * of a trusted authority.
 */
export interface BrokenChain {
  readonly partition: string
  readonly seq: number
  readonly reason: 'gap' | 'changed' | 'cut' | 'seal' | 'stamp'
}
export interface LogVerdict {
  readonly records: number
  /** Time stamps whose own signatures were checked. */
  readonly stamps: number
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
  case_id as "case", subject, purpose, status, content, hash,
  (select array_agg(o.subject order by o.subject) from gateway.log_also o
    where o.partition = log.partition and o.seq = log.seq) as "alsoAbout"
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
interface Seal {
  readonly hash: Buffer
  readonly token: Buffer
}
type Seals = ReadonlyMap<number, Seal>

function faultOf(seal: Seal | undefined, hash: Buffer, checkStamp: CheckStamp | undefined) {
  if (seal === undefined) return undefined
  if (!seal.hash.equals(hash)) return 'seal' as const
  return checkStamp?.(hash, seal.token) === false ? ('stamp' as const) : undefined
}

async function walk(
  sql: Sql,
  partition: string,
  { seals, checkStamp }: { readonly seals: Seals; readonly checkStamp: CheckStamp | undefined },
): Promise<End | BrokenChain> {
  let end: End = { seq: 0, hash: FIRST_HASH }
  for (;;) {
    const { rows } = await sql.query<Row>(READ, [partition, end.seq])
    for (const row of rows) {
      const next = follow(end, row)
      if (typeof next === 'string') return { partition, seq: end.seq + 1, reason: next }
      const reason = faultOf(seals.get(next.seq), next.hash, checkStamp)
      if (reason !== undefined) return { partition, seq: next.seq, reason }
      end = next
    }
    if (rows.length < PAGE) return end
  }
}

async function readSeals(sql: Sql, partition: string): Promise<Map<number, Seal>> {
  const { rows } = await sql.query<{ seq: string; hash: Buffer; token: Buffer }>(
    'select seq, hash, token from gateway.log_seal where partition = $1',
    [partition],
  )
  return new Map(rows.map(({ seq, hash, token }) => [Number(seq), { hash, token }]))
}

async function check(
  sql: Sql,
  head: { partition: string; seq: string; hash: Buffer },
  checkStamp: CheckStamp | undefined,
) {
  const seals = await readSeals(sql, head.partition)
  const end = await walk(sql, head.partition, { seals, checkStamp })
  if ('reason' in end) return end
  const last = Math.max(Number(head.seq), ...seals.keys())
  const whole = end.seq === last && end.hash.equals(head.hash)
  return whole
    ? { ...end, stamps: checkStamp === undefined ? 0 : seals.size }
    : { partition: head.partition, seq: end.seq + 1, reason: 'cut' as const }
}

/**
 * Reads the whole message log and tells where it was changed: a row altered, taken out or put in, an end cut off, a time stamp
 * over something else or (with `checkStamp`) by nobody whom we trust. Run it while the gateway rests or on a snapshot; `sql` should be one connection.
 */
export async function verifyMessageLog(sql: Sql, checkStamp?: CheckStamp): Promise<LogVerdict> {
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
  let stamps = 0
  for (const head of heads) {
    const end = await check(sql, head, checkStamp)
    if ('reason' in end) {
      broken.push(end)
      continue
    }
    records += end.seq
    stamps += end.stamps
  }
  return { records, stamps, broken }
}
