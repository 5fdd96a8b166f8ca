import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import {
  type AnswerEnvelope,
  envelopeText,
  fromWire,
  type RequestEnvelope,
  type Seal,
  toWire,
} from '#core/envelope'
import { addSeconds, instant } from '#core/kernel'
import type { SchemaModule } from '#platform/db'
import { testDatabase } from '#platform/db/testing'
import { createTestAuthority } from '#platform/seal/testing'
import {
  createRegistry,
  defineService,
  kitMigration,
  type Registry,
  RegistryUnavailable,
  registryHttp,
} from './index.ts'

const schema: SchemaModule = {
  schema: 'reg_realty',
  role: 'registry_realty',
  migrations: [kitMigration],
}
const NOW = instant(new Date('2026-11-22T06:00:00Z'))
const clock = () => NOW
let authority: Awaited<ReturnType<typeof createTestAuthority>>
let db: Awaited<ReturnType<typeof testDatabase>>
let registry: Registry
let portal: Seal
let asked = 0

const echo = defineService(
  {
    id: 'realty.echo',
    request: z.object({ iin: z.string() }),
    answer: z.object({ n: z.number() }),
  },
  {
    subject: ({ iin }) => iin,
    answer: () => {
      asked += 1
      return Promise.resolve({ status: 'found', body: { n: asked } })
    },
  },
)

beforeAll(async () => {
  authority = await createTestAuthority()
  await authority.enrol('portal')
  await authority.enrol('realty')
  await authority.enrol('stranger', { known: false })
  await authority.enrol('liar', { commonName: 'somebody' })
  db = await testDatabase([schema])
  registry = createRegistry({
    system: 'realty',
    schema: 'reg_realty',
    sql: db.database.pool('registry_realty'),
    seal: authority.seal(['realty'], clock),
    rights: [
      { from: 'portal', service: 'realty.echo' },
      { from: 'portal', service: 'realty.nothing' },
    ],
    services: [echo],
    clock,
  })
  portal = authority.seal(['portal', 'stranger', 'liar'], clock)
})
afterAll(async () => {
  await db.close()
  authority.close()
})
beforeEach(() => {
  asked = 0
})

const request = (change: Partial<RequestEnvelope> = {}): RequestEnvelope => ({
  kind: 'request',
  id: crypto.randomUUID(),
  from: 'portal',
  to: 'realty',
  service: 'realty.echo',
  purpose: { kk: 'анықтама', ru: 'справка', en: 'certificate' },
  subject: '840731400431',
  body: { iin: '840731400431' },
  sentAt: NOW,
  ...change,
})
const sealed = async (envelope: RequestEnvelope, as = envelope.from) =>
  toWire(await portal.sign(as, envelopeText(envelope)))

async function read(bytes: Buffer): Promise<AnswerEnvelope> {
  const parsed = fromWire(bytes)
  if (!parsed.ok || parsed.value.envelope.kind !== 'answer') throw new Error('no answer')
  expect(await portal.verify('realty', parsed.value.signed)).toEqual({ ok: true, value: undefined })
  return parsed.value.envelope
}
const ask = async (envelope: RequestEnvelope, as?: string) =>
  read(await registry.endpoint(await sealed(envelope, as)))

test('a request is answered, signed, and journalled with its purpose and the person concerned', async () => {
  const question = request()
  const answer = await ask(question)
  expect(answer).toMatchObject({
    status: 'found',
    body: { n: 1 },
    inReplyTo: question.id,
    to: 'portal',
  })
  const { rows } = await db.database
    .pool('registry_realty')
    .query(
      'select from_system, subject, status, purpose from reg_realty.journal where message_id = $1',
      [question.id],
    )
  expect(rows).toEqual([
    { from_system: 'portal', subject: '840731400431', status: 'found', purpose: question.purpose },
  ])
})

test('the same message again gets the same bytes and is not carried out again', async () => {
  const wire = await sealed(request())
  const first = await registry.endpoint(wire)
  expect((await registry.endpoint(wire)).equals(first)).toBe(true)
  expect(asked).toBe(1)
})

test('the same message ten times at once is answered once', async () => {
  const wire = await sealed(request())
  const answers = await Promise.all(Array.from({ length: 10 }, () => registry.endpoint(wire)))
  expect(new Set(answers.map(String)).size).toBe(1)
})

test('another message under a used id is refused and the first answer stays', async () => {
  const first = request()
  await ask(first)
  const other = request({ id: first.id, body: { iin: '810921300640' }, subject: '810921300640' })
  expect((await ask(other)).error?.code).toBe('ENVELOPE_ID_REUSED')
  expect((await ask(first)).body).toEqual({ n: 1 })
})

test.each([
  [
    'from a system whose certificate nobody knows',
    { from: 'stranger' },
    'stranger',
    'ENVELOPE_UNKNOWN_CERTIFICATE',
  ],
  ['under the name of another system', { from: 'portal' }, 'liar', 'ENVELOPE_WRONG_SYSTEM'],
  ['meant for another system', { to: 'persons' }, 'portal', 'ENVELOPE_WRONG_RECEIVER'],
  ['from tomorrow', { sentAt: addSeconds(NOW, 86_400) }, 'portal', 'ENVELOPE_FROM_FUTURE'],
  [
    'about another person than it names',
    { subject: '810921300640' },
    'portal',
    'REGISTRY_WRONG_SUBJECT',
  ],
  ['that does not follow the contract', { body: { iin: 5 } }, 'portal', 'REGISTRY_BAD_REQUEST'],
  [
    'for a service that the sender may not use',
    { service: 'realty.secret' },
    'portal',
    'REGISTRY_NOT_ALLOWED',
  ],
  [
    'for a service that is not there',
    { service: 'realty.nothing' },
    'portal',
    'REGISTRY_UNKNOWN_SERVICE',
  ],
])('a message %s is refused with a code in a signed answer', async (_, change, as, code) => {
  const answer = await ask(request(change), as)
  expect(answer).toMatchObject({ status: 'refused', body: null, error: { code } })
  expect(asked).toBe(0)
})

test('a changed text or signature is refused, and does not use up the id', async () => {
  const question = request()
  const signed = await portal.sign('portal', envelopeText(question))
  const text = envelopeText({ ...question, subject: '810921300640', body: { iin: '810921300640' } })
  const changed = await read(await registry.endpoint(toWire({ ...signed, envelope: text })))
  expect(changed.error?.code).toBe('ENVELOPE_BAD_SIGNATURE')
  const other = await portal.sign('portal', envelopeText(request()))
  const swapped = await read(
    await registry.endpoint(toWire({ ...signed, signature: other.signature })),
  )
  expect(swapped.error?.code).toBe('ENVELOPE_BAD_SIGNATURE')
  expect((await ask(question)).status).toBe('found')
})

test('during maintenance nothing is answered and nothing is lost', async () => {
  const question = request()
  await registry.setAvailable(false)
  await expect(ask(question)).rejects.toBeInstanceOf(RegistryUnavailable)
  await registry.setAvailable(true)
  expect((await ask(question)).status).toBe('found')
})

test('the journal cannot be rewritten by the registry itself', async () => {
  await ask(request())
  const pool = db.database.pool('registry_realty')
  await expect(pool.query("update reg_realty.journal set from_system = 'x'")).rejects.toThrow(
    'append-only',
  )
  await expect(pool.query('delete from reg_realty.journal')).rejects.toThrow('append-only')
})

test('hostile bytes get a signed refusal with a code, never a fault', async () => {
  const wire = await sealed(request())
  const mutated = fc
    .tuple(fc.nat(wire.length - 1), fc.integer({ min: 0, max: 255 }))
    .map(([at, byte]) => Buffer.from(wire.map((old, i) => (i === at ? byte : old))))
    .filter((bytes) => !bytes.equals(wire))
  const junk = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))
  const cut = fc.nat(wire.length - 1).map((length) => wire.subarray(0, length))
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutated, junk, cut), async (bytes) => {
      const answer = await read(await registry.endpoint(bytes))
      expect(answer.error?.code).toMatch(/^ENVELOPE_/)
      expect(answer.status).toBe('refused')
    }),
    { numRuns: 300 },
  )
  expect(asked).toBe(0)
})

test('over HTTP an answer is 200, maintenance 503 with its code, a huge body 413', async () => {
  const server = createServer(registryHttp(registry.endpoint, () => {}))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const post = (body: Buffer) =>
    fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: new Uint8Array(body) })
  const wire = await sealed(request())
  const answered = await post(wire)
  expect(answered.status).toBe(200)
  expect((await read(Buffer.from(await answered.arrayBuffer()))).status).toBe('found')
  await registry.setAvailable(false)
  const down = await post(wire)
  expect([down.status, await down.text()]).toEqual([503, 'REGISTRY_UNAVAILABLE'])
  await registry.setAvailable(true)
  expect((await post(Buffer.alloc(1024 * 1024 + 1))).status).toBe(413)
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
})
