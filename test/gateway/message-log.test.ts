import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { createMessageWorld, type MessageWorld } from './message-world.ts'

let world: MessageWorld
let owner: pg.Client
beforeEach(async () => {
  world = await createMessageWorld()
  for (let n = 0; n < 5; n += 1) await world.send(`m-${n}`)
  await world.gateway().deliverDue()
  const { rows } = await world.app.query<{ name: string }>('select current_database() as name')
  owner = new pg.Client({ ...inject('postgres').connection, database: rows[0]?.name })
  await owner.connect()
})
afterEach(async () => {
  await owner.end()
  await world.close()
})

/** What only the owner of the database could do, past the triggers. */
async function tamper(statement: string): Promise<void> {
  await owner.query('set session_replication_role = replica')
  const { rowCount } = await owner.query(statement)
  expect(rowCount).toBeGreaterThan(0)
}
const verdict = () => world.gateway().verifyLog()

test('both sides of every exchange are in the chain and it holds', async () => {
  expect(await verdict()).toEqual({ records: 10, stamps: 0, broken: [] })
})

test.each([
  ['a changed row', "update gateway.log set status = 'absent' where seq = 4", 4, 'changed'],
  [
    'a changed text',
    "update gateway.log set content = replace(content, '6', '7') where seq = 3",
    3,
    'changed',
  ],
  [
    'another person in a row',
    "update gateway.log set subject = '810921300640' where seq = 5",
    5,
    'changed',
  ],
  ['a row taken out', 'delete from gateway.log where seq = 6', 6, 'gap'],
  ['the end cut off', 'delete from gateway.log where seq > 8', 9, 'cut'],
  [
    'two rows exchanged',
    'update gateway.log set hash = (select hash from gateway.log where seq = 2) where seq = 1',
    1,
    'changed',
  ],
])('%s is detected', async (_, statement, seq, reason) => {
  await tamper(statement)
  expect((await verdict()).broken).toEqual([{ partition: 'portal', seq, reason }])
})

test('a chain made anew from some place on is betrayed by the time stamp', async () => {
  const stamped: Buffer[] = []
  const timeStamp = (digest: Buffer) => {
    stamped.push(digest)
    return Promise.resolve(createHash('sha256').update(digest).digest())
  }
  expect(await world.gateway({ timeStamp }).sealLog()).toBe(1)
  expect(await world.gateway({ timeStamp }).sealLog()).toBe(0)
  expect(stamped).toHaveLength(1)
  expect((await verdict()).broken).toEqual([])
  await tamper('delete from gateway.log where seq > 8')
  await tamper(
    'update gateway.log_head h set seq = l.seq, hash = l.hash from gateway.log l where l.seq = 8',
  )
  expect((await verdict()).broken).toEqual([{ partition: 'portal', seq: 9, reason: 'cut' }])
})

test('a stamp that no trusted authority made is detected', async () => {
  const timeStamp = (digest: Buffer) => Promise.resolve(digest)
  await world.gateway({ timeStamp }).sealLog()
  const by = (trusted: boolean) => world.gateway({ checkStamp: () => trusted }).verifyLog()
  expect(await by(true)).toEqual({ records: 10, stamps: 1, broken: [] })
  expect((await by(false)).broken).toEqual([{ partition: 'portal', seq: 10, reason: 'stamp' }])
})

test('the gateway itself can neither change nor delete what it logged', async () => {
  for (const statement of [
    "update gateway.log set status = 'absent'",
    'delete from gateway.log',
    'delete from gateway.log_seal',
  ]) {
    await expect(world.gatewayPool.query(statement)).rejects.toThrow('permission denied')
  }
})
