import type pg from 'pg'
import type { ServiceId, SystemId } from '#core/envelope'
import { inTransaction } from '#platform/db'

/** One system may ask another for one service. What no right allows is denied. */
export interface AccessRight {
  readonly from: SystemId
  readonly to: SystemId
  readonly service: ServiceId
}

/** Makes the table equal to the given rights: a right taken out of the data is taken away. */
export const loadRights = (pool: pg.Pool, rights: readonly AccessRight[]): Promise<void> =>
  inTransaction(pool, async (tx) => {
    const given = JSON.stringify(rights.map((r) => [r.from, r.to, r.service]))
    await tx.query(
      `delete from gateway.access_right
       where jsonb_build_array(from_system, to_system, service) not in (select jsonb_array_elements($1::jsonb))`,
      [given],
    )
    await tx.query(
      `insert into gateway.access_right select r->>0, r->>1, r->>2 from jsonb_array_elements($1::jsonb) r
       on conflict do nothing`,
      [given],
    )
  })
