import type { Instant } from '#core/kernel'
import type { Sql } from '#platform/db'

/** An RFC 3161 token over a SHA-256 digest; undefined when the time-stamping authority cannot be reached. */
export type TimeStamp = (digest: Buffer) => Promise<Buffer | undefined>

/**
 * Time-stamps the end of every chain that grew since its last seal; gives how many were sealed. What a seal covers cannot be
 * rewritten later unnoticed by whoever checks the stamps, not even by who holds the database.
 */
export async function sealLog(sql: Sql, timeStamp: TimeStamp, at: Instant): Promise<number> {
  const { rows } = await sql.query<{ partition: string; seq: string; hash: Buffer }>(
    `select partition, seq, hash from gateway.log_head h
     where seq > 0 and not exists (select from gateway.log_seal s where s.partition = h.partition and s.seq = h.seq)
     order by partition`,
  )
  let sealed = 0
  for (const { partition, seq, hash } of rows) {
    const token = await timeStamp(hash)
    if (token === undefined) return sealed
    await sql.query(
      'insert into gateway.log_seal values ($1, $2, $3, $4, $5) on conflict do nothing',
      [partition, seq, hash, at, token],
    )
    sealed += 1
  }
  return sealed
}
