import type pg from 'pg'
import { birthDate, parseIin } from '#core/kernel'
import { type ImportReport, type Intake, takeAll } from '#registries/kit'
import { personRow, type PersonRow } from './person-row.ts'

/** A person goes in whole or not at all: foreign keys are checked at the end of the statement. */
const STATEMENT = `
with r as (select value as v from jsonb_array_elements($1::jsonb)),
p as (
  insert into reg_persons.person (iin, birth_date, sex, citizenship, death_date)
  select v->>'iin', (v->>'birthDate')::date, v->>'sex', v->>'citizenship', (v->>'deathDate')::date from r),
n as (
  insert into reg_persons.name
  select v->>'iin', (x->>'validFrom')::date, (x->>'validTo')::date,
    x->'kk'->>'surname', x->'kk'->>'given', x->'kk'->>'patronymic',
    x->'ru'->>'surname', x->'ru'->>'given', x->'ru'->>'patronymic'
  from r, jsonb_array_elements(v->'names') x),
d as (
  insert into reg_persons.identity_document
    (number, iin, kind, issued, expires, cancelled_on, issuer_kk, issuer_ru)
  select x->>'number', v->>'iin', x->>'kind', (x->>'issued')::date, (x->>'expires')::date,
    (x->>'cancelledOn')::date, x->'issuer'->>'kk', x->'issuer'->>'ru'
  from r, jsonb_array_elements(v->'documents') x)
insert into reg_persons.residence
select v->>'iin', (x->>'validFrom')::date, (x->>'validTo')::date, x->>'kato', x->>'region',
  x->'text'->>'kk', x->'text'->>'ru'
from r, jsonb_array_elements(v->'residences') x`

function objection(row: PersonRow): string | undefined {
  if (parseIin(row.iin) === undefined) return 'person_iin_control_digit'
  if (birthDate(row.iin) !== row.birthDate) return 'person_iin_birth_date'
  return row.names.some(({ validTo }) => validTo === null) ? undefined : 'person_without_name'
}

const spelled = (lang: string) =>
  `json_build_object('surname', ${lang}_surname, 'given', ${lang}_given, 'patronymic', ${lang}_patronymic)`
const two = (column: string) => `json_build_object('kk', ${column}_kk, 'ru', ${column}_ru)`
const lasts = `'validFrom', valid_from, 'validTo', valid_to`
const all = (table: string, members: string, order: string) =>
  `(select coalesce(json_agg(json_build_object(${members}) order by ${order}), '[]') from reg_persons.${table} where iin = p.iin)`

const READ = `
select p.iin as key, json_build_object('iin', p.iin, 'birthDate', p.birth_date, 'sex', p.sex, 'citizenship', p.citizenship,
  'deathDate', p.death_date,
  'names', ${all('name', `${lasts}, 'kk', ${spelled('kk')}, 'ru', ${spelled('ru')}`, 'valid_from')},
  'documents', ${all(
    'identity_document',
    `'kind', kind, 'number', number, 'issued', issued, 'expires', expires, 'issuer', ${two('issuer')},
     'cancelledOn', cancelled_on`,
    'issued, number',
  )},
  'residences', ${all('residence', `${lasts}, 'kato', kato, 'region', region, 'text', ${two('address')}`, 'valid_from')}) as row
from reg_persons.person p where p.iin > $1 order by p.iin limit $2`

/** How persons enter the register and leave it. */
export const personIntake: Intake<PersonRow> = {
  schema: 'reg_persons',
  table: 'person',
  column: 'iin',
  row: personRow,
  keyed: 'iin',
  key: ({ iin }) => iin,
  objection,
  statement: STATEMENT,
  read: READ,
}

/** Takes persons into the register in one transaction; the report names each rejected row and the rule that it broke. */
export const importPersons = (pool: pg.Pool, rows: readonly PersonRow[]): Promise<ImportReport> =>
  takeAll(pool, personIntake, rows)
