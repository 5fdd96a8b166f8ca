import fs from 'node:fs'
import { connectDatabase, type Database } from '#platform/db'
import { renderError } from '#platform/i18n'
import {
  exportFile,
  importFile,
  ImportRefused,
  rejectedName,
  type RejectedRecord,
  rejectedText,
  rejectionText,
  templateOf,
} from '#registries/kit'
import { mainErrors } from '../errors.ts'
import {
  INTAKES,
  type IntakeName,
  type Intakes,
  intakesOf,
  isIntakeName,
  REGISTRY_NAMES,
} from '../intakes.ts'
import { migrateAll, openDatabase } from '../platform.ts'
import { Refused } from '../refused.ts'
import type { CommandContext } from './context.ts'
import { createMeter } from './meter.ts'
import { EXIT, type Output, refusalOf, tellRefusal, terminalLang } from './output.ts'

function nameOf(registry: string): IntakeName {
  if (isIntakeName(registry)) return registry
  throw new Refused(mainErrors.REGISTRY_UNKNOWN({ registry, known: REGISTRY_NAMES.join(', ') }))
}

function checkFile(file: string): void {
  if (!/\.(csv|json|jsonl)$/.test(file)) throw new Refused(mainErrors.FILE_KIND({ file }))
}

async function withRegistry(
  context: CommandContext,
  registry: string,
  run: (intakes: Intakes<unknown>) => Promise<number>,
): Promise<number> {
  const name = nameOf(registry)
  const server = await openDatabase(context)
  let database: Database | undefined
  try {
    await migrateAll(server)
    database = connectDatabase({ connection: server.connection, secrets: server.rolePasswords })
    return await run(intakesOf(database)[name] as Intakes<unknown>)
  } catch (error) {
    if (error instanceof ImportRefused) throw new Refused(error.refusal)
    throw error
  } finally {
    await database?.close()
    await server.stop()
  }
}

const inWords = ({ at, key, code }: RejectedRecord) => {
  const error = rejectionText(code)
  return { row: at, key, code: error.code, text: renderError(error, terminalLang()) }
}

/** Rejected records go to a file beside the imported one, which is made with the first of them. */
function createRejections(file: string) {
  const beside = rejectedName(file)
  const first: ReturnType<typeof inWords>[] = []
  let begun = false
  return {
    first,
    file: () => (begun ? beside : null),
    add(rejected: readonly RejectedRecord[]) {
      for (const one of rejected) {
        const { key, ...note } = inWords(one)
        if (first.length < SHOWN) first.push({ ...note, key })
        const text = rejectedText(one.original, note, !begun)
        if (begun) fs.appendFileSync(beside, text)
        else fs.writeFileSync(beside, text, { mode: 0o600 })
        begun = true
      }
    },
  }
}
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`
const SHOWN = 100
const PRINTED = 10

export interface ImportOptions {
  readonly dryRun?: boolean
}

/** `qyzmet registry import REGISTRY FILE`: takes records of others into a registry; rejected ones are told and left out. */
export async function importCommand(
  context: CommandContext,
  { registry, file }: { readonly registry: string; readonly file: string },
  { dryRun = false }: ImportOptions,
): Promise<number> {
  nameOf(registry)
  checkFile(file)
  if (!fs.existsSync(file)) throw new Refused(mainErrors.FILE_UNREADABLE({ file }))
  return withRegistry(context, registry, async ({ pool, intake }) => {
    const { output } = context
    const meter = createMeter({ terminal: process.stderr, show: megabytes })
    const rejections = createRejections(file)
    const began = performance.now()
    const { stopped, ...done } = await importFile({
      pool,
      intake,
      file,
      dryRun,
      onRejected: (rejected) => rejections.add(rejected),
      onProgress: meter,
    })
    const seconds = Number(((performance.now() - began) / 1000).toFixed(1))
    const report = { ...done, dryRun, seconds, rejections: rejections.file() }
    printImport(output, report, rejections.first)
    const end = stopped === undefined ? {} : refusalOf(stopped)
    output.result({ ...report, first: rejections.first, ...end })
    if (stopped !== undefined) tellRefusal(output, stopped)
    return done.rejected === 0 && stopped === undefined ? EXIT.done : EXIT.refused
  })
}

function printImport(
  output: Output,
  report: {
    read: number
    accepted: number
    rejected: number
    dryRun: boolean
    rejections: string | null
  },
  first: readonly { row: number; key: string; code: string; text: string }[],
): void {
  const kept = report.dryRun ? 'could be taken (nothing was kept)' : 'taken'
  output.line(
    `${report.read} records read, ${report.accepted} ${kept}, ${report.rejected} rejected.`,
  )
  for (const { row, key, code, text } of first.slice(0, PRINTED))
    output.line(`  row ${row}  ${key}  ${code}: ${text}`)
  if (report.rejections !== null) output.line(`All rejected records are in ${report.rejections}`)
}

/** `qyzmet registry export REGISTRY FILE`: writes all records of a registry in the form in which they can be imported. */
export async function exportCommand(
  context: CommandContext,
  { registry, file }: { readonly registry: string; readonly file: string },
): Promise<number> {
  nameOf(registry)
  checkFile(file)
  return withRegistry(context, registry, async ({ pool, intake }) => {
    const records = await exportFile(pool, intake, { file })
    context.output.line(`${records} records written to ${file}`)
    context.output.result({ records, file })
    return EXIT.done
  })
}

/** `qyzmet registry template REGISTRY`: the header of the table of a registry; docs/registries.md explains each column. */
export function templateCommand(output: Output, registry: string): number {
  const template = templateOf(INTAKES[nameOf(registry)].intake)
  output.line(template.trimEnd())
  output.result({ registry, columns: template.trimEnd().split(',') })
  return EXIT.done
}
