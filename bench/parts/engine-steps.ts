import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { CasesDeps } from '#capabilities/cases'
import { contracts } from '#core/contracts'
import type { Actor, CaseState, Command } from '#core/engine'
import { countryLaw, rightfulActor } from '#core/engine/testing'
import { type Iin, instant, type JsonObject, ok, type Result } from '#core/kernel'
import { type Edition, VERBS } from '#core/regulation'
import {
  connectDatabase,
  type Database,
  migrate,
  type PostgresServer,
  startEmbeddedPostgres,
} from '#platform/db'
import { submitForm } from '../../src/capabilities/cases/fill-request.ts'
import { openCase } from '../../src/capabilities/cases/open-case.ts'
import { runCommand } from '../../src/capabilities/cases/run-command.ts'
import { noticeOf } from '../../src/main/notices.ts'
import { schemas } from '../../src/main/schemas.ts'
import { delayedOf } from '../../src/main/waiting.ts'
import { ANSWERS, numbersFrom, SERVICE } from '../citizens.ts'
import { cpuOf } from '../machine.ts'
import { medianOf, rate, round } from '../measure.ts'
import type { Part } from '../report.ts'

const LANES = 16
const ROUNDS = 3
const ROUND_MS = 3000

async function casesDeps(database: Database): Promise<CasesDeps> {
  const pool = database.pool('app')
  const clock = () => instant(new Date())
  const { regulations, calendar } = await countryLaw()
  return {
    pool,
    regulations,
    calendar,
    clock,
    newId: randomUUID,
    ...noticeOf(clock),
    waiting: () => Promise.resolve(undefined),
    delayed: delayedOf,
  }
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** What the world says to the action that the case waits at; a form is sent as an applicant sends it. */
function answerTo(edition: Edition, { current }: CaseState): Command {
  const { action, visit } = current ?? { action: '', visit: 0 }
  const does = edition.actions[action]?.does
  const known: Partial<Record<string, { outcome: string; store: unknown }>> = {
    identify: { outcome: 'ok', store: contracts['persons.identify'].sample.found },
    ask: { outcome: 'absent', store: contracts['realty.rights-of-person'].sample.absent },
  }
  const { outcome = VERBS[does ?? 'issue'].outcomes[0] ?? '', store = {} } = known[does ?? ''] ?? {}
  return { do: 'complete', action, visit, outcome, store: store as JsonObject }
}

/** One case from its opening to its certificate (not rendered); gives the number of steps. */
async function oneCase(deps: CasesDeps, iin: Iin): Promise<number> {
  const party = { kind: 'person', iin } as const
  const applicant: Actor = { kind: 'applicant', party }
  const opening = { service: SERVICE, channel: 'portal', party, language: 'kk', actor: applicant }
  let state = value(await openCase(deps, { ...opening, language: 'kk' }))
  const edition = deps.regulations.edition(state.edition)
  if (edition === undefined) throw new Error(`no edition ${state.edition}`)
  let steps = 1
  for (; state.status === 'open'; steps += 1) {
    const action = state.current?.action ?? ''
    const actor = rightfulActor(edition, action, party)
    const caseId = state.id
    state = value(
      edition.actions[action]?.does === 'fill'
        ? await submitForm(deps, { caseId, actor, fields: ANSWERS })
        : await runCommand(deps, { caseId, actor, decide: (now) => ok(answerTo(edition, now)) }),
    )
  }
  return steps
}

/** The yardstick: rows as small as can be, each committed for itself, over as many connections. */
async function commits({ connection }: PostgresServer): Promise<pg.Pool> {
  const pool = new pg.Pool({ ...connection, max: LANES })
  // The server may end a connection that is about to close anyway.
  pool.on('error', () => {})
  await pool.query('create schema bench')
  await pool.query(
    'create table bench.single (id bigint generated always as identity primary key, data text)',
  )
  return pool
}

const commit = (pool: pg.Pool) => async (): Promise<number> => {
  const text = 'insert into bench.single (data) values ($1)'
  await pool.query({ name: 'single', text, values: ['one row, one commit'] })
  return 1
}

async function openServer(folder: string): Promise<PostgresServer> {
  const server = value(await startEmbeddedPostgres({ dir: folder }))
  const { connection, rolePasswords } = server
  value(await migrate({ connection, modules: schemas, rolePasswords }))
  return server
}

interface Cost {
  readonly perSecond: number
  /** Processor time of one, ms: in this process and in PostgreSQL. */
  readonly node: number
  readonly postgres: number
}

interface Round {
  readonly steps: Cost
  readonly commits: Cost
}

/** The rate of `one`, and what each costs. */
async function costOf(
  postmaster: number,
  milliseconds: number,
  one: (lane: number) => Promise<number>,
): Promise<Cost> {
  const [node, postgres] = [process.cpuUsage(), cpuOf(postmaster)]
  let made = 0
  const perSecond = await rate(LANES, milliseconds, async (lane) => {
    const more = await one(lane)
    made += more
    return more
  })
  const used = process.cpuUsage(node)
  return {
    perSecond,
    node: (used.user + used.system) / 1000 / made,
    postgres: (cpuOf(postmaster) - postgres) / made,
  }
}

const rounded = ({ perSecond, node, postgres }: Cost) => ({
  perSecond: Math.round(perSecond),
  processorMs: { node: round(node, 3), postgres: round(postgres, 3) },
})

async function measure(server: PostgresServer, folder: string): Promise<Part> {
  const { connection, rolePasswords: secrets } = server
  const database = connectDatabase({ connection, secrets })
  const single = await commits(server)
  try {
    const deps = await casesDeps(database)
    const pidFile = path.join(folder, 'postgres/postmaster.pid')
    const postmaster = Number.parseInt(fs.readFileSync(pidFile, 'utf8'), 10)
    const iins = numbersFrom(0, LANES)
    const oneStep = (lane: number) => oneCase(deps, iins[lane] ?? ('' as Iin))
    await rate(LANES, ROUND_MS / 2, oneStep)
    const rounds: Round[] = []
    for (let turn = 0; turn < ROUNDS; turn += 1)
      rounds.push({
        commits: await costOf(postmaster, ROUND_MS / 2, commit(single)),
        steps: await costOf(postmaster, ROUND_MS, oneStep),
      })
    return partOf(rounds)
  } finally {
    await single.end()
    await database.close()
  }
}

function partOf(rounds: readonly Round[]): Part {
  const ratio = medianOf(
    rounds.map(({ steps, commits: single }) => steps.perSecond / single.perSecond),
  )
  const steps = Math.round(medianOf(rounds.map((one) => one.steps.perSecond)))
  return {
    figures: [
      {
        name: 'engine steps to single-row commits of the same PostgreSQL',
        unit: 'ratio',
        value: round(ratio, 2),
        goal: 0.5,
        better: 'more',
      },
      { name: 'engine steps', unit: '1/s', value: steps, better: 'more' },
    ],
    details: {
      lanes: LANES,
      rounds: rounds.map((one) => ({
        steps: rounded(one.steps),
        commits: rounded(one.commits),
      })),
    },
  }
}

/**
 * Steps of real cases with all that they write (events, state, jobs, messages, notifications), in one durable transaction
 * each, against the commits of the same server.
 */
export async function engineSteps(folder: string): Promise<Part> {
  const server = await openServer(folder)
  try {
    return await measure(server, folder)
  } finally {
    await server.stop()
  }
}
