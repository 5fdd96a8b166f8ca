import type pg from 'pg'
import { type Instant, addSeconds, instant } from '#core/kernel'
import { buildCrl } from '#platform/crypto'
import { type Sql, inTransaction } from '#platform/db'
import type { Issuer } from './issuer.ts'
import { lockRevocations, revokedAt } from './certificate-register.ts'

export type CrlIssuer = 'root' | 'issuing'

/** How long a list is good for, seconds; a new one is made when half of it has gone, or after a revocation. */
const PERIOD: Readonly<Record<CrlIssuer, number>> = {
  issuing: 86_400,
  root: 90 * 86_400,
}

interface CrlRow {
  number: string
  this_update: Date
  last_entry: string
  der: Buffer
}

const LAST_ENTRY = `select coalesce(max(entry), 0) as entry from authority.journal where action = 'revoked'`

async function latest(sql: Sql, issuer: CrlIssuer): Promise<CrlRow | undefined> {
  const { rows } = await sql.query<CrlRow>(
    'select number, this_update, last_entry, der from authority.crl where issuer = $1',
    [issuer],
  )
  return rows[0]
}

async function lastRevocation(sql: Sql, issuer: CrlIssuer): Promise<string> {
  if (issuer === 'root') return '0'
  const { rows } = await sql.query<{ entry: string }>(LAST_ENTRY)
  return rows[0]?.entry ?? '0'
}

export interface CrlPublisher {
  /** The current full list, DER. */
  current(issuer: CrlIssuer): Promise<Buffer>
}

export function createCrlPublisher(deps: {
  readonly pool: pg.Pool
  readonly issuers: Readonly<Record<CrlIssuer, Issuer>>
  readonly clock: () => Instant
}): CrlPublisher {
  async function find(sql: Sql, issuer: CrlIssuer): Promise<Buffer | undefined> {
    const row = await latest(sql, issuer)
    if (row === undefined || row.last_entry !== (await lastRevocation(sql, issuer)))
      return undefined
    const renewAt = addSeconds(instant(row.this_update), PERIOD[issuer] / 2)
    return deps.clock() < renewAt ? row.der : undefined
  }

  async function publish(tx: Sql, issuer: CrlIssuer): Promise<Buffer> {
    await lockRevocations(tx)
    const made = await find(tx, issuer)
    if (made !== undefined) return made
    const number = Number((await latest(tx, issuer))?.number ?? 0) + 1
    const thisUpdate = deps.clock()
    const nextUpdate = addSeconds(thisUpdate, PERIOD[issuer])
    const revoked = issuer === 'root' ? [] : await revokedAt(tx, thisUpdate)
    const der = buildCrl(deps.issuers[issuer], { number, thisUpdate, nextUpdate, revoked })
    await tx.query(
      `insert into authority.crl (issuer, number, this_update, next_update, last_entry, der)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (issuer) do update set number = excluded.number, this_update = excluded.this_update,
         next_update = excluded.next_update, last_entry = excluded.last_entry, der = excluded.der`,
      [issuer, number, thisUpdate, nextUpdate, await lastRevocation(tx, issuer), der],
    )
    return der
  }

  return {
    current: async (issuer) =>
      (await find(deps.pool, issuer)) ?? inTransaction(deps.pool, (tx) => publish(tx, issuer)),
  }
}
