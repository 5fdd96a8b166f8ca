import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CaseView } from '#capabilities/cases'
import { createIdentity, type Identity, identitySchema } from '#capabilities/identity'
import type { CaseState } from '#core/engine'
import { addSeconds, controlDigit, type Iin, type Instant, ok, refuse } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { testDatabase } from '#platform/db/testing'
import { createHttp, httpErrors } from '#platform/http'
import { createLog } from '#platform/log'
import { portalSession } from '../session.ts'
import { liveRoutes } from './live-routes.ts'

const ASEL = `88010140001${controlDigit('88010140001')}` as Iin
const PASSWORD = 'көк аспан астында'
const NUMBER = '20260000000017'
const EVENTS = `/cases/${NUMBER}/events`

let now = '2026-04-02T10:00:00.000Z' as Instant
const clock = (): Instant => now
let database: Awaited<ReturnType<typeof testDatabase>>
let identity: Identity
beforeAll(async () => {
  database = await testDatabase([identitySchema])
  identity = await createIdentity({
    pool: database.database.pool('app'),
    clock,
    registers: {
      person: async () => ({ status: 'found', name: 'Асель', active: true }),
      entity: async () => ({ status: 'absent' }),
    },
    notify: async () => undefined,
  })
  await identity.register({ number: ASEL, password: PASSWORD, language: 'kk', address: '10.0.0.1' })
})
afterAll(() => database.close())

/** The request of Asel, as far as a reader of its events sees it. */
let version = 1
let status: CaseState['status'] = 'open'
const view = (): CaseView => ({
  state: {
    id: '0b0c6a3e-5f0e-4a3c-9d1c-0c6f6c0d7a11',
    number: NUMBER,
    edition: 'justice.realty-absence@2011-08-26',
    channel: 'portal',
    party: { kind: 'person', iin: ASEL },
    status,
    openedAt: now,
    done: [],
    data: {},
    version,
  },
  edition: {} as Edition,
  way: [],
  documents: [],
  titles: new Map(),
  participants: [],
  may: false,
})

let app: FastifyInstance
let base = ''
beforeEach(async () => {
  version = 1
  status = 'open'
  const session = portalSession(identity)
  app = await createHttp({
    log: createLog({ level: 'error', pretty: false }),
    clock,
    secrets: { cookies: 'x'.repeat(32) },
    publicUrl: 'http://qyzmet.test',
    sessionOf: session.lookup,
  })
  const byNumber = async (number: string, actor: { kind: string }) =>
    number === NUMBER && 'party' in actor ? ok(view()) : refuse(httpErrors.NOT_FOUND())
  const actingIn = () => Promise.resolve(undefined)
  const mayRead = () => Promise.resolve(ok(undefined))
  const representation = { actingIn, mayRead }
  liveRoutes(app, { session, identity, cases: { byNumber }, representation })
  base = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  app.server.closeAllConnections()
  await app.close()
})

async function signedIn(): Promise<string> {
  const result = await identity.signIn({
    number: ASEL,
    password: PASSWORD,
    address: '10.0.0.1',
    device: 'Firefox',
  })
  if (!result.ok) throw new Error(result.error.code)
  return result.value.token
}
const open = (token: string, headers: Record<string, string> = {}) =>
  fetch(`${base}${EVENTS}`, { headers: { cookie: `session=${token}`, ...headers } })
/** The whole of a stream, if the server ends it within the time; else undefined. */
const whole = (answer: Response, within = 4000): Promise<string | undefined> =>
  Promise.race([answer.text().catch(() => undefined), wait(within, undefined, { ref: false })])

describe('the events of a request', () => {
  it('tell its version, and each new one', async () => {
    const answer = await open(await signedIn())
    const text = whole(answer)
    await wait(300)
    version = 2
    await wait(1300)
    status = 'finished'
    version = 3
    const told = [...((await text) ?? '').matchAll(/data: (.+)/g)].map(([, data]) => data)
    expect(told).toEqual(['{"version":"1."}', '{"version":"2."}', '{"version":"3."}'])
  })

  it('end when the request has ended, and the browser that knows is told not to come back', async () => {
    const token = await signedIn()
    status = 'finished'
    expect(await whole(await open(token))).toContain('id: 1.\ndata: {"version":"1."}')
    expect((await open(token, { 'last-event-id': '1.' })).status).toBe(204)
    expect((await open(token, { 'last-event-id': '0.' })).status).toBe(200)
  })

  it('end when their reader signs out', async () => {
    const token = await signedIn()
    const text = whole(await open(token))
    await identity.signOut(token, '10.0.0.1')
    expect(await text).toBeDefined()
    expect((await open(token)).status).toBe(401)
  })

  it('end with the session and do not keep it alive', async () => {
    const token = await signedIn()
    const text = whole(await open(token), 8000)
    now = addSeconds(now, 29 * 60)
    await wait(1300)
    now = addSeconds(now, 61)
    expect(await text).toBeDefined()
    expect(await identity.session(token)).toBeUndefined()
  })

  it('are followed by four readers of one account at most', async () => {
    const tokens = [await signedIn(), await signedIn()]
    const answers: Response[] = []
    for (const token of [...tokens, ...tokens, ...tokens]) answers.push(await open(token))
    for (const token of tokens) await identity.signOut(token, '10.0.0.1')
    await Promise.all(answers.map((answer) => whole(answer)))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 429, 429])
  })

  it('do not hold up the server when it closes', async () => {
    const text = whole(await open(await signedIn()))
    const closed = app.close().then(() => true)
    expect(await Promise.race([closed, wait(2000, false)])).toBe(true)
    expect(await text).toContain('data:')
  })
})
