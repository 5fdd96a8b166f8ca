import fs from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import type pg from 'pg'
import type { Json } from '#core/kernel'
import type { Intake } from '../intake.ts'
import { createSheet, type Sheet } from './sheet.ts'

const PAGE = 1000

async function* pagesOf<R>(pool: pg.Pool, intake: Intake<R>): AsyncGenerator<readonly Json[]> {
  let after = ''
  for (;;) {
    const { rows } = await pool.query<{ key: string; row: Json }>(intake.read, [after, PAGE])
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(({ row }) => row)
    after = last.key
  }
}

/** Lines of a table: the record's key stands in each of them. */
function linesOf(sheet: Sheet, keyed: string, record: Json): string[][] {
  const lines = sheet.write(record)
  const key = lines[0]?.[keyed] ?? ''
  return lines.map((cells) =>
    sheet.columns.map(({ name }) => (name === keyed ? key : (cells[name] ?? ''))),
  )
}

/** The header of the table of a registry, with nothing below. */
export const templateOf = (intake: Pick<Intake<unknown>, 'row'>): string =>
  stringify([createSheet(intake.row).columns.map(({ name }) => name)])

/** Writes all records of a registry to a file, CSV or JSON (one object a line) by the end of its name; gives their number. */
export async function exportFile<R>(
  pool: pg.Pool,
  intake: Intake<R>,
  { file, onProgress }: { readonly file: string; readonly onProgress?: (done: number) => void },
): Promise<number> {
  const sheet = createSheet(intake.row)
  const csv = file.endsWith('.csv')
  const out = fs.createWriteStream(file, { mode: 0o600 })
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain')
  }
  let count = 0
  if (csv) await write(templateOf(intake))
  for await (const page of pagesOf(pool, intake)) {
    const text = csv
      ? stringify(page.flatMap((record) => linesOf(sheet, intake.keyed, record)))
      : page.map((record) => `${JSON.stringify(record)}\n`).join('')
    await write(text)
    count += page.length
    onProgress?.(count)
  }
  out.end()
  await finished(out)
  return count
}
