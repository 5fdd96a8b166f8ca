import type pg from 'pg'
import { parseBin, parseIin } from '#core/kernel'
import { type ImportReport, type Intake, takeAll } from '#registries/kit'
import { realtyRow, type RealtyRow } from './realty-row.ts'

const pair = (at: string) => `${at}->>'kk', ${at}->>'ru'`
const part = (at: string) => `(${at}->>'numerator')::int, (${at}->>'denominator')::int`
const registered = `${pair("x->'basis'")}, (x->>'registeredAt')::timestamptz, (x->>'terminatedAt')::timestamptz`

const STATEMENT = `
with r as (select value as v, value->>'cadastralNumber' as n, value->'technical' as t from jsonb_array_elements($1::jsonb)),
o as (
  insert into reg_realty.object (cadastral_number, kind, purpose_kk, purpose_ru, kato, region, street_kk, street_ru,
    house, block, flat, address_kk, address_ru, address_code, inventory_number, year_built, floors, floor, rooms,
    walls_kk, walls_ru, area_total, area_living, area_land)
  select n, v->>'kind', ${pair("v->'purpose'")}, v->>'kato', v->>'region', ${pair("v->'street'")}, v->>'house',
    v->>'block', v->>'flat', ${pair("v->'address'")}, v->>'addressCode', t->>'inventoryNumber', (t->>'yearBuilt')::int,
    (t->>'floors')::int, (t->>'floor')::int, (t->>'rooms')::int, ${pair("t->'walls'")}, (t->>'areaTotal')::numeric,
    (t->>'areaLiving')::numeric, (t->>'areaLand')::numeric from r),
e as (
  insert into reg_realty.encumbrance (cadastral_number, holder, kind_kk, kind_ru, content_kk, content_ru,
    interested_kk, interested_ru, form, numerator, denominator, basis_kk, basis_ru, registered_at, terminated_at)
  select n, x->>'holder', ${pair("x->'kind'")}, ${pair("x->'content'")}, ${pair("x->'interested'")}, x->>'form',
    ${part("x->'share'")}, ${registered}
  from r, jsonb_array_elements(v->'encumbrances') x),
c as (
  insert into reg_realty.claim (cadastral_number, subject_kk, subject_ru, content_kk, content_ru,
    interested_kk, interested_ru, basis_kk, basis_ru, registered_at, terminated_at)
  select n, ${pair("x->'subject'")}, ${pair("x->'content'")}, ${pair("x->'interested'")}, ${registered}
  from r, jsonb_array_elements(v->'claims') x)
insert into reg_realty.registered_right (cadastral_number, holder, holder_kk, holder_ru, kind, form, numerator, denominator,
  content_kk, content_ru, basis_kk, basis_ru, registered_at, terminated_at, termination_kk, termination_ru)
select n, x->>'holder', ${pair("x->'holderName'")}, x->>'kind', x->>'form', ${part("x->'share'")},
  ${pair("x->'content'")}, ${registered}, ${pair("x->'termination'")}
from r, jsonb_array_elements(v->'rights') x`

const two = (column: string) => `json_build_object('kk', ${column}_kk, 'ru', ${column}_ru)`
const perhaps = (column: string) => `case when ${column}_kk is not null then ${two(column)} end`
const portion = `case when numerator is not null then
  json_build_object('numerator', numerator, 'denominator', denominator) end`
const at = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const since = `'basis', ${two('basis')}, 'registeredAt', ${at('registered_at')}, 'terminatedAt', ${at('terminated_at')}`
const all = (table: string, members: string, order: string) =>
  `(select coalesce(json_agg(json_build_object(${members}) order by registered_at, ${order}), '[]') from reg_realty.${table}
    where cadastral_number = o.cadastral_number)`

const READ = `
select o.cadastral_number as key, json_build_object(
  'cadastralNumber', o.cadastral_number, 'kind', o.kind, 'purpose', ${two('o.purpose')}, 'kato', o.kato,
  'region', o.region, 'street', ${two('o.street')}, 'house', o.house, 'block', o.block, 'flat', o.flat,
  'address', ${two('o.address')}, 'addressCode', o.address_code,
  'technical', case when coalesce(inventory_number, year_built::text, area_total::text, area_land::text) is not null then
    json_build_object('inventoryNumber', inventory_number, 'yearBuilt', year_built, 'floors', floors, 'floor', floor,
      'rooms', rooms, 'walls', ${perhaps('walls')}, 'areaTotal', area_total::text, 'areaLiving', area_living::text,
      'areaLand', area_land::text) end,
  'rights', ${all(
    'registered_right',
    `'holder', holder, 'holderName', json_build_object('kk', coalesce(holder_kk, holder), 'ru', coalesce(holder_ru, holder)),
     'kind', kind, 'form', form, 'share', ${portion}, 'content', ${perhaps('content')}, ${since},
     'termination', ${perhaps('termination')}`,
    'holder, kind',
  )},
  'encumbrances', ${all(
    'encumbrance',
    `'holder', holder, 'kind', ${two('kind')}, 'content', ${perhaps('content')}, 'interested', ${two('interested')},
     'form', form, 'share', ${portion}, ${since}`,
    'kind_ru, interested_ru',
  )},
  'claims', ${all(
    'claim',
    `'subject', ${two('subject')}, 'content', ${perhaps('content')}, 'interested', ${perhaps('interested')}, ${since}`,
    'subject_ru',
  )}) as row
from reg_realty.object o where o.cadastral_number > $1 order by o.cadastral_number limit $2`

const CADASTRAL = /^\d{2}:\d{3}:\d{3}:\d{1,5}(:\d+(\/[А-ЯA-Z]\d*)?(:\d+(\/[А-ЯA-Z]\d*)?)?)?$/
const isHolder = (number: string) =>
  parseIin(number) !== undefined || parseBin(number) !== undefined

function objection(row: RealtyRow): string | undefined {
  if (!CADASTRAL.test(row.cadastralNumber)) return 'object_cadastral_number'
  return row.rights.every(({ holder }) => isHolder(holder))
    ? undefined
    : 'right_holder_control_digit'
}

/** How objects enter the register and leave it. */
export const realtyIntake: Intake<RealtyRow> = {
  schema: 'reg_realty',
  table: 'object',
  column: 'cadastral_number',
  row: realtyRow,
  keyed: 'cadastralNumber',
  key: ({ cadastralNumber }) => cadastralNumber,
  objection,
  statement: STATEMENT,
  read: READ,
}

/** Takes objects into the register in one transaction; the report names each rejected object and the rule that it broke. */
export const importRealty = (pool: pg.Pool, rows: readonly RealtyRow[]): Promise<ImportReport> =>
  takeAll(pool, realtyIntake, rows)
