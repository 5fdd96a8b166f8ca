import pg from 'pg'
import { type PostgresConnection, roleConfig } from './connection.ts'
import type { DatabaseRole, RolePasswords } from './schema-module.ts'

/** A pool, or a client inside a transaction: whatever can run a statement. */
export type Sql = Pick<pg.ClientBase, 'query'>

export interface Database {
  /** The pool of a role, made when first asked for. */
  pool(role: DatabaseRole): pg.Pool
  close(): Promise<void>
}

/** Connections a pool may open: 20 + 9 x 8 stay under the server's 100. */
const POOL_SIZE = { app: 20, other: 8 }

/** A `date` stays the text that it is: as a JavaScript Date it would shift by a day in some zones. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.DATE ? (text: string) => text : pg.types.getTypeParser(oid, format),
}

/** One pool a role. Connections are opened on demand; a lost one is replaced by the pool. */
export function connectDatabase(options: {
  readonly connection: PostgresConnection
  readonly secrets: RolePasswords
  readonly onLostConnection?: (role: DatabaseRole, error: Error) => void
}): Database {
  const pools = new Map<DatabaseRole, pg.Pool>()
  const open = (role: DatabaseRole): pg.Pool => {
    const pool = new pg.Pool({
      ...roleConfig(options.connection, role, options.secrets),
      types,
      max: role === 'app' ? POOL_SIZE.app : POOL_SIZE.other,
    })
    // Without listeners the loss of a connection, idle or in a transaction, would end the process.
    pool.on('error', (error) => options.onLostConnection?.(role, error))
    pool.on('connect', (client) => client.on('error', () => {}))
    pools.set(role, pool)
    return pool
  }
  return {
    pool: (role) => pools.get(role) ?? open(role),
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.end()))
    },
  }
}

/**
 * Runs `work` in a transaction: committed when it resolves, rolled back when it rejects.
 * @throws when the transaction was already broken and `work` did not let the error through: nothing was kept then.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const tx = await pool.connect()
  let broken: Error | undefined
  try {
    await tx.query('begin')
    const result = await work(tx)
    const { command } = await tx.query('commit')
    if (command === 'ROLLBACK')
      throw new Error('a failed statement was ignored; nothing was committed')
    return result
  } catch (error) {
    await tx.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    tx.release(broken)
  }
}
