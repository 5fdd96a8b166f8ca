import { parseBin, parseIin } from '#core/kernel'
import type { Intake } from '#registries/kit'
import { landRow, type LandRow } from './land-row.ts'

const pair = (at: string) => `${at}->>'kk', ${at}->>'ru'`
const heldBy = (at: string) => `${at}->>'kind', ${at}->>'number', ${pair(`${at}->'name'`)}`

/** A plot goes in whole or not at all: foreign keys are checked at the end of the statement. */
const STATEMENT = `
with r as (select value as v, value->>'cadastralNumber' as n from jsonb_array_elements($1::jsonb)),
p as (
  insert into reg_land.plot
  select n, v->>'kato', v->>'region', ${pair("v->'street'")}, v->>'house', ${pair("v->'address'")}, (v->>'formedOn')::date
  from r),
d as (
  insert into reg_land.description
  select n, (x->>'validFrom')::date, (x->>'validTo')::date, x->>'category', ${pair("x->'purpose'")},
    (x->>'squareMetres')::int, (x->>'divisible')::boolean
  from r, jsonb_array_elements(v->'descriptions') x),
t as (
  insert into reg_land.restriction (cadastral_number, text_kk, text_ru, basis_kk, basis_ru, since, until)
  select n, ${pair("x->'text'")}, ${pair("x->'basis'")}, (x->>'since')::date, (x->>'until')::date
  from r, jsonb_array_elements(v->'restrictions') x),
e as (
  insert into reg_land.evaluation
  select n, (x->>'assessedOn')::date, (x->>'tiyn')::bigint, ${pair("x->'basis'")}
  from r, jsonb_array_elements(v->'evaluations') x),
k as (
  insert into reg_land.document (number, cadastral_number, kind, series, made_on, made_by_kk, made_by_ru, issued_on,
    basis_kk, basis_ru, ended_on, holder_kind, holder_number, holder_kk, holder_ru)
  select x->>'number', n, x->>'kind', x->>'series', (x->>'madeOn')::date, ${pair("x->'madeBy'")}, (x->>'issuedOn')::date,
    ${pair("x->'basis'")}, (x->>'endedOn')::date, ${heldBy("x->'issuedTo'")}
  from r, jsonb_array_elements(v->'documents') x),
g as (
  insert into reg_land.first_grant (cadastral_number, kind, number, date, body_kk, body_ru, "right", years, until,
    purpose_kk, purpose_ru, square_metres, holder_kind, holder_number, holder_kk, holder_ru)
  select n, x->>'kind', x->>'number', (x->>'date')::date, ${pair("x->'body'")}, x->>'right',
    (x->'term'->>'years')::int, (x->'term'->>'until')::date, ${pair("x->'purpose'")}, (x->>'squareMetres')::int,
    ${heldBy("x->'grantee'")}
  from r, lateral (select v->'grant' as x) one where jsonb_typeof(v->'grant') = 'object')
insert into reg_land.holding (cadastral_number, kind, form, numerator, denominator, basis_kk, basis_ru, since, term, ended_on,
  holder_kind, holder_number, holder_kk, holder_ru)
select n, x->>'kind', x->>'form', (x->'share'->>'numerator')::int, (x->'share'->>'denominator')::int, ${pair("x->'basis'")},
  (x->>'since')::date, (x->>'term')::date, (x->>'endedOn')::date, ${heldBy("x->'holder'")}
from r, jsonb_array_elements(v->'holdings') x`

const two = (column: string) => `json_build_object('kk', ${column}_kk, 'ru', ${column}_ru)`
const held = `json_build_object('kind', holder_kind, 'number', holder_number, 'name', ${two('holder')})`
const all = (table: string, members: string, order: string) =>
  `(select coalesce(json_agg(json_build_object(${members}) order by ${order}), '[]') from reg_land.${table}
    where cadastral_number = p.cadastral_number)`

const READ = `
select p.cadastral_number as key, json_build_object(
  'cadastralNumber', p.cadastral_number, 'kato', p.kato, 'region', p.region, 'street', ${two('p.street')},
  'house', p.house, 'address', ${two('p.address')}, 'formedOn', p.formed_on,
  'descriptions', ${all(
    'description',
    `'validFrom', valid_from, 'validTo', valid_to, 'category', category, 'purpose', ${two('purpose')},
     'squareMetres', square_metres, 'divisible', divisible`,
    'valid_from',
  )},
  'restrictions', ${all('restriction', `'text', ${two('text')}, 'basis', ${two('basis')}, 'since', since, 'until', until`, 'since, text_ru')},
  'evaluations', ${all('evaluation', `'assessedOn', assessed_on, 'tiyn', tiyn, 'basis', ${two('basis')}`, 'assessed_on')},
  'holdings', ${all(
    'holding',
    `'holder', ${held}, 'kind', kind, 'form', form, 'share', case when numerator is not null then
       json_build_object('numerator', numerator, 'denominator', denominator) end,
     'since', since, 'term', term, 'endedOn', ended_on, 'basis', ${two('basis')}`,
    'since, holder_number, kind',
  )},
  'documents', ${all(
    'document',
    `'kind', kind, 'series', series, 'number', number, 'madeOn', made_on, 'madeBy', ${two('made_by')}, 'issuedTo', ${held},
     'issuedOn', issued_on, 'endedOn', ended_on, 'basis', ${two('basis')}`,
    'made_on, number',
  )},
  'grant', (select json_build_object('kind', kind, 'number', number, 'date', date, 'body', ${two('body')}, 'grantee', ${held},
     'right', "right", 'term', case when years is not null then json_build_object('years', years, 'until', until) end,
     'purpose', ${two('purpose')}, 'squareMetres', square_metres)
   from reg_land.first_grant where cadastral_number = p.cadastral_number)) as row
from reg_land.plot p where p.cadastral_number > $1 order by p.cadastral_number limit $2`

type Holder = LandRow['holdings'][number]['holder']
const isHolder = ({ kind, number }: Holder): boolean => {
  if (kind === 'state') return number === null
  return kind === 'person'
    ? parseIin(number ?? '') !== undefined
    : parseBin(number ?? '') !== undefined
}

function objection({ holdings, documents, grant, descriptions }: LandRow): string | undefined {
  const holders = [
    ...holdings.map(({ holder }) => holder),
    ...documents.map(({ issuedTo }) => issuedTo),
    ...(grant === null ? [] : [grant.grantee]),
  ]
  if (!holders.every(isHolder)) return 'holding_holder_control_digit'
  return descriptions.some(({ validTo }) => validTo === null)
    ? undefined
    : 'plot_without_description'
}

/** How plots enter the cadastre and leave it. */
export const landIntake: Intake<LandRow> = {
  schema: 'reg_land',
  table: 'plot',
  column: 'cadastral_number',
  row: landRow,
  keyed: 'cadastralNumber',
  key: ({ cadastralNumber }) => cadastralNumber,
  objection,
  statement: STATEMENT,
  read: READ,
}
