import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openTestMailServer } from './mail-server.ts'
import { freePort } from '../kit/free-port.ts'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { type Keys, keysFor } from './acts.ts'
import { type Driven, driveCase } from './drive.ts'
import { canFail, createFaults, type Faults, LONGEST_SECONDS, type Mode, MODES } from './faults.ts'
import { faultyLines } from './faulty-lines.ts'
import { type Order, ordersFor } from './orders.ts'
import {
  allWell,
  type Ended,
  faultsPage,
  hasWrongDocuments,
  isWell,
  type Outcome,
} from './outcome.ts'
import {
  documentsOf,
  missingReceipts,
  paidOrders,
  unsentLetters,
  wrongCharges,
} from '../kit/reckon.ts'

const root = path.resolve(import.meta.dirname, '../..')
const SYSTEMS = [
  'bank',
  'authority',
  'mail',
  'persons',
  'civil-acts',
  'land',
  'realty',
  'legal-entities',
  'notary',
]
const PATIENCE_MS = 240_000
const CARD = { number: '4400430000000015', expires: '12/30' }

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    cases: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '12' },
    system: { type: 'string', multiple: true },
    mode: { type: 'string', multiple: true },
  },
})
const cases = Number(values.cases)
const standsSeconds = Number(values.seconds)
/** Only a run of every system in every mode writes the page. */
const isWhole = values.system === undefined && values.mode === undefined
const say = (line: string) => process.stderr.write(`${line}\n`)

/** An address to which letters go, as if its owner had confirmed it. */
const confirmAddresses = ({ platform }: TestPlatform, orders: readonly Order[]): Promise<unknown> =>
  platform.database.pool('app').query(
    `insert into notifications.address (party_number, email, language, confirmed_at, way_out)
     select n, n || '@people.test', 'kk', now(), gen_random_uuid() from unnest($1::text[]) n on conflict do nothing`,
    [[...new Set(orders.map(({ iin }) => iin))]],
  )

/** Letters wait a minute and more after a failure; here their time comes at once. */
const hastenLetters = ({ platform }: TestPlatform) =>
  platform.database
    .pool('app')
    .query(
      `update jobs.job set run_at = '-infinity' where kind = 'notifications.letter' and lease is null`,
    )

/** What is still to be done when the last case has ended: zero, or what is left when the patience is. */
async function settled(count: () => Promise<number>): Promise<number> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await pause(500))
    if ((await count()) === 0) return 0
  return count()
}

const lettersLeft = async (running: TestPlatform): Promise<number> => {
  await hastenLetters(running)
  return unsentLetters(running.platform)
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  bank: ['PAYMENT_BANK_DOWN', 'PAYMENT_BANK_REFUSED'],
  authority: ['SIGNATURE_UNKNOWN_STATUS'],
  mail: [],
}
/** What is said of any register that confirms a right to act for others. */
const OF_A_REGISTER = ['REPRESENTATION_REGISTER_DOWN']

const ENOUGH = 5

/** A fault stands for its time, and on a busy machine until something has met it. */
async function standing(faults: Faults): Promise<void> {
  const began = performance.now()
  await pause(standsSeconds * 1000)
  while (faults.hits() < ENOUGH && performance.now() - began < LONGEST_SECONDS * 1000)
    await pause(500)
}

interface World {
  readonly running: TestPlatform
  readonly faults: Faults
  readonly orders: readonly Order[]
  readonly keys: Keys
}

/** What the cases come to when nothing fails is what they must come to in every fault. */
interface Quiet {
  readonly ended: readonly Ended[]
  readonly paid: number
}

type Finished = Driven & Ended

async function drive(
  { running: { platform }, orders, keys }: World,
  patience: () => number,
): Promise<Finished[]> {
  const driven = await Promise.all(
    orders.map((order) => driveCase({ order, keys, platform, card: CARD, patience })),
  )
  const documents = await documentsOf(
    platform,
    driven.map(({ caseId }) => caseId),
  )
  return driven.map((one) => ({ ...one, documents: documents.get(one.caseId) ?? [] }))
}

const idsOf = (ended: readonly Finished[]) => ended.map(({ caseId }) => caseId)

/** All cases once with nothing in their way. */
async function quietRun(world: World): Promise<Quiet> {
  const end = performance.now() + PATIENCE_MS
  const ended = await drive(world, () => end)
  return { ended, paid: await paidOrders(world.running.platform, idsOf(ended)) }
}

/** Sets the fault, lets it stand while the cases run, and ends it. */
async function underFault(world: World, system: string, mode: Mode) {
  const { faults } = world
  faults.set(system, mode)
  const [began, times] = [performance.now(), { recovered: 0, hits: 0 }]
  let end = Number.POSITIVE_INFINITY
  const recover = async () => {
    await standing(faults)
    times.hits = faults.hits()
    faults.set(system, undefined)
    times.recovered = performance.now()
    end = times.recovered + PATIENCE_MS
  }
  const [ended] = await Promise.all([drive(world, () => end), recover()])
  const recoverySeconds = Math.max(0, Math.round((performance.now() - times.recovered) / 100) / 10)
  const stoodSeconds = Math.round((times.recovered - began) / 1000)
  return { ended, hits: times.hits, recoverySeconds, stoodSeconds }
}

async function runFault(
  world: World,
  quiet: Quiet,
  { system, mode }: { readonly system: string; readonly mode: Mode },
): Promise<Outcome> {
  const { ended, hits, recoverySeconds, stoodSeconds } = await underFault(world, system, mode)
  const { running } = world
  const { platform } = running
  const after = performance.now()
  const ids = idsOf(ended)
  const receipts = await settled(() => missingReceipts(platform, ids))
  const letters = await settled(() => lettersLeft(running))
  const rest = Math.round((performance.now() - after) / 1000)
  say(`${system} ${mode}: stood ${stoodSeconds} s, then ${recoverySeconds} s, letters ${rest} s`)
  const names = [system, ...(NAMES[system] ?? OF_A_REGISTER)]
  const nothing: Ended = { status: '', documents: [], results: [] }
  const wrong = ended.filter((one, at) => hasWrongDocuments(one, quiet.ended[at] ?? nothing))
  return {
    system,
    mode,
    cases: ended.length,
    endless: quiet.ended.filter(({ status }) => status === 'open').length,
    hits,
    told: ended.filter(({ told }) => names.some((name) => told.has(name))).length,
    ended: ended.filter(({ status }, at) => status === quiet.ended[at]?.status).length,
    paid: await paidOrders(platform, ids),
    due: quiet.paid,
    lost: ended.filter(({ status }) => status === 'open').length,
    wrongDocuments: wrong.length + receipts,
    wrongCharges: await wrongCharges(platform, ids),
    unsentLetters: letters,
    recoverySeconds,
  }
}

/** How many cases of each service ended how. */
function tally(orders: readonly Order[], { ended }: Quiet): Record<string, number> {
  const counts: Record<string, number> = {}
  orders.forEach(({ service, onBehalf = '' }, at) => {
    const [by = ''] = onBehalf.split(':')
    const name = `${service}${by === '' ? '' : ` (${by})`} ${ended[at]?.status}`
    counts[name] = (counts[name] ?? 0) + 1
  })
  return counts
}

const pageOf = (quiet: Record<string, number>, rows: readonly Outcome[]): string =>
  faultsPage({ day: new Date().toISOString().slice(0, 10), quiet, standsSeconds, rows })

/** After each fault, so that a run that is stopped has told what it saw. */
const writePage = (page: string) => fs.writeFileSync(path.join(root, 'docs/faults.md'), page)

async function main(): Promise<number> {
  const faults = createFaults()
  const mail = await openTestMailServer()
  const [portalPort, bankPort] = [await freePort(), await freePort()]
  const lines = await faultyLines(faults, { portalPort, bankPort, smtpPort: mail.port })
  say('starting a platform ...')
  const running = await startTestPlatform({
    size: Math.max(1000, cases * 3),
    env: {
      QYZMET_PORT: String(portalPort),
      QYZMET_BASE_URL: `http://localhost:${portalPort}`,
      QYZMET_BANK_PORT: String(bankPort),
      QYZMET_SMTP_URL: lines.smtpUrl,
      QYZMET_LOG: 'silent',
    },
    around: () => lines.around,
  })
  try {
    const orders = await ordersFor(running.platform, cases)
    await confirmAddresses(running, orders)
    const world = { running, faults, orders, keys: await keysFor(running, orders) }
    const quiet = await quietRun(world)
    const ways = tally(orders, quiet)
    say(`nothing fails: ${JSON.stringify(ways)}`)
    const rows: Outcome[] = []
    const systems = values.system ?? SYSTEMS
    const modes = MODES.filter((mode) => values.mode?.includes(mode) ?? true)
    const planned = modes.flatMap((mode) =>
      systems.flatMap((system) => (canFail(system, mode) ? [{ system, mode }] : [])),
    )
    for (const one of planned) {
      const row = await runFault(world, quiet, one)
      rows.push(row)
      say(JSON.stringify({ well: isWell(row), ...row }))
      if (isWhole) writePage(pageOf(ways, rows))
    }
    const well = allWell(rows)
    process.stdout.write(
      values.json ? `${JSON.stringify({ well, quiet: ways, rows })}\n` : pageOf(ways, rows),
    )
    return well ? 0 : 1
  } finally {
    await running.stop()
    await lines.close()
    await mail.close()
  }
}

process.exitCode = await main()
