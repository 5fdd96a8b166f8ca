import type pg from 'pg'
import type { z } from 'zod'
import { inTransaction } from '#platform/db'
import { type ImportReport, insertRows, type RejectedRow } from './insert-rows.ts'

/** How one kind of records enters a registry and leaves it again. */
export interface Intake<R> {
  /** The registry's schema, such as `reg_persons`. */
  readonly schema: string
  /** The table that has a row for each record. */
  readonly table: string
  /** The column of that table that holds the key. */
  readonly column: string
  /** Shape of a record; what its members mean stands in their descriptions. */
  readonly row: z.ZodType<R>
  /** The member of the record that names it, and its value. */
  readonly keyed: string
  readonly key: (row: R) => string
  /** What only code can tell, such as a control digit: the rule that the record breaks, or undefined. */
  readonly objection: (row: R) => string | undefined
  /** Inserts all records of a JSON array in `$1`. */
  readonly statement: string
  /** Reads records as JSON (`key`, `row`), at most `$2` of them in the order of their keys, behind the key `$1`. */
  readonly read: string
  /** Puts records that others of the same batch lean on before those. */
  readonly order?: (rows: readonly R[]) => readonly R[]
}

/** Which of the records are in the register already: told without a try, since a file may be imported that was imported before. */
async function keysThere<R>(
  tx: pg.ClientBase,
  { schema, table, column, key }: Intake<R>,
  rows: readonly R[],
): Promise<ReadonlySet<string>> {
  const { rows: found } = await tx.query<{ key: string }>(
    `select ${column} as key from ${schema}.${table} where ${column} = any($1)`,
    [rows.map(key)],
  )
  return new Set(found.map((row) => row.key))
}

/** Takes records inside the caller's transaction; the report names each rejected one and the rule that it broke. */
export async function takeRows<R>(
  tx: pg.ClientBase,
  intake: Intake<R>,
  rows: readonly R[],
): Promise<ImportReport> {
  const { statement, key, objection, order, table } = intake
  const there = await keysThere(tx, intake, rows)
  const known = (row: R) => (there.has(key(row)) ? `${table}_pk` : undefined)
  return insertRows(tx, {
    statement,
    rows: order?.(rows) ?? rows,
    key,
    objection: (row) => objection(row) ?? known(row),
  })
}

/** Takes records in one transaction. */
export const takeAll = <R>(
  pool: pg.Pool,
  intake: Intake<R>,
  rows: readonly R[],
): Promise<ImportReport> => inTransaction(pool, (tx) => takeRows(tx, intake, rows))

/** A part of a larger import, told by what is imported and the place of the part in it. */
export interface BatchId {
  readonly source: string
  readonly batch: number
}

interface Taken {
  readonly accepted: number
  readonly rejected: readonly RejectedRow[]
}

/** A registry may take several kinds of records of one source. */
export const sourceOf = (table: string, source: string): string => `${table}: ${source}`

/** What a batch that was taken before reported; undefined when it was not. */
export async function takenBefore(
  sql: Pick<pg.ClientBase, 'query'>,
  { schema, table }: Pick<Intake<unknown>, 'schema' | 'table'>,
  { source, batch }: BatchId,
): Promise<ImportReport | undefined> {
  const { rows } = await sql.query<Taken>(
    `select accepted, rejected from ${schema}.import_batch where source = $1 and batch = $2`,
    [sourceOf(table, source), batch],
  )
  return rows[0]
}

/** Takes a batch in one transaction with the note that it was taken: once, however often it is tried. */
export async function takeBatch<R>(
  pool: pg.Pool,
  intake: Intake<R>,
  id: BatchId,
  rows: readonly R[],
): Promise<ImportReport> {
  const before = await takenBefore(pool, intake, id)
  if (before !== undefined) return before
  return inTransaction(pool, async (tx) => {
    const report = await takeRows(tx, intake, rows)
    await tx.query(
      `insert into ${intake.schema}.import_batch (source, batch, accepted, rejected) values ($1, $2, $3, $4)`,
      [
        sourceOf(intake.table, id.source),
        id.batch,
        report.accepted,
        JSON.stringify(report.rejected),
      ],
    )
    return report
  })
}
