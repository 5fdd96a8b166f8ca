import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { createCountry, type Persona, seedCountry } from '../../country/index.ts'
import { certificateRequest, generateKeys, makeKeyFile } from '#apps/portal'
import { birthDate, dayOf, instant, type Lang, parseBin, parseIin, type Party } from '#core/kernel'
import type { DatabaseRole } from '#platform/db'
import type { ImportReport } from '#registries/kit'
import { importLegalEntities } from '#registries/legal-entities'
import { importPersons } from '#registries/persons'
import { importRealty } from '#registries/realty'
import { createClock } from './clock.ts'
import type { Config } from './config.ts'
import type { Platform, Progress } from './platform.ts'
import { createPortalKeys } from './portal-keys.ts'
import { Refused } from './refused.ts'

/** Somebody to try the platform with: printed at every start of a demonstration. */
export interface DemonstrationAccount {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly number: string
  readonly password: string
  readonly keyFile: string
  readonly keyPassword: string
}

const folderOf = (config: Config) => path.join(config.data, 'demonstration')
const accountsFile = (config: Config) => path.join(folderOf(config), 'accounts.json')

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
/** Easy to type, and of this installation alone: 60 bits. */
const newPassword = () =>
  [0, 1, 2]
    .map(() => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''))
    .join('-')

type Pools = Pick<Platform, 'database'>

const isEmpty = async (pool: pg.Pool, table: string): Promise<boolean> =>
  (await pool.query(`select 1 from ${table} limit 1`)).rowCount === 0

/** Each registry takes its part whole or not at all, so a start that was killed half-way goes on with the rest. */
function importersOf({ database }: Pools) {
  const ifEmpty =
    <R>(
      role: DatabaseRole,
      table: string,
      load: (pool: pg.Pool, rows: readonly R[]) => Promise<ImportReport>,
    ) =>
    async (rows: readonly R[]): Promise<ImportReport> => {
      const pool = database.pool(role)
      return (await isEmpty(pool, table)) ? load(pool, rows) : { accepted: 0, rejected: [] }
    }
  return {
    persons: ifEmpty('registry_persons', 'reg_persons.person', importPersons),
    legalEntities: ifEmpty(
      'registry_legal_entities',
      'reg_legal_entities.entity',
      importLegalEntities,
    ),
    realty: ifEmpty('registry_realty', 'reg_realty.object', importRealty),
  }
}

const citizensFile = (config: Config) => path.join(folderOf(config), 'citizens.json')

/** Grown-up people of the country that nobody plays yet: `npm run demo` registers as one of them. */
function keepCitizens(config: Config, iins: readonly string[]): void {
  const grown = iins.filter(
    (iin) => (birthDate(iin) ?? '9') < '2000-01-01' && (birthDate(iin) ?? '0') > '1950-01-01',
  )
  fs.mkdirSync(folderOf(config), { recursive: true, mode: 0o700 })
  fs.writeFileSync(citizensFile(config), JSON.stringify(grown.slice(0, 5000)), { mode: 0o600 })
}

export const demonstrationCitizens = (config: Config): readonly string[] =>
  fs.existsSync(citizensFile(config))
    ? (JSON.parse(fs.readFileSync(citizensFile(config), 'utf8')) as string[])
    : []

/** Fills empty registries with the made-up country; registries that hold something are left as they are. */
export async function createDemonstrationCountry(
  platform: Pools,
  config: Config,
  progress: Progress,
): Promise<readonly Persona[]> {
  const today = dayOf(instant(new Date()))
  const country = createCountry({ size: config.countrySize, today })
  if (!(await isEmpty(platform.database.pool('registry_realty'), 'reg_realty.object')))
    return country.personas
  progress('country', String(config.countrySize))
  await seedCountry({ country, importers: importersOf(platform) })
  const played = new Set(country.personas.map(({ iin }) => iin))
  keepCitizens(
    config,
    country.persons.map(({ iin }) => iin).filter((iin) => !played.has(iin)),
  )
  return country.personas
}

function partyOf({ iin, bin }: Persona): Party {
  const number = bin === null ? undefined : parseBin(bin)
  if (number !== undefined) return { kind: 'entity', bin: number }
  const person = parseIin(iin)
  if (person === undefined) throw new Error('a persona has a valid IIN')
  return { kind: 'person', iin: person }
}

const der = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

/** On a day of the past some were not there yet: the firm of 2012 is no party in 2011. */
const NOT_THERE: ReadonlySet<string> = new Set(['IDENTITY_NOT_IN_REGISTER', 'IDENTITY_NOT_ACTIVE'])

async function makeAccount(
  { backend }: Platform,
  config: Config,
  persona: Persona,
  deps: Parameters<typeof createPortalKeys>[0],
): Promise<DemonstrationAccount | undefined> {
  const party = partyOf(persona)
  const number = party.kind === 'person' ? party.iin : party.bin
  const password = newPassword()
  const claim = party.kind === 'person' ? { number } : { number, headIin: persona.iin }
  const language: Lang = 'kk'
  const registered = await backend.identity.register({
    ...claim,
    password,
    language,
    address: '127.0.0.1',
  })
  if (!registered.ok) {
    if (NOT_THERE.has(registered.error.code)) return undefined
    throw new Refused(registered.error)
  }
  const keys = await generateKeys()
  const request = Buffer.from(await certificateRequest(keys))
  const by = { session: 'demonstration', account: registered.value }
  const issued = await createPortalKeys(deps).issue(by, request)
  if (!issued.ok) throw new Refused(issued.error)
  const keyPassword = newPassword()
  const file = await makeKeyFile({
    privateKey: keys.privateKey,
    certificate: der(issued.value.certificate),
    chain: issued.value.chain.map(der),
    password: keyPassword,
    label: persona.fullName.kk,
  })
  const keyFile = path.join(folderOf(config), `${persona.id}.p12`)
  fs.writeFileSync(keyFile, Buffer.from(file), { mode: 0o600 })
  return {
    id: persona.id,
    name: persona.fullName.kk,
    role: persona.role.en,
    number,
    password,
    keyFile,
    keyPassword,
  }
}

/** Accounts of the personas with their key files, made on the first start and the same ever after. */
export async function demonstrationAccounts(
  platform: Platform,
  config: Config,
  personas: readonly Persona[],
): Promise<readonly DemonstrationAccount[]> {
  const file = accountsFile(config)
  fs.mkdirSync(folderOf(config), { recursive: true, mode: 0o700 })
  const known = fs.existsSync(file)
    ? (JSON.parse(fs.readFileSync(file, 'utf8')) as DemonstrationAccount[])
    : []
  const accounts: DemonstrationAccount[] = []
  const deps = {
    ...platform.backend,
    clock: createClock(config.today),
    online: true,
    // Nobody is there yet who could be told.
    notify: () => Promise.resolve(),
  }
  for (const persona of personas) {
    const account = known.find(({ id }) => id === persona.id)
    if (account !== undefined) {
      accounts.push(account)
      continue
    }
    // An account without its line in the file was made by a start that was killed: its password is lost, so it is left out.
    if ((await platform.backend.identity.accountOf(partyOf(persona))) !== undefined) continue
    const made = await makeAccount(platform, config, persona, deps)
    if (made === undefined) continue
    accounts.push(made)
    fs.writeFileSync(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  }
  return accounts
}
