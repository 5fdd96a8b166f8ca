import { afterEach, beforeEach, expect, test } from 'vitest'
import { accessLog, type Transport, waiting } from '#capabilities/gateway'
import { inTransaction } from '#platform/db'
import { createMessageWorld, type MessageWorld } from './message-world.ts'

let world: MessageWorld
beforeEach(async () => {
  world = await createMessageWorld()
})
afterEach(() => world.close())

const CASE = '6f1c2f4e-5c1b-4a53-9e8f-0d5c1f1f2a02'

test('a message is answered once and the answer is handed over as a job', async () => {
  const id = await world.send('case-1/ask', { case: CASE })
  expect(await world.gateway().deliverDue()).toBe(1)
  const [answer, ...others] = await world.answers()
  expect(others).toEqual([])
  expect(answer).toMatchObject({
    messageId: id,
    key: 'case-1/ask',
    case: CASE,
    service: 'realty.echo',
    subject: '840731400431',
    status: 'found',
    body: { n: 1 },
    error: null,
  })
})

test('a key sent twice, before or after delivery, is one message', async () => {
  const first = await world.send('once')
  expect(await world.send('once')).toBe(first)
  await world.gateway().deliverDue()
  expect(await world.send('once')).toBe(first)
  expect(await world.gateway().deliverDue()).toBe(0)
  expect(await world.answers()).toHaveLength(1)
})

test('a message of a transaction that is rolled back is never sent', async () => {
  const failed = inTransaction(world.app, async (tx) => {
    const { sendMessage } = await import('#capabilities/gateway')
    await sendMessage(tx, world.message('rolled-back'))
    throw new Error('the case was not kept')
  })
  await expect(failed).rejects.toThrow('the case was not kept')
  expect(await world.gateway().deliverDue()).toBe(0)
})

test('what no right allows is denied without leaving the gateway, and is logged', async () => {
  let reached = 0
  const transport: Transport = (to, bytes) => {
    reached += 1
    return world.transport(to, bytes)
  }
  await world.send('denied', { service: 'realty.secret' })
  await world.gateway({ transport }).deliverDue()
  expect(reached).toBe(0)
  expect(await world.answers()).toMatchObject([
    { status: 'refused', body: null, error: { code: 'GATEWAY_NOT_ALLOWED' } },
  ])
  expect(await accessLog(world.app, '840731400431')).toMatchObject([{ service: 'realty.secret' }])
})

test('a message about several persons is told to each, and its registry refuses whom it does not ask about', async () => {
  await world.send('two', { alsoAbout: ['810921300640'] })
  await world.gateway().deliverDue()
  for (const iin of ['840731400431', '810921300640'])
    expect(await accessLog(world.app, iin)).toMatchObject([{ service: 'realty.echo' }])
  expect(await world.answers()).toMatchObject([{ error: { code: 'REGISTRY_WRONG_SUBJECT' } }])
  expect(await world.gateway().verifyLog()).toMatchObject({ broken: [] })
})

test('a registry that is down delays its messages, holds up nobody else and loses nothing', async () => {
  await world.realty.setAvailable(false)
  const ids = await Promise.all([1, 2, 3].map((n) => world.send(`down-${n}`)))
  await world.send('up', { to: 'persons', service: 'persons.echo' })
  const gateway = world.gateway()
  await gateway.deliverDue()
  expect(await world.answers()).toMatchObject([{ to: 'persons', status: 'found' }])
  expect(await gateway.status()).toMatchObject([
    { system: 'persons', state: 'up' },
    { system: 'realty', state: 'down', lastError: 'REGISTRY_UNAVAILABLE' },
  ])
  for (let hour = 0; hour < 5; hour += 1) {
    world.clock.pass(3600)
    await gateway.deliverDue()
  }
  expect(await world.answers()).toHaveLength(1)
  await world.realty.setAvailable(true)
  world.clock.pass(60)
  await gateway.deliverDue()
  const answered = (await world.answers()).map((answer) => answer['messageId'])
  expect(new Set(answered)).toEqual(new Set([...ids, answered[0]]))
  expect(answered).toHaveLength(4)
  expect((await gateway.status())[1]).toMatchObject({ system: 'realty', state: 'up' })
})

test('while a system is silent it is felt for with growing pauses, one message at a time', async () => {
  const tried: string[] = []
  const transport: Transport = () => {
    tried.push(world.clock.now())
    return Promise.reject(new Error('connect ECONNREFUSED'))
  }
  for (let n = 0; n < 10; n += 1) await world.send(`m-${n}`)
  const gateway = world.gateway({ transport })
  await gateway.deliverDue()
  tried.length = 0
  for (let second = 0; second < 60; second += 1) {
    world.clock.pass(1)
    await gateway.deliverDue()
  }
  const seconds = tried.map((at) => (Date.parse(at) - Date.parse('2026-11-22T06:00:00Z')) / 1000)
  expect(seconds).toEqual([1, 3, 8, 18, 28, 38, 48, 58])
})

test('whoever waits alone for a system that was away for long waits ten seconds after its return', async () => {
  await world.realty.setAvailable(false)
  await world.send('alone')
  const gateway = world.gateway()
  for (let turn = 0; turn < 60; turn += 1) {
    await gateway.deliverDue()
    world.clock.pass(10)
  }
  await gateway.deliverDue()
  await world.realty.setAvailable(true)
  world.clock.pass(10)
  await gateway.deliverDue()
  expect(await world.answers()).toMatchObject([{ key: 'alone', status: 'found' }])
})

test('the answer of a delivery whose sender died is the same when it is sent again', async () => {
  await world.send('crash')
  let answers = 0
  const dying: Transport = async (to, bytes) => {
    await world.transport(to, bytes)
    answers += 1
    throw new Error('killed after the registry answered')
  }
  await world.gateway({ transport: dying }).deliverDue()
  expect([answers, await world.answers()]).toEqual([1, []])
  world.clock.pass(60)
  await world.gateway().deliverDue()
  expect(await world.answers()).toHaveLength(1)
  const { rows } = await world.database
    .pool('registry_realty')
    .query('select 1 from reg_realty.journal')
  expect(rows).toHaveLength(1)
})

test('messages of a case leave in their order, also when the first is held up; other cases pass by', async () => {
  await world.realty.setAvailable(false)
  await world.send('a1', { case: CASE })
  await world.send('a2', { case: CASE, to: 'persons', service: 'persons.echo' })
  await world.send('b', { to: 'persons', service: 'persons.echo' })
  const gateway = world.gateway()
  await gateway.deliverDue()
  expect((await world.answers()).map((a) => a['key'])).toEqual(['b'])
  expect((await waiting(world.app, CASE)).map(({ to }) => to)).toEqual(['realty', 'persons'])
  await world.realty.setAvailable(true)
  world.clock.pass(60)
  await gateway.deliverDue()
  await gateway.deliverDue()
  expect((await world.answers()).map((a) => a['key'])).toEqual(['b', 'a1', 'a2'])
  expect(await waiting(world.app, CASE)).toEqual([])
})

test('two gateways on one database hand every answer over once', async () => {
  for (let n = 0; n < 60; n += 1)
    await world.send(`shared-${n}`, { body: { iin: '840731400431', n } })
  await Promise.all([
    world.gateway().deliverDue(),
    world.gateway().deliverDue(),
    world.gateway().deliverDue(),
  ])
  const keys = (await world.answers()).map((a) => a['key'])
  expect(keys).toHaveLength(60)
  expect(new Set(keys).size).toBe(60)
})

test('a running gateway delivers what is committed and stops cleanly', async () => {
  const gateway = world.gateway()
  await gateway.start()
  await world.send('live')
  for (let i = 0; i < 200 && (await world.answers()).length === 0; i += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 10)
    })
  }
  await gateway.stop()
  expect(await world.answers()).toHaveLength(1)
})
