import type pg from 'pg'
import { birthDate, parseIin } from '#core/kernel'
import { type ImportReport, type Intake, takeAll } from '#registries/kit'
import {
  civilActRow,
  type CivilActRow,
  officeRow,
  type OfficeRow,
  type ParticipantRow,
} from './civil-act-row.ts'

const nameColumns = (value: string) =>
  ['kk', 'ru']
    .flatMap((lang) => ['surname', 'given', 'patronymic'].map((part) => [lang, part] as const))
    .map(([lang, part]) => `${value}->'${lang}'->>'${part}'`)
    .join(', ')

/** A record goes in whole or not at all: foreign keys are checked at the end of the statement. */
const STATEMENT = `
with r as (select value as v from jsonb_array_elements($1::jsonb)),
rec as (
  insert into reg_civil_acts.record (number, kind, office, recorded_on, ref)
  select v->>'number', v->>'kind', v->>'office', (v->>'recordedOn')::date, v->>'ref' from r),
ver as (
  insert into reg_civil_acts.version
  select v->>'number', nth, (x->>'since')::date, x->>'cause', x->'basis'->>'kk', x->'basis'->>'ru',
    (x->>'happenedOn')::date, x->'place'->>'kk', x->'place'->>'ru'
  from r, jsonb_array_elements(v->'versions') with ordinality as versions(x, nth))
insert into reg_civil_acts.participant
select v->>'number', v->>'kind', nth, p->>'role', p->>'iin', p->>'sex', (p->>'birthDate')::date,
  ${nameColumns("p->'name'")}, ${nameColumns("p->'after'")}
from r, jsonb_array_elements(v->'versions') with ordinality as versions(x, nth),
  jsonb_array_elements(x->'participants') p`

const ROLES: Readonly<Record<CivilActRow['kind'], readonly ParticipantRow['role'][]>> = {
  birth: ['child'],
  death: ['person'],
  paternity: ['child', 'father'],
  adoption: ['child'],
  marriage: ['husband', 'wife'],
  divorce: ['husband', 'wife'],
  'name-change': ['person'],
}

const lacksRole = ({ kind, versions }: CivilActRow): boolean =>
  versions.some(({ participants }) =>
    ROLES[kind].some((role) => !participants.some((one) => one.role === role)),
  )

/** A number tells the day of birth and has a control digit; who has none was born before the registers. */
function numberObjection({ iin, birthDate: born }: ParticipantRow): string | undefined {
  if (iin === null) return undefined
  if (parseIin(iin) === undefined) return 'participant_iin_control_digit'
  return born === null || birthDate(iin) === born ? undefined : 'participant_iin_birth_date'
}

function objection(row: CivilActRow): string | undefined {
  const [first] = row.versions
  if (first === undefined || first.since !== row.recordedOn) return 'record_without_registration'
  if (lacksRole(row)) return 'record_without_participant'
  return row.versions
    .flatMap(({ participants }) => participants)
    .map(numberObjection)
    .find((code) => code !== undefined)
}

function bySequence(a: CivilActRow, b: CivilActRow): number {
  if (a.recordedOn === b.recordedOn) return 0
  return a.recordedOn < b.recordedOn ? -1 : 1
}

const two = (column: string) => `json_build_object('kk', ${column}_kk, 'ru', ${column}_ru)`
const perhaps = (column: string) => `case when ${column}_kk is not null then ${two(column)} end`
const spelled = (prefix: string) =>
  ['kk', 'ru']
    .map(
      (
        lang,
      ) => `'${lang}', json_build_object('surname', ${prefix}${lang}_surname, 'given', ${prefix}${lang}_given,
        'patronymic', ${prefix}${lang}_patronymic)`,
    )
    .join(', ')

/** In the order of their days, so that an export can be imported as it is. */
const KEY = 'r.recorded_on::text || r.number'
const READ = `
select ${KEY} as key, json_build_object('number', r.number, 'kind', r.kind, 'office', r.office, 'recordedOn', r.recorded_on,
  'ref', r.ref, 'versions', (
    select json_agg(json_build_object('since', v.since, 'cause', v.cause, 'basis', ${perhaps('v.basis')},
      'happenedOn', v.happened_on, 'place', ${perhaps('v.place')}, 'participants', (
        select json_agg(json_build_object('role', p.role, 'iin', p.iin, 'sex', p.sex, 'birthDate', p.birth_date,
          'name', json_build_object(${spelled('p.')}),
          'after', case when p.after_kk_surname is not null then json_build_object(${spelled('p.after_')}) end) order by p.role)
        from reg_civil_acts.participant p where p.number = v.number and p.version = v.version)) order by v.version)
    from reg_civil_acts.version v where v.number = r.number)) as row
from reg_civil_acts.record r where ${KEY} > $1 order by 1 limit $2`

/** How records enter the register, in the order of their days (a divorce follows its marriage), and leave it. */
export const civilActIntake: Intake<CivilActRow> = {
  schema: 'reg_civil_acts',
  table: 'record',
  column: 'number',
  row: civilActRow,
  keyed: 'number',
  key: ({ number }) => number,
  objection,
  statement: STATEMENT,
  read: READ,
  order: (rows) => rows.toSorted(bySequence),
}

/** Takes records in one transaction; the report names each rejected record and the rule that it broke. */
export const importCivilActs = (
  pool: pg.Pool,
  rows: readonly CivilActRow[],
): Promise<ImportReport> => takeAll(pool, civilActIntake, rows)

const OFFICES = `
insert into reg_civil_acts.office
select v->>'code', v->>'kato', v->'name'->>'kk', v->'name'->>'ru', v->'address'->>'kk', v->'address'->>'ru'
from jsonb_array_elements($1::jsonb) v`

/** How the offices that keep records enter the register: before their records. */
export const officeIntake: Intake<OfficeRow> = {
  schema: 'reg_civil_acts',
  table: 'office',
  column: 'code',
  row: officeRow,
  keyed: 'code',
  key: ({ code }) => code,
  objection: () => undefined,
  statement: OFFICES,
  read: `
select code as key, json_build_object('code', code, 'kato', kato, 'name', ${two('name')}, 'address', ${two('address')}) as row
from reg_civil_acts.office where code > $1 order by code limit $2`,
}

/** Takes the offices that keep records; they go in before the records do. */
export const importOffices = (pool: pg.Pool, rows: readonly OfficeRow[]): Promise<ImportReport> =>
  takeAll(pool, officeIntake, rows)
