import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomInt } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/main/config.ts'
import { getKey, register, sign } from '../../src/main/demo/citizen.ts'
import type { Page } from '../../src/main/demo/page.ts'
import type { Visitor } from '../../src/main/demo/visitor.ts'
import { startPlatform } from '../../src/main/start.ts'
import { PASSWORD, SERVICE, visit } from './citizens.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const CASES = 200
const CITIZENS = 10
const KILLS = 5
/** Whoever wants to see the same moments again sets this to the seed that a failed run printed. */
const SEED = randomInt(2 ** 31)

/** Numbers that follow from the seed: [0, 1). */
function createRandom(seed: number): () => number {
  let turn = 0
  return () => {
    turn += 1
    return createHash('sha256').update(`${seed}/${turn}`).digest().readUInt32BE() / 2 ** 32
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

let data: string
let baseUrl: string
let settings: Record<string, string>
let child: ChildProcess
beforeAll(async () => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-killed-'))
  const port = String(await freePort())
  baseUrl = `http://localhost:${port}`
  settings = {
    QYZMET_DATA: data,
    QYZMET_PORT: port,
    QYZMET_COUNTRY_SIZE: '300',
    QYZMET_TRUST_PROXY: 'yes',
    QYZMET_LOG: 'error',
  }
})
afterAll(async () => {
  child?.kill('SIGKILL')
  const pid = postmaster()
  if (pid !== undefined) process.kill(pid, 'SIGQUIT')
  await pause(500)
  fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 })
})

/** Starts the platform as people do, and waits until it says that it is ready. */
async function start(): Promise<void> {
  child = spawn(process.execPath, ['bin/qyzmet.mjs', 'start', '--json'], {
    cwd: ROOT,
    env: { PATH: '/usr/bin:/bin', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ready = once(child.stdout as NodeJS.ReadableStream, 'data')
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the platform did not start: ${said}`)
  })
  await Promise.race([ready, ended])
}

function postmaster(): number | undefined {
  const file = path.join(data, 'postgres', 'postmaster.pid')
  return fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : undefined
}

/** As a machine that loses its power: the platform at once; every other time its database too. */
async function kill(withDatabase: boolean): Promise<void> {
  const pid = postmaster()
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  if (withDatabase && pid !== undefined) process.kill(pid, 'SIGKILL')
  await gone
}

/** While the platform is away nothing comes back from it, and who asks too often is told to wait: both try again. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 60_000; ; ) {
    try {
      return await work()
    } catch (error) {
      const away = error instanceof TypeError || /\b(429|50\d)\)/.test(String(error))
      if (!away || Date.now() > end) throw error
      await pause(100)
    }
  }
}

interface Signer {
  readonly visitor: Visitor
  readonly key: Awaited<ReturnType<typeof getKey>>
  readonly filed: string[]
}

async function newSigner(number: string): Promise<Signer> {
  const visitor = visit(baseUrl)
  if (!(await register(visitor, { number, password: PASSWORD })))
    throw new Error('registered twice')
  return { visitor, key: await getKey(visitor), filed: [] }
}

const numberIn = ({ url, status }: Page): string => {
  const [, number] = /\/requests\/(\d{14})/.exec(url) ?? []
  if (number === undefined) throw new Error(`${url} (${status})`)
  return number
}

/** The request at the step where it stands now, carried one step further. Whatever a kill cut off is simply done again. */
async function advance({ visitor, key }: Signer, number: string): Promise<boolean> {
  const page = await visitor.get(`/requests/${number}/check`)
  if (page.url.endsWith('/check')) {
    await visitor.submit(page, '/check')
    return false
  }
  const signing = await visitor.get(`/requests/${number}/sign`)
  if (signing.url.endsWith('/sign')) {
    await sign(visitor, signing, key)
    return false
  }
  if (signing.status !== 200) throw new Error(`${signing.url} (${signing.status})`)
  return true
}

async function fileOne(signer: Signer): Promise<void> {
  const number = await patiently(async () => {
    const page = await signer.visitor.get(`/services/${SERVICE}/order`)
    return numberIn(await signer.visitor.submit(page, `/services/${SERVICE}/order`))
  })
  for (;;) {
    const further = await patiently(() => advance(signer, number))
    if (further && (await patiently(() => isFiled(signer, number)))) break
    await pause(100)
  }
  signer.filed.push(number)
}

/** A request that was signed shows its term; a draft has none. */
async function isFiled({ visitor }: Signer, number: string): Promise<boolean> {
  const drafts = await visitor.get('/cabinet/requests?status=draft')
  if (drafts.status !== 200) throw new Error(`(${drafts.status})`)
  return !drafts.html.includes(number)
}

async function fileAll(signer: Signer): Promise<void> {
  while (signer.filed.length < CASES / CITIZENS) await fileOne(signer)
}

/** Kills at moments spread over the whole run, each at a random number of filed requests and a random instant after it. */
async function disturb(signers: readonly Signer[], random: () => number): Promise<void> {
  const filed = () => signers.reduce((sum, one) => sum + one.filed.length, 0)
  for (let turn = 0; turn < KILLS; turn += 1) {
    const at = Math.floor(((turn + random()) / KILLS) * CASES * 0.95)
    while (filed() < at) await pause(5)
    await pause(random() * 300)
    await kill(turn % 2 === 1)
    await start()
  }
}

interface Reckoning {
  readonly [what: string]: unknown
}

/** What lies in the folder after all, read by the platform itself: the same code that an operator would use. */
async function reckon(): Promise<Reckoning> {
  const read = readConfig(ROOT, settings)
  if (!('config' in read)) throw new Error(read.mistakes.join())
  const running = await startPlatform(read.config, path.join(ROOT, 'dist'), () => {})
  const { backend, database } = running.platform
  const one = async (sql: string) => (await database.pool('app').query(sql)).rows[0] as unknown
  try {
    const { rows } = await database
      .pool('app')
      .query<{ number: string }>('select number from cases.case_state order by number')
    const broken: string[] = []
    for (const { number } of rows) {
      const found = await backend.cases.audit(number)
      if (found?.audit.brokenAt !== undefined || found?.audit.replays !== true) broken.push(number)
    }
    const log = await backend.gateway.verifyLog()
    return {
      broken,
      log: log.broken,
      cases: await one(`select count(*)::int as all, count(distinct number)::int as numbers,
        count(*) filter (where status = 'finished')::int as finished from cases.case_state`),
      ends: await one(`select count(*)::int as all, count(distinct case_id)::int as cases
        from cases.case_event where type in ('finished', 'refused', 'withdrawn')`),
      documents: await one(`select count(*)::int as all, count(distinct case_id)::int as cases,
        count(distinct number)::int as numbers, (select count(*)::int from documents.content) as files
        from documents.document`),
      named: await one(`select count(*)::int as all from cases.case_state c
        join documents.document d on d.case_id = c.id::text and d.number = c.state->'data'->'document'->>'number'`),
      jobs: await one(
        `select count(*) filter (where kind not in ('case.deadline', 'case.term'))::int as left from jobs.job`,
      ),
    }
  } finally {
    await running.stop()
  }
}

async function settled({ visitor }: Signer): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(200)) {
    const page = await patiently(() => visitor.get('/cabinet/requests?status=open'))
    if (page.status === 200 && !/\/requests\/\d{14}/.test(page.html)) return
  }
  throw new Error('requests are still open')
}

test(`${CASES} cases and ${KILLS} kills at random moments (seed ${SEED}): every case ends once, with its one document`, {
  timeout: 240_000,
}, async () => {
  const random = createRandom(SEED)
  await start()
  const file = path.join(data, 'demonstration', 'citizens.json')
  const citizens = (JSON.parse(fs.readFileSync(file, 'utf8')) as string[]).slice(0, CITIZENS)
  const signers: Signer[] = []
  for (const number of citizens) signers.push(await newSigner(number))

  await Promise.all([...signers.map(fileAll), disturb(signers, random)])
  for (const signer of signers) await settled(signer)
  const stopped = once(child, 'exit')
  child.kill('SIGINT')
  expect(await stopped).toEqual([0, null])

  expect(await reckon()).toEqual({
    broken: [],
    log: [],
    cases: { all: CASES, numbers: CASES, finished: CASES },
    ends: { all: CASES, cases: CASES },
    documents: { all: CASES, cases: CASES, numbers: CASES, files: CASES },
    named: { all: CASES },
    jobs: { left: 0 },
  })
  const filed = signers.flatMap((one) => one.filed)
  expect(new Set(filed).size).toBe(CASES)
})
