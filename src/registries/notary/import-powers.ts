import type pg from 'pg'
import { parseBin, parseIin } from '#core/kernel'
import { type ImportReport, type Intake, takeAll } from '#registries/kit'
import { powerRow, type PowerRow } from './power-row.ts'

/** A power goes in whole or not at all: foreign keys are checked at the end of the statement. */
const STATEMENT = `
with r as (select value as v from jsonb_array_elements($1::jsonb)),
p as (
  insert into reg_notary.power
  select v->>'number', (v->>'issuedOn')::date, (v->>'validUntil')::date, v->'notary'->>'kk', v->'notary'->>'ru',
    v->'principal'->>'kind', v->'principal'->>'number', v->'principal'->'name'->>'kk', v->'principal'->'name'->>'ru',
    v->'representative'->>'iin', v->'representative'->'name'->>'kk', v->'representative'->'name'->>'ru',
    v->'text'->>'kk', v->'text'->>'ru'
  from r),
c as (
  insert into reg_notary.power_code
  select v->>'number', code from r, jsonb_array_elements_text(v->'codes') code)
insert into reg_notary.revocation
select v->>'number', (v->>'issuedOn')::date, (v->>'revokedOn')::date from r where v->>'revokedOn' is not null`

function objection({ principal, representative, codes }: PowerRow): string | undefined {
  const valid = principal.kind === 'person' ? parseIin : parseBin
  if (valid(principal.number) === undefined) return 'power_principal_control_digit'
  if (parseIin(representative.iin) === undefined) return 'power_representative_control_digit'
  return codes.length === 0 ? 'power_without_code' : undefined
}

const two = (column: string) => `json_build_object('kk', ${column}_kk, 'ru', ${column}_ru)`
const READ = `
select p.number as key, json_build_object('number', p.number, 'issuedOn', p.issued_on, 'validUntil', p.valid_until,
  'notary', ${two('p.notary')},
  'principal', json_build_object('kind', p.principal_kind, 'number', p.principal, 'name', ${two('p.principal')}),
  'representative', json_build_object('iin', p.representative, 'name', ${two('p.representative')}),
  'codes', (select json_agg(c.code order by c.code) from reg_notary.power_code c where c.number = p.number),
  'text', ${two('p.text')}, 'revokedOn', (select r.revoked_on from reg_notary.revocation r where r.number = p.number)) as row
from reg_notary.power p where p.number > $1 order by p.number limit $2`

/** How powers of attorney enter the register and leave it. */
export const powerIntake: Intake<PowerRow> = {
  schema: 'reg_notary',
  table: 'power',
  column: 'number',
  row: powerRow,
  keyed: 'number',
  key: ({ number }) => number,
  objection,
  statement: STATEMENT,
  read: READ,
}

/** Takes powers of attorney in one transaction; the report names each rejected row and the rule that it broke. */
export const importPowers = (pool: pg.Pool, rows: readonly PowerRow[]): Promise<ImportReport> =>
  takeAll(pool, powerIntake, rows)

const REVOKE = `
insert into reg_notary.revocation (number, issued_on, revoked_on)
select number, issued_on, $2::date from reg_notary.power where number = $1
on conflict (number) do nothing`

/** Notes that a power is revoked from that day on; false when there is no such power or it was revoked before. */
export async function revokePower(
  pool: pg.Pool,
  { number, revokedOn }: { readonly number: string; readonly revokedOn: string },
): Promise<boolean> {
  const { rowCount } = await pool.query(REVOKE, [number, revokedOn])
  return rowCount === 1
}
