import type pg from 'pg'
import type { Iin } from '#core/kernel'
import { instant, dayOf } from '#core/kernel'
import type { Database } from '#platform/db'

const ADULT_YEARS = 18

/** All grown-up people of the country: those who can have ordered something. */
async function adults(registry: pg.Pool): Promise<Iin[]> {
  const today = dayOf(instant(new Date()))
  const born = `${Number(today.slice(0, 4)) - ADULT_YEARS}${today.slice(4)}`
  const { rows } = await registry.query<{ iin: Iin }>(
    'select iin from reg_persons.person where birth_date <= $1 and death_date is null order by iin',
    [born],
  )
  return rows.map(({ iin }) => iin)
}

/** Accounts of all of them, without the price of a password for each. */
async function openAccounts(pool: pg.Pool, iins: readonly Iin[]): Promise<void> {
  await pool.query(
    `insert into identity.account
       (id, kind, number, name, language, password_hash, password_changed_at, created_at)
     select gen_random_uuid(), 'person', iin, 'АХМЕТОВА АЙГҮЛ', 'ru', known.password_hash, now(), now()
     from unnest($1::text[]) iin, (select password_hash from identity.account limit 1) known
     on conflict do nothing`,
    [iins],
  )
}

/** The grown-up people of the country, each with an account. */
export async function peopleOf(database: Database): Promise<Iin[]> {
  const iins = await adults(database.pool('registry_persons'))
  await openAccounts(database.pool('app'), iins)
  return iins
}
