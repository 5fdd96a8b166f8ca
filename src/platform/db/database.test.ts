import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from './index.ts'
import { type TestDatabase, testDatabase } from './testing/index.ts'

let db: TestDatabase
beforeAll(async () => {
  const sql =
    'create table item (id integer constraint item_pk primary key, day date, at timestamptz)'
  db = await testDatabase([
    { schema: 'shop', role: 'app', migrations: [{ id: 1, name: 'item', sql }] },
  ])
})
afterAll(() => db.close())

const pool = () => db.database.pool('app')
const ids = async () =>
  (await pool().query<{ id: number }>('select id from shop.item order by id')).rows.map(
    ({ id }) => id,
  )

test('what a transaction wrote is there when it resolves', async () => {
  const n = await inTransaction(
    pool(),
    async (tx) => (await tx.query('insert into shop.item values (1)')).rowCount,
  )
  expect(n).toBe(1)
  expect(await ids()).toContain(1)
})

test('when the work rejects nothing is kept', async () => {
  const work = inTransaction(pool(), async (tx) => {
    await tx.query('insert into shop.item values (2)')
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(await ids()).not.toContain(2)
})

test('a failed statement that the work ignored is reported, since nothing is kept', async () => {
  const work = inTransaction(pool(), async (tx) => {
    await tx.query('insert into shop.item values (3)')
    await tx.query('insert into shop.item values (3)').catch(() => {})
    return 'fine'
  })
  await expect(work).rejects.toThrow('nothing was committed')
  expect(await ids()).not.toContain(3)
})

test('a connection that is lost in a transaction does not go back to the pool', async () => {
  const work = inTransaction(pool(), (tx) =>
    tx.query('select pg_terminate_backend(pg_backend_pid())'),
  )
  await expect(work).rejects.toThrow()
  expect(await ids()).toContain(1)
})

test('a legal day is read as the text that it is', async () => {
  await pool().query("insert into shop.item values (9, '2012-04-10', '2012-04-10T00:00:00Z')")
  const { rows } = await pool().query('select day, at from shop.item where id = 9')
  expect(rows).toEqual([{ day: '2012-04-10', at: new Date('2012-04-10T00:00:00Z') }])
})
