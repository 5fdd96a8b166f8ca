import { createHash, randomInt } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/db'
import { getKey, register, sign } from '../../src/main/demo/citizen.ts'
import type { Page } from '../../src/main/demo/page.ts'
import type { Visitor } from '../../src/main/demo/visitor.ts'
import { type Killable, killablePlatform } from '../kit/killable.ts'
import { PASSWORD, SERVICE, visit } from './citizens.ts'

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

let platform: Killable
beforeAll(async () => {
  platform = await killablePlatform(300)
})
afterAll(() => platform?.close())

interface Signer {
  readonly visitor: Visitor
  readonly key: Awaited<ReturnType<typeof getKey>>
  readonly filed: string[]
}

async function newSigner(number: string): Promise<Signer> {
  const visitor = visit(platform.baseUrl)
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
  const number = await platform.patiently(async () => {
    const page = await signer.visitor.get(`/services/${SERVICE}/order`)
    return numberIn(await signer.visitor.submit(page, `/services/${SERVICE}/order`))
  })
  for (;;) {
    const further = await platform.patiently(() => advance(signer, number))
    if (further && (await platform.patiently(() => isFiled(signer, number)))) break
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
    await platform.kill(turn % 2 === 1)
    await platform.start()
  }
}

/** Work that nobody did: letters of the last cases and jobs whose worker was killed get the time of a lease for it. */
async function jobsLeft(database: Database): Promise<readonly unknown[]> {
  for (const end = Date.now() + 60_000; ; await pause(200)) {
    const { rows } = await database
      .pool('app')
      .query(`select kind, key, attempts, last_error, lease_until, parked_at from jobs.job
      where kind not in ('case.deadline', 'case.term', 'payments.reconcile')`)
    if (rows.length === 0 || Date.now() > end) return rows
  }
}

interface Reckoning {
  readonly [what: string]: unknown
}

/** What lies in the folder after all, read by the platform itself. */
async function reckon(): Promise<Reckoning> {
  const running = await platform.reopen()
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
      jobs: await jobsLeft(database),
    }
  } finally {
    await running.stop()
  }
}

async function settled({ visitor }: Signer): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(200)) {
    const page = await platform.patiently(() => visitor.get('/cabinet/requests?status=open'))
    if (page.status === 200 && !/\/requests\/\d{14}/.test(page.html)) return
  }
  throw new Error('requests are still open')
}

test(`${CASES} cases and ${KILLS} kills at random moments (seed ${SEED}): every case ends once, with its one document`, {
  timeout: 240_000,
}, async () => {
  const random = createRandom(SEED)
  await platform.start()
  const file = path.join(platform.data, 'demonstration', 'citizens.json')
  const citizens = (JSON.parse(fs.readFileSync(file, 'utf8')) as string[]).slice(0, CITIZENS)
  const signers: Signer[] = []
  for (const number of citizens) signers.push(await newSigner(number))

  await Promise.all([...signers.map(fileAll), disturb(signers, random)])
  for (const signer of signers) await settled(signer)
  expect(await platform.stop()).toEqual([0, null])

  expect(await reckon()).toEqual({
    broken: [],
    log: [],
    cases: { all: CASES, numbers: CASES, finished: CASES },
    ends: { all: CASES, cases: CASES },
    documents: { all: CASES, cases: CASES, numbers: CASES, files: CASES },
    named: { all: CASES },
    jobs: [],
  })
  const filed = signers.flatMap((one) => one.filed)
  expect(new Set(filed).size).toBe(CASES)
})
