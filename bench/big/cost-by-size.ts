import pg from 'pg'
import type { Iin } from '#core/kernel'
import { connectDatabase, type Database, type PostgresServer } from '#platform/db'
import { auditCase } from '../../src/capabilities/cases/audit-case.ts'
import { listCases } from '../../src/capabilities/cases/list-cases.ts'
import { numbersFrom } from '../citizens.ts'
import { type Cost, costOf, LANES, openServer, postmasterIn } from '../engine-cost.ts'
import { medianOf, rate, round, timed, timesOf } from '../measure.ts'
import { casesDeps, type Deps, oneCase } from '../one-case.ts'
import type { Part } from '../report.ts'
import { fillDesks } from './at-desks.ts'
import { fillCases, FIRST_FILLED } from './fill-cases.ts'
import { peopleOf } from './people.ts'
import { fillSurveys } from './surveys.ts'

const ROUNDS = 7
const ROUND_MS = 4000
const LISTS = 100
/** What a step may cost more in a hundredfold database. */
const GOAL = 1.3
/** Smaller countries beside the one that is asked for. */
const SIZES = [10_000, 100_000]

/** A case costs what its processor time is; the time of the clock is what other work on the machine makes of it. */
const processorOf = ({ node, postgres }: Cost) => node + postgres

/** A server with so many finished cases. */
interface Country {
  readonly cases: number
  readonly data: string
  readonly server: PostgresServer
  readonly database: Database
  readonly admin: pg.Pool
  readonly deps: Deps
  readonly iins: readonly Iin[]
  /** What was measured so far. */
  readonly rounds: Cost[]
  readonly lists: number[]
  fillSeconds: number
}

/** Cases whose effects nobody carries out leave work behind, which would not be there in the life of a platform. */
async function clear(admin: pg.Pool): Promise<void> {
  await admin.query('truncate jobs.job')
  await admin.query(
    "update gateway.outbox set state = 'done', envelope = null where state = 'waiting'",
  )
}

async function listSome({ deps, iins, lists }: Country): Promise<void> {
  for (let turn = 0; turn < LISTS; turn += 1) {
    const iin = iins[Math.floor(Math.random() * iins.length)] ?? ('' as Iin)
    const filter = { limit: 10, offset: 0 }
    lists.push((await timed(() => listCases(deps, { kind: 'person', iin }, filter))).ms)
  }
}

const own = numbersFrom(0, LANES)

const oneIn =
  ({ deps }: Country) =>
  async (lane: number): Promise<number> => {
    await oneCase(deps, own[lane] ?? ('' as Iin))
    return 1
  }

/** In turn, round after round: what else happens on the machine happens to all of them. */
async function measureInTurn(countries: readonly Country[]): Promise<void> {
  for (const country of countries) await rate(LANES, ROUND_MS, oneIn(country))
  for (let turn = 0; turn < ROUNDS; turn += 1)
    for (const country of countries) {
      country.rounds.push(await costOf(postmasterIn(country.data), ROUND_MS, oneIn(country)))
      await listSome(country)
    }
}

/** Requests that wait for officials in the big country. */
const AT_DESKS = 300
const PROOFS = 200

/** What was filled in bulk is what the engine would have written: chains are whole, and the events replay to the states. */
async function prove(deps: Deps): Promise<void> {
  const { rows } = await deps.pool.query<{ number: string }>(
    `select number from cases.case_state where region = 'kz' and id >= gen_random_uuid()
       and status = 'finished' order by id limit $1`,
    [PROOFS],
  )
  for (const { number } of rows) {
    const found = await auditCase(deps, number)
    if (found?.audit.replays !== true || found.audit.brokenAt !== undefined)
      throw new Error(`${number} is not a case as the engine makes them`)
  }
}

export interface BigOptions {
  readonly data: string
  readonly cases: number
  readonly persons: number
  readonly note: (text: string) => void
}

interface Wanted {
  readonly cases: number
  readonly data: string
  /** Whose cases they are. Default: the people of the folder's own country. */
  readonly iins?: readonly Iin[]
}

/**
 * The filled case that comes next: filling takes long, so a kept folder is gone on with. Where an earlier run was broken off
 * a handful of cases before it may be missing.
 */
async function nextFilled(admin: pg.Pool): Promise<number> {
  const { rows } = await admin.query<{ next: number }>(
    `select coalesce(max(right(number, 8)::int) - right($1, 8)::int + 1, 0) as next
     from cases.case_state where number >= $1`,
    [FIRST_FILLED],
  )
  return rows[0]?.next ?? 0
}

async function openCountry(
  { cases, data, iins: given }: Wanted,
  note: BigOptions['note'],
): Promise<Country> {
  const server = await openServer(data)
  const { connection, rolePasswords: secrets } = server
  const database = connectDatabase({ connection, secrets })
  const admin = new pg.Pool({ ...connection, max: 4 })
  // A connection that is being ended when the server stops would end this process.
  admin.on('error', () => {})
  const deps = await casesDeps(database)
  const iins = given ?? (await peopleOf(database))
  const from = await nextFilled(admin)
  note(`  ${cases} cases, ${from} are there ...`)
  const { ms } = await timed(async () => {
    if (from < cases) await fillCases({ admin, deps, iins, from, to: cases, note })
    if (given !== undefined) return
    await fillSurveys(admin)
    await fillDesks(deps, iins, AT_DESKS)
  })
  await prove(deps)
  const fillSeconds = Math.round(ms / 1000)
  return { cases, data, server, database, admin, deps, iins, rounds: [], lists: [], fillSeconds }
}

async function closeCountry({ admin, database, server }: Country): Promise<void> {
  await clear(admin)
  await admin.end()
  await database.close()
  await server.stop()
}

function measuredOf({ cases, rounds, lists, fillSeconds }: Country) {
  return {
    cases,
    fillSeconds,
    node: round(medianOf(rounds.map(({ node }) => node)), 2),
    postgres: round(medianOf(rounds.map(({ postgres }) => postgres)), 2),
    total: round(medianOf(rounds.map(processorOf)), 2),
    casesPerSecond: Math.round(medianOf(rounds.map(({ perSecond }) => perSecond))),
    list: timesOf(lists),
  }
}

function partOf(countries: readonly Country[], persons: number): Part {
  const measured = countries.map(measuredOf)
  const [first] = measured
  const last = measured.at(-1)
  if (first === undefined || last === undefined) throw new Error('nothing was measured')
  return {
    figures: [
      {
        name: `cost of a case at ${last.cases} cases to that at ${first.cases}`,
        unit: 'ratio',
        value: round(last.total / first.total, 2),
        goal: GOAL,
        better: 'less',
      },
      ...measured.map(({ cases, total }) => ({
        name: `processor time of a case at ${cases} cases`,
        unit: 'ms',
        value: total,
        better: 'less' as const,
      })),
      ...measured.map(({ cases, list }) => ({
        name: `list of a person's cases at ${cases} cases, p95`,
        unit: 'ms',
        value: list.p95,
        better: 'less' as const,
      })),
    ],
    details: { persons, measured },
  }
}

/** Fills data folders of growing size with finished cases, and measures in turn what a case costs in each. */
export async function costBySize({ data, cases, persons, note }: BigOptions): Promise<Part> {
  const countries: Country[] = []
  try {
    const big = await openCountry({ cases, data }, note)
    countries.push(big)
    for (const size of SIZES.filter((smaller) => smaller < cases)) {
      const smaller = { cases: size, data: `${data}-${size}`, iins: big.iins }
      countries.push(await openCountry(smaller, note))
    }
    countries.sort((one, other) => one.cases - other.cases)
    await measureInTurn(countries)
    return partOf(countries, persons)
  } finally {
    for (const country of countries) await closeCountry(country)
  }
}

/** Only fills the folder of the big country, where that has not been done before. */
export async function filled({ data, cases, note }: BigOptions): Promise<void> {
  await closeCountry(await openCountry({ cases, data }, note))
}
