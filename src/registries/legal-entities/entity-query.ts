import type { EntityParticulars } from '#core/contracts'
import type { Sql } from '#platform/db'
import { REGISTRATION_KINDS } from './vocabulary.ts'

const pair = (column: string) => `json_build_object('kk', ${column}_kk, 'ru', ${column}_ru)`
const lasts = (alias: string) =>
  `${alias}.valid_from <= $1::date and (${alias}.valid_to is null or $1::date < ${alias}.valid_to)`

const FOUNDERS = `(
  select coalesce(json_agg(json_build_object('kind', f.kind, 'number', f.number, 'name', json_build_object('kk', f.kk, 'ru', f.ru),
    'share', f.numerator || '/' || f.denominator, 'since', f.since) order by f.since, f.number), '[]')
  from reg_legal_entities.founder f
  where f.bin = e.bin and f.since <= $1::date and (f.until is null or $1::date < f.until))`

const HEAD = `(
  select json_build_object('iin', h.iin, 'since', h.valid_from, 'fullName', json_build_object(
    'kk', concat_ws(' ', h.kk_surname, h.kk_given, h.kk_patronymic),
    'ru', concat_ws(' ', h.ru_surname, h.ru_given, h.ru_patronymic)))
  from reg_legal_entities.head h where h.bin = e.bin and ${lasts('h')})`

/** What certificates print of the entities that `filter` leaves, as on the day $1. */
export const entityQuery = (filter: string): string => `
select e.bin, e.rnn, e.okpo, json_build_object('kk', n.kk, 'ru', n.ru) as name, e.kind, e.parent,
  case when e.liquidated_on <= $1::date then 'liquidated' else 'registered' end as status,
  ${pair('g.body')} as "registeringBody",
  json_build_object('kind', g.kind, 'date', g.date, 'number', g.number,
    'reason', case when g.reason_kk is not null then ${pair('g.reason')} end) as registration,
  e.registered_on as "firstRegisteredOn",
  case when e.liquidated_on <= $1::date then e.liquidated_on end as "liquidatedOn",
  case when e.liquidated_on <= $1::date then null else ${HEAD} end as head, ${FOUNDERS} as founders,
  (select json_build_object('code', a.code, 'name', json_build_object('kk', a.kk, 'ru', a.ru))
   from reg_legal_entities.activity a where a.bin = e.bin and ${lasts('a')}) as activity,
  json_build_object('kato', s.kato, 'region', s.region, 'text', ${pair('s.address')}) as address
from reg_legal_entities.entity e
join reg_legal_entities.name n on n.bin = e.bin and ${lasts('n')}
join reg_legal_entities.seat s on s.bin = e.bin and ${lasts('s')}
join lateral (
  select * from reg_legal_entities.registration g where g.bin = e.bin and g.date <= $1::date
  order by g.date desc, g.number desc limit 1) g on true
where e.registered_on <= $1::date and ${filter}
order by e.registered_on, e.bin`

type Registration = EntityParticulars['registration']
type Found = Omit<EntityParticulars, 'registration'> & {
  readonly registration: Omit<Registration, 'text'>
}

export interface Statement {
  readonly name: string
  readonly text: string
}

/** The entities that a statement finds, in the words of the certificates. */
export async function findEntities(
  sql: Sql,
  statement: Statement,
  values: readonly [string, string],
): Promise<EntityParticulars[]> {
  const { rows } = await sql.query<Found>({ ...statement, values: [...values] })
  return rows.map(({ registration, ...rest }) => ({
    ...rest,
    registration: { ...registration, text: REGISTRATION_KINDS[registration.kind] },
  }))
}
