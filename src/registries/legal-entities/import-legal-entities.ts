import type pg from 'pg'
import type { Bilingual, LegalEntityIdentity, PersonName } from '#core/contracts'
import { parseBin, parseIin } from '#core/kernel'
import { inTransaction } from '#platform/db'
import { type ImportReport, insertRows } from '#registries/kit'

/** A range of days, half open; `validTo` null: still so. */
interface Validity {
  readonly validFrom: string
  readonly validTo: string | null
}

/** One legal entity as another register or the demonstration country hands it over. */
export interface LegalEntityRow {
  readonly bin: string
  readonly kind: LegalEntityIdentity['kind']
  readonly parent: string | null
  readonly registeredOn: string
  readonly liquidatedOn: string | null
  readonly names: readonly (Validity & Bilingual)[]
  readonly seats: readonly (Validity & {
    readonly kato: string
    readonly region: string
    readonly text: Bilingual
  })[]
  readonly heads: readonly (Validity & { readonly iin: string; readonly name: PersonName })[]
}

const STATEMENT = `
with r as (select value as v from jsonb_array_elements($1::jsonb)),
e as (
  insert into reg_legal_entities.entity (bin, kind, parent, registered_on, liquidated_on)
  select v->>'bin', v->>'kind', v->>'parent', (v->>'registeredOn')::date, (v->>'liquidatedOn')::date from r),
n as (
  insert into reg_legal_entities.name
  select v->>'bin', (x->>'validFrom')::date, (x->>'validTo')::date, x->>'kk', x->>'ru'
  from r, jsonb_array_elements(v->'names') x),
s as (
  insert into reg_legal_entities.seat
  select v->>'bin', (x->>'validFrom')::date, (x->>'validTo')::date, x->>'kato', x->>'region',
    x->'text'->>'kk', x->'text'->>'ru'
  from r, jsonb_array_elements(v->'seats') x)
insert into reg_legal_entities.head
select v->>'bin', (x->>'validFrom')::date, (x->>'validTo')::date, x->>'iin',
  x->'name'->'kk'->>'surname', x->'name'->'kk'->>'given', x->'name'->'kk'->>'patronymic',
  x->'name'->'ru'->>'surname', x->'name'->'ru'->>'given', x->'name'->'ru'->>'patronymic'
from r, jsonb_array_elements(v->'heads') x`

const isOpen = ({ validTo }: Validity): boolean => validTo === null

function objection(row: LegalEntityRow): string | undefined {
  if (parseBin(row.bin) === undefined) return 'entity_bin_control_digit'
  if (row.heads.some(({ iin }) => parseIin(iin) === undefined)) return 'head_iin_control_digit'
  if (!row.names.some(isOpen)) return 'entity_without_name'
  return row.seats.some(isOpen) ? undefined : 'entity_without_seat'
}

/**
 * Takes legal entities into the register in one transaction, head units before their branches. The report names each rejected
 * row and the rule that it broke.
 */
export function importLegalEntities(
  pool: pg.Pool,
  rows: readonly LegalEntityRow[],
): Promise<ImportReport> {
  const heads = rows.filter(({ parent }) => parent === null)
  const parts = rows.filter(({ parent }) => parent !== null)
  const batch = { statement: STATEMENT, rows: [...heads, ...parts], objection }
  return inTransaction(pool, (tx) => insertRows(tx, { ...batch, key: ({ bin }) => bin }))
}
