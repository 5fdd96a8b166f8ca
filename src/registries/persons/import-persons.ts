import type pg from 'pg'
import type { Bilingual, PersonIdentity, PersonName } from '#core/contracts'
import { birthDate, parseIin } from '#core/kernel'
import { inTransaction } from '#platform/db'
import { type ImportReport, insertRows } from '#registries/kit'

/** A range of days, half open; `validTo` null: still so. */
interface Validity {
  readonly validFrom: string
  readonly validTo: string | null
}

/** One person as another register or the demonstration country hands it over. */
export interface PersonRow {
  readonly iin: string
  readonly birthDate: string
  readonly sex: 'male' | 'female'
  readonly citizenship: string
  readonly deathDate: string | null
  readonly names: readonly (Validity & PersonName)[]
  readonly documents: readonly (PersonIdentity['documents'][number] & {
    readonly cancelledOn: string | null
  })[]
  readonly residences: readonly (Validity & {
    readonly kato: string
    readonly region: string
    readonly text: Bilingual
  })[]
}

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

/** Takes persons into the register in one transaction; the report names each rejected row and the rule that it broke. */
export const importPersons = (pool: pg.Pool, rows: readonly PersonRow[]): Promise<ImportReport> =>
  inTransaction(pool, (tx) =>
    insertRows(tx, { statement: STATEMENT, rows, key: ({ iin }) => iin, objection }),
  )
