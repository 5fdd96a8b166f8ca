import type pg from 'pg'
import { z } from 'zod'
import { addSeconds, type Instant, instant, type JsonObject } from '#core/kernel'
import {
  type AccessRight,
  createGateway,
  type GatewayOptions,
  gatewaySchema,
  inProcessTransport,
  type OutgoingMessage,
  sendMessage,
} from '#capabilities/gateway'
import type { SchemaModule } from '#platform/db'
import { testDatabase } from '#platform/db/testing'
import { jobsSchema } from '#platform/jobs'
import { createLog } from '#platform/log'
import { createTestAuthority } from '#platform/seal/testing'
import { createRegistry, defineService, kitMigration } from '#registries/kit'

const realtySchema: SchemaModule = {
  schema: 'reg_realty',
  role: 'registry_realty',
  migrations: [kitMigration],
}
const personsSchema: SchemaModule = {
  schema: 'reg_persons',
  role: 'registry_persons',
  migrations: [kitMigration],
}

const echo = (id: string) =>
  defineService(
    {
      id,
      request: z.object({ iin: z.string(), n: z.number() }),
      answer: z.object({ n: z.number() }),
    },
    {
      subject: ({ iin }) => iin,
      answer: (_sql, { n }) => Promise.resolve({ status: 'found', body: { n } }),
    },
  )

const RIGHTS: readonly AccessRight[] = [
  { from: 'portal', to: 'realty', service: 'realty.echo' },
  { from: 'portal', to: 'persons', service: 'persons.echo' },
]

/** A clock that moves only when it is told to. */
function createClock() {
  let now = instant(new Date('2026-11-22T06:00:00Z'))
  return {
    now: (): Instant => now,
    pass: (seconds: number) => {
      now = addSeconds(now, seconds)
    },
  }
}

function registryOf(system: 'realty' | 'persons', world: World, clock: () => Instant) {
  return createRegistry({
    system,
    schema: `reg_${system}`,
    sql: world.db.database.pool(`registry_${system}`),
    seal: world.authority.seal([system], clock),
    rights: [{ from: 'portal', service: `${system}.echo` }],
    services: [echo(`${system}.echo`)],
    clock,
  })
}

/** A question to the register of realty unless `change` says otherwise. */
const createMessage =
  (clock: () => Instant) =>
  (key: string, change: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
    key,
    from: 'portal',
    to: 'realty',
    service: 'realty.echo',
    purpose: { kk: 'анықтама беру', ru: 'выдача справки', en: 'issue of a certificate' },
    subject: '840731400431',
    body: { iin: '840731400431', n: 1 },
    sentAt: clock(),
    ...change,
  })

/** The answers handed over, in the order in which they came. */
async function answersIn(app: pg.Pool): Promise<readonly JsonObject[]> {
  const { rows } = await app.query<{ payload: JsonObject }>(
    "select payload from jobs.job where kind = 'gateway.answer' order by created_at, id",
  )
  return rows.map(({ payload }) => payload)
}

interface World {
  readonly db: Awaited<ReturnType<typeof testDatabase>>
  readonly authority: Awaited<ReturnType<typeof createTestAuthority>>
}

/** What a test has its gateway do otherwise. */
type Changed = Partial<
  Pick<GatewayOptions, 'transport' | 'seal' | 'timeStamp' | 'checkStamp' | 'asPromised'>
>

/** A gateway, two registries that echo, and a database; `log` collects what was logged. */
export async function createMessageWorld() {
  const authority = await createTestAuthority()
  for (const system of ['portal', 'realty', 'persons']) await authority.enrol(system)
  await authority.enrol('intruder', { known: false })
  const db = await testDatabase([jobsSchema, gatewaySchema, realtySchema, personsSchema])
  const clock = createClock()
  const realty = registryOf('realty', { db, authority }, clock.now)
  const persons = registryOf('persons', { db, authority }, clock.now)
  const lines: string[] = []
  const app = db.database.pool('app')
  const message = createMessage(clock.now)
  const transport = inProcessTransport({ realty: realty.endpoint, persons: persons.endpoint })

  return {
    authority,
    app,
    gatewayPool: db.database.pool('gateway'),
    database: db.database,
    clock,
    realty,
    persons,
    transport,
    lines,
    message,
    send: (key: string, change: Partial<OutgoingMessage> = {}) =>
      sendMessage(app, message(key, change)),
    gateway: (options: Changed = {}) =>
      createGateway({
        asPromised: () => true,
        pool: db.database.pool('gateway'),
        seal: authority.seal(['portal'], clock.now),
        transport,
        rights: RIGHTS,
        clock: clock.now,
        log: createLog({ level: 'info', pretty: false, write: (line) => lines.push(line) }),
        ...options,
      }),
    answers: () => answersIn(app),
    async close() {
      await db.close()
      authority.close()
    },
  }
}
export type MessageWorld = Awaited<ReturnType<typeof createMessageWorld>>
