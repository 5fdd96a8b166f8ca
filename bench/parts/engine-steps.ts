import pg from 'pg'
import type { Iin } from '#core/kernel'
import { connectDatabase, type PostgresServer } from '#platform/db'
import { numbersFrom } from '../citizens.ts'
import { type Cost, costOf, LANES, openServer, postmasterIn, rounded } from '../engine-cost.ts'
import { medianOf, rate, round } from '../measure.ts'
import { casesDeps, oneCase } from '../one-case.ts'
import type { Part } from '../report.ts'

const ROUNDS = 3
const ROUND_MS = 3000

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

interface Round {
  readonly steps: Cost
  readonly commits: Cost
}

async function measure(server: PostgresServer, folder: string): Promise<Part> {
  const { connection, rolePasswords: secrets } = server
  const database = connectDatabase({ connection, secrets })
  const single = await commits(server)
  try {
    const deps = await casesDeps(database)
    const postmaster = postmasterIn(folder)
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
