import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  accessLog,
  askAgain,
  sendMessage,
  stuckMessages,
  type Transport,
} from '#capabilities/gateway'
import { envelopeText, fromWire, toWire } from '#core/envelope'
import { createMessageWorld, type MessageWorld } from './message-world.ts'

let world: MessageWorld
beforeEach(async () => {
  world = await createMessageWorld()
})
afterEach(() => world.close())

/** Something between the gateway and the registry that changes the answers. */
const between =
  (change: (answer: Buffer) => Buffer | Promise<Buffer>): Transport =>
  async (to, bytes) =>
    change(await world.transport(to, bytes))

function bodyChanged(answer: Buffer): Buffer {
  const read = fromWire(answer)
  if (!read.ok) throw new Error('no answer')
  const envelope = envelopeText({ ...read.value.envelope, body: { n: 99 } })
  return toWire({ ...read.value.signed, envelope })
}

async function signedBy(system: string, answer: Buffer): Promise<Buffer> {
  const seal = world.authority.seal([system], world.clock.now)
  const read = fromWire(answer)
  if (!read.ok) throw new Error('no answer')
  return toWire(await seal.sign(system, read.value.signed.envelope))
}

const earlier: Buffer[] = []
test.each<[string, (answer: Buffer) => Buffer | Promise<Buffer>, string]>([
  ['changed on its way', bodyChanged, 'ENVELOPE_BAD_SIGNATURE'],
  ['signed by another system', (a) => signedBy('persons', a), 'ENVELOPE_WRONG_SYSTEM'],
  [
    'signed with an unknown certificate',
    (a) => signedBy('intruder', a),
    'ENVELOPE_UNKNOWN_CERTIFICATE',
  ],
  ['that is junk', () => Buffer.from('<html>502</html>'), 'GATEWAY_BAD_ANSWER'],
  ['cut short', (a) => a.subarray(0, 100), 'GATEWAY_BAD_ANSWER'],
])('an answer %s is not believed: the message is sent again', async (_, change, code) => {
  await world.send('ask')
  const gateway = world.gateway({ transport: between(change) })
  await gateway.deliverDue()
  expect(await world.answers()).toEqual([])
  expect((await gateway.status())[1]).toMatchObject({
    system: 'realty',
    state: 'down',
    lastError: code,
  })
  world.clock.pass(60)
  await world.gateway().deliverDue()
  expect(await world.answers()).toMatchObject([{ status: 'found', body: { n: 1 } }])
})

test('an answer that its system signed but never promised is not taken: the message is sent again', async () => {
  await world.send('ask')
  const asked: unknown[] = []
  const gateway = world.gateway({
    asPromised: (service, { status, body }) => (asked.push([service, status, body]), false),
  })
  await gateway.deliverDue()
  expect(asked).toEqual([['realty.echo', 'found', { n: 1 }]])
  expect(await world.answers()).toEqual([])
  expect((await gateway.status())[1]).toMatchObject({
    state: 'down',
    lastError: 'GATEWAY_WRONG_SHAPE',
  })
  world.clock.pass(60)
  await world.gateway().deliverDue()
  expect(await world.answers()).toMatchObject([{ status: 'found', body: { n: 1 } }])
})

test('the replayed answer to an earlier request is no answer to this one', async () => {
  earlier.length = 0
  await world.send('first')
  await world.gateway({ transport: between((a) => (earlier.push(a), a)) }).deliverDue()
  await world.send('second')
  const replay = between((answer) => earlier[0] ?? answer)
  const gateway = world.gateway({ transport: replay })
  await gateway.deliverDue()
  expect(await world.answers()).toHaveLength(1)
  expect((await gateway.status())[1]).toMatchObject({ lastError: 'ENVELOPE_ANSWER_MISMATCH' })
})

test('a message that its receiver refuses as such is tried for an hour, then parked, raised and told', async () => {
  const stranger: Transport = async (to, bytes) => {
    const read = fromWire(bytes)
    if (!read.ok) throw new Error('no request')
    return world.transport(to, toWire({ ...read.value.signed, certificate: 'f'.repeat(64) }))
  }
  const gateway = world.gateway({ transport: stranger })
  await world.send('refused')
  await gateway.deliverDue()
  world.clock.pass(1800)
  await gateway.deliverDue()
  expect(await world.answers()).toEqual([])
  expect((await gateway.status())[1]).toMatchObject({ state: 'up' })
  world.clock.pass(1801)
  await gateway.deliverDue()
  expect(await world.answers()).toMatchObject([
    { status: 'refused', error: { code: 'ENVELOPE_UNKNOWN_CERTIFICATE' } },
  ])
  expect(world.lines.filter((line) => line.includes('message parked'))).toHaveLength(1)
})

test('a question that was refused is asked again as a new message, whose answer finds the step that asked', async () => {
  const caseId = randomUUID()
  const key = `${caseId}/ask/1`
  await world.send(key, { case: caseId, service: 'realty.secret' })
  await world.gateway().deliverDue()
  const park = () =>
    world.app.query("update jobs.job set parked_at = now() where kind = 'gateway.answer'")
  await park()
  const [stuck] = await stuckMessages(world.gatewayPool, 10)
  expect(stuck).toMatchObject({ case: caseId, to: 'realty', reason: 'GATEWAY_NOT_ALLOWED' })
  expect(await askAgain(world.gatewayPool, world.clock.now(), randomUUID())).toBe(0)
  for (const time of [1, 2]) {
    expect(await askAgain(world.gatewayPool, world.clock.now())).toBe(1)
    expect(await stuckMessages(world.gatewayPool, 10)).toEqual([])
    await world.gateway().deliverDue()
    expect(await world.answers()).toMatchObject([{ key: `${key}/again-${time}`, case: caseId }])
    await park()
  }
})

test('a queued text that is not what its columns say is never signed', async () => {
  await world.app.query(
    `insert into gateway.outbox (id, key, from_system, to_system, service, case_id, envelope, sent_at, run_at)
     values (gen_random_uuid(), 'forged', 'portal', 'realty', 'realty.echo', null, $1, $2, $2)`,
    [
      envelopeText({
        kind: 'request',
        id: crypto.randomUUID(),
        ...world.message('x'),
        service: 'realty.secret',
      }),
      world.clock.now(),
    ],
  )
  await world.gateway().deliverDue()
  expect(await world.answers()).toMatchObject([
    { status: 'refused', error: { code: 'GATEWAY_ALTERED' } },
  ])
})

test('a message that is no envelope is the fault of the code that sends it', async () => {
  await expect(
    sendMessage(world.app, world.message('bad', { subject: '840731400432' })),
  ).rejects.toThrow(TypeError)
})

test.each([
  'select * from gateway.outbox',
  'update gateway.outbox set attempts = 0',
  'select * from gateway.log',
  'delete from gateway.log',
  "insert into gateway.access_right values ('portal', 'realty', 'realty.secret')",
  "insert into gateway.outbox (id, key, from_system, to_system, service, sent_at, run_at, state) values (gen_random_uuid(), 'k', 'a', 'b', 'c', now(), now(), 'done')",
  'select * from reg_realty.inbox',
  'select * from reg_persons.journal',
])('the role of the platform may not: %s', async (statement) => {
  await expect(world.app.query(statement)).rejects.toThrow('permission denied')
})

test('the gateway cannot read the registries, nor one registry another', async () => {
  await expect(world.gatewayPool.query('select * from reg_realty.inbox')).rejects.toThrow(
    'permission denied',
  )
  const persons = world.database.pool('registry_persons')
  await expect(persons.query('select * from reg_realty.inbox')).rejects.toThrow('permission denied')
  await expect(persons.query('select * from gateway.log')).rejects.toThrow('permission denied')
})

test('a person sees who asked about them, for which case, what for, and whether it was answered', async () => {
  const id = await world.send('ask', { case: '6f1c2f4e-5c1b-4a53-9e8f-0d5c1f1f2a02' })
  await world.gateway().deliverDue()
  expect(await accessLog(world.app, '840731400431')).toEqual([
    {
      messageId: id,
      askedAt: world.clock.now(),
      from: 'portal',
      to: 'realty',
      service: 'realty.echo',
      case: '6f1c2f4e-5c1b-4a53-9e8f-0d5c1f1f2a02',
      purpose: { kk: 'анықтама беру', ru: 'выдача справки', en: 'issue of a certificate' },
      status: 'found',
    },
  ])
  expect(await accessLog(world.app, '810921300640')).toEqual([])
})

test('no log line names a person', async () => {
  await world.send('ask')
  await world.realty.setAvailable(false)
  await world.gateway().deliverDue()
  expect(world.lines.join('')).not.toContain('840731400431')
})
