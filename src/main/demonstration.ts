import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isOfficer, type Persona } from '../../country/index.ts'
import { certificateRequest, generateKeys, makeKeyFile } from '#apps/ui/browser/keys'
import { type Lang, parseBin, parseIin, type Party } from '#core/kernel'
import { createClock } from './clock.ts'
import type { Config } from './config.ts'
import { demonstrationFolder } from './demonstration-country.ts'
import type { Platform } from './platform.ts'
import { createPortalKeys } from './portal-keys.ts'
import { Refused } from './refused.ts'

/** Somebody to try the platform with: printed at every start of a demonstration. */
export interface DemonstrationAccount {
  readonly id: string
  /** Has a desk at /office. */
  readonly official: boolean
  readonly name: string
  readonly role: string
  readonly number: string
  readonly password: string
  readonly keyFile: string
  readonly keyPassword: string
}

const accountsFile = (config: Config) => path.join(demonstrationFolder(config), 'accounts.json')

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
/** Easy to type, and of this installation alone: 60 bits. */
const newPassword = () =>
  [0, 1, 2]
    .map(() => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''))
    .join('-')

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
  const keyFile = path.join(demonstrationFolder(config), `${persona.id}.p12`)
  fs.writeFileSync(keyFile, Buffer.from(file), { mode: 0o600 })
  return {
    id: persona.id,
    official: isOfficer(persona.id),
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
  fs.mkdirSync(demonstrationFolder(config), { recursive: true, mode: 0o700 })
  const known = fs.existsSync(file)
    ? (JSON.parse(fs.readFileSync(file, 'utf8')) as DemonstrationAccount[])
    : []
  const accounts = known.filter(({ id }) => personas.some((persona) => persona.id === id))
  const deps = {
    ...platform.backend,
    clock: createClock(config.today),
    online: true,
    // Nobody is there yet who could be told.
    notify: () => Promise.resolve(),
  }
  const keep = (account: DemonstrationAccount): void => {
    accounts.push(account)
    accounts.sort((one, other) => place(personas, one) - place(personas, other))
    fs.writeFileSync(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  }
  const add = async (persona: Persona): Promise<void> => {
    // An account without its line in the file was made by a start that was killed: its password is lost, so it is left out.
    if ((await platform.backend.identity.accountOf(partyOf(persona))) !== undefined) return
    const made = await makeAccount(platform, config, persona, deps)
    if (made !== undefined) keep(made)
  }
  const missing = personas.filter(({ id }) => !known.some((account) => account.id === id))
  // A few at a time: each makes keys, which would keep the connections of the others waiting.
  for (let from = 0; from < missing.length; from += ACCOUNTS_AT_ONCE)
    await Promise.all(missing.slice(from, from + ACCOUNTS_AT_ONCE).map(add))
  return accounts
}

const ACCOUNTS_AT_ONCE = 4

const place = (personas: readonly Persona[], account: DemonstrationAccount): number =>
  personas.findIndex(({ id }) => id === account.id)
