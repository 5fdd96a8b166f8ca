import type pg from 'pg'
import { DatabaseError } from 'pg'

/** Why a row was not taken: `code` is the name of the broken constraint or of a check before the database. */
export interface RejectedRow {
  readonly key: string
  readonly code: string
}
/** What an import did. Rejected rows leave no trace in the register. */
export interface ImportReport {
  readonly accepted: number
  readonly rejected: readonly RejectedRow[]
}

/** Rows of one kind and the one statement that inserts them all from a JSON array in `$1`. */
export interface Batch<R> {
  readonly statement: string
  readonly rows: readonly R[]
  readonly key: (row: R) => string
  /** What only code can tell, such as a control digit: a reason against the row, or undefined. */
  readonly objection: (row: R) => string | undefined
}

const INTEGRITY = '23'
const ROWS_AT_ONCE = 500

function rejection(error: unknown): string | undefined {
  if (!(error instanceof DatabaseError) || error.code?.startsWith(INTEGRITY) !== true)
    return undefined
  return error.constraint ?? error.code
}

async function tryInsert<R>(tx: pg.ClientBase, batch: Batch<R>): Promise<string | undefined> {
  await tx.query('savepoint rows')
  try {
    await tx.query(batch.statement, [JSON.stringify(batch.rows)])
    await tx.query('release savepoint rows')
    return undefined
  } catch (error) {
    await tx.query('rollback to savepoint rows')
    const code = rejection(error)
    if (code === undefined) throw error
    return code
  }
}

async function insertSome<R>(tx: pg.ClientBase, batch: Batch<R>): Promise<readonly RejectedRow[]> {
  const code = await tryInsert(tx, batch)
  if (code === undefined) return []
  const [only, ...others] = batch.rows
  if (only === undefined || others.length === 0) {
    return only === undefined ? [] : [{ key: batch.key(only), code }]
  }
  const middle = Math.ceil(batch.rows.length / 2)
  const first = await insertSome(tx, { ...batch, rows: batch.rows.slice(0, middle) })
  return [...first, ...(await insertSome(tx, { ...batch, rows: batch.rows.slice(middle) }))]
}

/**
 * Inserts rows in bulk; when a part breaks a constraint, it is halved until the offending rows stand alone, and only those
 * are rejected. Runs inside the caller's transaction.
 */
export async function insertRows<R>(tx: pg.ClientBase, batch: Batch<R>): Promise<ImportReport> {
  const rejected: RejectedRow[] = []
  const sound = batch.rows.filter((row) => {
    const code = batch.objection(row)
    if (code !== undefined) rejected.push({ key: batch.key(row), code })
    return code === undefined
  })
  for (let from = 0; from < sound.length; from += ROWS_AT_ONCE) {
    const rows = sound.slice(from, from + ROWS_AT_ONCE)
    rejected.push(...(await insertSome(tx, { ...batch, rows })))
  }
  return { accepted: batch.rows.length - rejected.length, rejected }
}
