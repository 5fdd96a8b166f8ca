import { createHash } from 'node:crypto'
import fs from 'node:fs'
import type pg from 'pg'
import type { CodedError } from '#core/kernel'
import { inTransaction } from '#platform/db'
import type { ImportReport, RejectedRow } from '../insert-rows.ts'
import { type Intake, takeBatch, takeRows } from '../intake.ts'
import { ImportRefused, valueCode } from './errors.ts'
import { openRecords, type OpenFile, type ReadRecord } from './read-records.ts'
import type { Original } from './rejected-file.ts'
import { createSheet } from './sheet.ts'

/** A record that was not taken: where it stands in the file, its key, and the name of the rule that it broke. */
export interface RejectedRecord {
  readonly at: number
  readonly key: string
  readonly code: string
  readonly original: Original
}

export interface ImportFile<R> {
  readonly pool: pg.Pool
  readonly intake: Intake<R>
  readonly file: string
  /** Nothing is kept: everything is tried in one transaction that is undone. */
  readonly dryRun: boolean
  readonly onRejected: (rejected: readonly RejectedRecord[]) => void
  readonly onProgress?: (bytes: number, of: number) => void
}

export interface Imported {
  readonly read: number
  readonly accepted: number
  readonly rejected: number
  /** Why the file was not read to its end. */
  readonly stopped?: CodedError
}

const BATCH = 1000

async function fingerprint(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of fs.createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Batches of what can be read; what ends the reading is thrown behind the last of them. */
async function* batchesOf(records: AsyncIterable<ReadRecord>): AsyncGenerator<ReadRecord[]> {
  let batch: ReadRecord[] = []
  let stopped: ImportRefused | undefined
  try {
    for await (const record of records) {
      batch.push(record)
      if (batch.length < BATCH) continue
      yield batch
      batch = []
    }
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    stopped = error
  }
  if (batch.length > 0) yield batch
  if (stopped !== undefined) throw stopped
}

const keyIn = (record: unknown, keyed: string): string => {
  const value = typeof record === 'object' && record !== null ? Reflect.get(record, keyed) : ''
  return typeof value === 'string' ? value : ''
}

/** The records of a batch that have their shape, and what is wrong with the others. */
function shaped<R>(intake: Intake<R>, batch: readonly ReadRecord[]) {
  const rows: R[] = []
  const read = new Map<string, ReadRecord[]>()
  const rejected: RejectedRecord[] = []
  for (const one of batch) {
    const { at, record, original, broken } = one
    const key = keyIn(record, intake.keyed)
    const parsed = intake.row.safeParse(record)
    if (broken === undefined && parsed.success) {
      rows.push(parsed.data)
      read.set(key, [...(read.get(key) ?? []), one])
    } else {
      const code = broken ?? valueCode(parsed.error?.issues[0]?.path ?? [])
      rejected.push({ at, key, code, original })
    }
  }
  /** Of records with one key the later ones are those that are rejected. */
  const reject = ({ key, code }: RejectedRow): RejectedRecord => {
    const { at, original } = read.get(key)?.pop() ?? { at: 0, original: { value: null } }
    return { at, key, code, original }
  }
  return { rows, rejected, reject }
}

type Take<R> = (rows: readonly R[], batch: number) => Promise<ImportReport>

async function takeFile<R>(
  options: ImportFile<R>,
  open: OpenFile,
  take: Take<R>,
): Promise<Imported> {
  let read = 0
  let accepted = 0
  let nth = 0
  const imported = () => ({ read, accepted, rejected: read - accepted })
  try {
    for await (const batch of batchesOf(open.records)) {
      const { rows, rejected, reject } = shaped(options.intake, batch)
      const report = await take(rows, nth)
      const all = [...rejected, ...report.rejected.map(reject)].toSorted((a, b) => a.at - b.at)
      if (all.length > 0) options.onRejected(all)
      read += batch.length
      accepted += report.accepted
      nth += 1
      options.onProgress?.(open.bytesRead(), open.bytes)
    }
  } catch (error) {
    if (!(error instanceof ImportRefused) || read === 0) throw error
    return { ...imported(), stopped: error.refusal }
  }
  return imported()
}

class Undo extends Error {
  readonly imported: Imported
  constructor(imported: Imported) {
    super('tried only')
    this.imported = imported
  }
}

/** Tries everything in one transaction, so that what comes later may lean on what came before, and undoes it. */
async function tryFile<R>(options: ImportFile<R>, open: OpenFile): Promise<Imported> {
  try {
    return await inTransaction(options.pool, async (tx) => {
      throw new Undo(await takeFile(options, open, (rows) => takeRows(tx, options.intake, rows)))
    })
  } catch (error) {
    if (error instanceof Undo) return error.imported
    throw error
  }
}

/**
 * Imports a file of records, CSV or JSON, in batches of a transaction each. An import that was cut off and begins again goes on: a batch
 * of the same file is taken once. Records that break a rule are told and left out. A file that cannot be read to its end (`stopped`) has
 * given the records before that place. Memory does not grow with the file. Refusals of the whole file are thrown as {@link ImportRefused}:
 * IMPORT_UNKNOWN_COLUMN, IMPORT_NO_KEY, IMPORT_NOT_UTF8, and what stops the reading of a file that gave no record.
 */
export async function importFile<R>(options: ImportFile<R>): Promise<Imported> {
  const { pool, intake, file, dryRun } = options
  const open = await openRecords(file, createSheet(intake.row), intake.keyed)
  if (dryRun) return tryFile(options, open)
  const source = `file ${await fingerprint(file)}`
  return takeFile(options, open, (rows, batch) => takeBatch(pool, intake, { source, batch }, rows))
}
