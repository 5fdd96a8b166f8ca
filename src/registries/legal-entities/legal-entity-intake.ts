import type pg from 'pg'
import { parseBin, parseIin, parseOkpo, parseRnn } from '#core/kernel'
import { type ImportReport, type Intake, takeAll } from '#registries/kit'
import { legalEntityRow, type LegalEntityRow } from './legal-entity-row.ts'

const range = `(x->>'validFrom')::date, (x->>'validTo')::date`
const pair = (at: string) => `${at}->>'kk', ${at}->>'ru'`
const spelled = (lang: string) =>
  ['surname', 'given', 'patronymic'].map((part) => `x->'name'->'${lang}'->>'${part}'`).join(', ')
/** The members of a list that may be left out. */
const each = (list: string) =>
  `r, jsonb_array_elements(coalesce(nullif(v->'${list}', 'null'), '[]')) x`

const STATEMENT = `
with r as (select value as v, value->>'bin' as bin from jsonb_array_elements($1::jsonb)),
e as (
  insert into reg_legal_entities.entity (bin, kind, parent, registered_on, liquidated_on, rnn, okpo)
  select bin, v->>'kind', v->>'parent', (v->>'registeredOn')::date, (v->>'liquidatedOn')::date, v->>'rnn', v->>'okpo'
  from r),
n as (insert into reg_legal_entities.name select bin, ${range}, x->>'kk', x->>'ru' from ${each('names')}),
s as (
  insert into reg_legal_entities.seat select bin, ${range}, x->>'kato', x->>'region', ${pair("x->'text'")} from ${each('seats')}),
g as (
  insert into reg_legal_entities.registration (bin, kind, date, number, body_kk, body_ru, reason_kk, reason_ru)
  select bin, x->>'kind', (x->>'date')::date, x->>'number', ${pair("x->'body'")}, ${pair("x->'reason'")}
  from ${each('registrations')}),
a as (
  insert into reg_legal_entities.activity select bin, ${range}, x->>'code', ${pair("x->'name'")} from ${each('activities')}),
f as (
  insert into reg_legal_entities.founder (bin, kind, number, kk, ru, numerator, denominator, since, until)
  select bin, x->>'kind', x->>'number', ${pair("x->'name'")}, (x->'share'->>'numerator')::int,
    (x->'share'->>'denominator')::int, (x->>'since')::date, (x->>'until')::date from ${each('founders')})
insert into reg_legal_entities.head select bin, ${range}, x->>'iin', ${spelled('kk')}, ${spelled('ru')} from ${each('heads')}`

const two = (column: string) => `json_build_object('kk', ${column}_kk, 'ru', ${column}_ru)`
const kkru = `json_build_object('kk', kk, 'ru', ru)`
const person = (lang: string) =>
  `json_build_object('surname', ${lang}_surname, 'given', ${lang}_given, 'patronymic', ${lang}_patronymic)`
const lasts = `'validFrom', valid_from, 'validTo', valid_to`
const all = (table: string, members: string, order: string) =>
  `(select coalesce(json_agg(json_build_object(${members}) order by ${order}), '[]') from reg_legal_entities.${table}
    where bin = e.bin)`

/** Legal entities stand before their parts, so that an export can be imported as it is. */
const KEY = `case when e.parent is null then '0' else '1' end || e.bin`
const READ = `
select ${KEY} as key, json_build_object('bin', e.bin, 'rnn', e.rnn, 'okpo', e.okpo, 'kind', e.kind, 'parent', e.parent,
  'registeredOn', e.registered_on, 'liquidatedOn', e.liquidated_on,
  'names', ${all('name', `${lasts}, 'kk', kk, 'ru', ru`, 'valid_from')},
  'seats', ${all('seat', `${lasts}, 'kato', kato, 'region', region, 'text', ${two('address')}`, 'valid_from')},
  'heads', ${all('head', `${lasts}, 'iin', iin, 'name', json_build_object('kk', ${person('kk')}, 'ru', ${person('ru')})`, 'valid_from')},
  'registrations', ${all(
    'registration',
    `'kind', kind, 'date', date, 'number', number, 'body', ${two('body')},
     'reason', case when reason_kk is not null then ${two('reason')} end`,
    'date, number',
  )},
  'activities', ${all('activity', `${lasts}, 'code', code, 'name', ${kkru}`, 'valid_from')},
  'founders', ${all(
    'founder',
    `'kind', kind, 'number', number, 'name', ${kkru}, 'share', case when numerator is not null then
       json_build_object('numerator', numerator, 'denominator', denominator) end, 'since', since, 'until', until`,
    'since, number',
  )}) as row
from reg_legal_entities.entity e where ${KEY} > $1 order by 1 limit $2`

const isOpen = ({ validTo }: { readonly validTo: string | null }): boolean => validTo === null
type Founder = NonNullable<LegalEntityRow['founders']>[number]
const isFounder = ({ kind, number }: Founder): boolean =>
  (kind === 'person' ? parseIin(number) : parseBin(number)) !== undefined

/** The rules on numbers that a row can break, by name. */
const WRONG_NUMBERS: Readonly<Record<string, (row: LegalEntityRow) => boolean>> = {
  entity_bin_control_digit: ({ bin }) => parseBin(bin) === undefined,
  entity_rnn_control_digit: ({ rnn }) => typeof rnn === 'string' && parseRnn(rnn) === undefined,
  entity_okpo_control_digit: ({ okpo }) =>
    typeof okpo === 'string' && parseOkpo(okpo) === undefined,
  head_iin_control_digit: ({ heads }) => heads.some(({ iin }) => parseIin(iin) === undefined),
  founder_control_digit: ({ founders }) => founders?.every(isFounder) === false,
  entity_without_name: ({ names }) => !names.some(isOpen),
  entity_without_seat: ({ seats }) => !seats.some(isOpen),
}

/** How legal entities enter the register and leave it: head units before their branches. */
export const legalEntityIntake: Intake<LegalEntityRow> = {
  schema: 'reg_legal_entities',
  table: 'entity',
  column: 'bin',
  row: legalEntityRow,
  keyed: 'bin',
  key: ({ bin }) => bin,
  objection: (row) => Object.entries(WRONG_NUMBERS).find(([, broken]) => broken(row))?.[0],
  statement: STATEMENT,
  read: READ,
  order: (rows) => [
    ...rows.filter(({ parent }) => parent === null),
    ...rows.filter(({ parent }) => parent !== null),
  ],
}

/** Takes legal entities in one transaction; the report names each rejected row and the rule that it broke. */
export const importLegalEntities = (
  pool: pg.Pool,
  rows: readonly LegalEntityRow[],
): Promise<ImportReport> => takeAll(pool, legalEntityIntake, rows)
