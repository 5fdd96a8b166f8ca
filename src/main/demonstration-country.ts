import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import {
  createCountry,
  type Persona,
  personasOn,
  seedCountry,
  type Takes,
} from '../../country/index.ts'
import { birthDate, dayOf, instant, type PlainDate } from '#core/kernel'
import { type BatchId, type Intake, sourceOf, takeBatch, takenBefore } from '#registries/kit'
import type { Config } from './config.ts'
import { type Intakes, intakesOf } from './intakes.ts'
import type { Platform, Progress } from './platform.ts'

export const demonstrationFolder = (config: Config) => path.join(config.data, 'demonstration')
const citizensFile = (config: Config) => path.join(demonstrationFolder(config), 'citizens.json')
const countryFile = (config: Config) => path.join(demonstrationFolder(config), 'country.json')

/** Which country was begun: a start that was killed goes on with the same one, also on another day. */
interface Begun {
  readonly size: number
  readonly seed: number
  readonly today: PlainDate
}

function write(config: Config, file: string, value: unknown): void {
  fs.mkdirSync(demonstrationFolder(config), { recursive: true, mode: 0o700 })
  fs.writeFileSync(file, JSON.stringify(value), { mode: 0o600 })
}

const begunBefore = (config: Config): Begun | undefined =>
  fs.existsSync(countryFile(config))
    ? (JSON.parse(fs.readFileSync(countryFile(config), 'utf8')) as Begun)
    : undefined

/** Grown-up people of the country that nobody plays yet: `npm run demo` registers as one of them. */
function keepCitizens(config: Config, begun: Begun): void {
  const { persons, personas } = createCountry({ ...begun, size: Math.min(begun.size, 5000) })
  const played = new Set(personas.map(({ iin }) => iin))
  const grown = persons.filter(({ iin }) => {
    const born = birthDate(iin) ?? '9'
    return !played.has(iin) && born > '1950-01-01' && born < '2000-01-01'
  })
  write(
    config,
    citizensFile(config),
    grown.map(({ iin }) => iin),
  )
}

export const demonstrationCitizens = (config: Config): readonly string[] =>
  fs.existsSync(citizensFile(config))
    ? (JSON.parse(fs.readFileSync(citizensFile(config), 'utf8')) as string[])
    : []

/** A registry that holds what somebody else put there is left as it is. */
async function isOurs(
  pool: pg.Pool,
  { schema, table }: Pick<Intake<unknown>, 'schema' | 'table'>,
  source: string,
) {
  const filled = await pool.query(`select 1 from ${schema}.${table} limit 1`)
  if (filled.rowCount === 0) return true
  const taken = await pool.query(`select 1 from ${schema}.import_batch where source = $1 limit 1`, [
    sourceOf(table, source),
  ])
  return taken.rowCount === 1
}

const NOTHING = { accepted: 0, rejected: [] }

async function takesOf({ database }: Pick<Platform, 'database'>, source: string) {
  const all = intakesOf(database)
  const ours = new Set<string>()
  for (const { pool, intake } of Object.values(all))
    if (await isOurs(pool, intake, source)) ours.add(intake.table)
  const take = async <R>({ pool, intake }: Intakes<R>, batch: number, rows: readonly R[]) =>
    ours.has(intake.table) ? takeBatch(pool, intake, { source, batch }, rows) : NOTHING
  const takes: Takes = {
    persons: (block, rows) => take(all.persons, block, rows),
    legalEntities: (block, rows) => take(all['legal-entities'], block, rows),
    realty: (block, rows) => take(all.realty, block, rows),
    land: (block, rows) => take(all.land, block, rows),
    offices: (block, rows) => take(all['civil-offices'], block, rows),
    civilActs: (block, rows) => take(all['civil-acts'], block, rows),
    powers: (block, rows) => take(all.notary, block, rows),
  }
  const isTaken = async (batch: number) => {
    const id: BatchId = { source, batch }
    const mine = Object.values(all).filter(({ intake }) => ours.has(intake.table))
    const taken = await Promise.all(mine.map(({ pool, intake }) => takenBefore(pool, intake, id)))
    return taken.every((report) => report !== undefined)
  }
  return { takes, isTaken }
}

/** Fills empty registries with the made-up country; registries that hold something else are left as they are. */
export async function createDemonstrationCountry(
  platform: Pick<Platform, 'database'>,
  config: Config,
  progress: Progress,
): Promise<readonly Persona[]> {
  const today = dayOf(instant(new Date()))
  const before = begunBefore(config)
  const begun = before ?? { size: config.countrySize, seed: 1, today }
  const source = `country ${begun.size} ${begun.seed} ${begun.today}`
  const { takes, isTaken } = await takesOf(platform, source)
  if (before === undefined) {
    progress('country', String(begun.size))
    write(config, countryFile(config), begun)
  }
  if (before === undefined || !fs.existsSync(citizensFile(config))) keepCitizens(config, begun)
  await seedCountry({
    country: begun,
    takes,
    isTaken,
    onProgress: (done, total) => progress('country', { done, total }),
  })
  return personasOn(today)
}
