import type pg from 'pg'
import { inTransaction } from '#platform/db'

/** Below so many rows it is quicker to leave the indexes where they are. */
const MANY = 100_000

/** Keys and indexes of the tables that are filled, save those that other tables refer to: `place` of each and how to make it again. */
const KEPT = `
create table public.bench_index as
with tables as (
  select c.oid, c.oid::regclass::text as name from pg_class c
  where c.oid = any(array['cases.case_state', 'cases.case_event', 'cases.signature', 'notifications.notification', 'gateway.outbox',
    'documents.reservation', 'documents.document', 'documents.status_change']::regclass[])
), keys as (
  select t.name, k.conindid as index, format('alter table %s drop constraint %I', t.name, k.conname) as away,
    format('alter table %s add constraint %I %s', t.name, k.conname, pg_get_constraintdef(k.oid)) as back
  from tables t join pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u')
  where not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = k.conindid)
), indexes as (
  select t.name, i.indexrelid as index, format('drop index %s', i.indexrelid::regclass) as away, pg_get_indexdef(i.indexrelid) as back
  from tables t join pg_index i on i.indrelid = t.oid
  where not exists (select from pg_constraint k where k.conindid = i.indexrelid)
)
select name, away, back from keys union all select name, away, back from indexes`

const isThere = async (sql: Pick<pg.ClientBase, 'query'>): Promise<boolean> => {
  const { rows } = await sql.query<{ there: boolean }>(
    "select to_regclass('public.bench_index') is not null as there",
  )
  return rows[0]?.there === true
}

async function takeAway(tx: pg.ClientBase): Promise<void> {
  await tx.query(KEPT)
  const { rows } = await tx.query<{ away: string }>('select away from public.bench_index')
  for (const { away } of rows) await tx.query(away)
}

async function putBack(tx: pg.ClientBase): Promise<void> {
  await tx.query("set local maintenance_work_mem = '256MB'")
  const { rows } = await tx.query<{ back: string }>(
    'select back from public.bench_index order by name',
  )
  for (const { back } of rows) await tx.query(back)
  await tx.query('drop table public.bench_index')
}

/**
 * Fills without keeping the indexes up row by row: each is made once in the end. What was taken away is written down, so that a
 * run that was broken off is gone on with.
 */
export async function withoutIndexes(
  admin: pg.Pool,
  rows: number,
  fill: () => Promise<void>,
): Promise<void> {
  if (!(await isThere(admin)) && rows >= MANY) await inTransaction(admin, takeAway)
  await fill()
  if (await isThere(admin)) await inTransaction(admin, putBack)
}
