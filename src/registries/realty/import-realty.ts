import type pg from 'pg'
import type { Bilingual } from '#core/contracts'
import { parseBin, parseIin } from '#core/kernel'
import { inTransaction } from '#platform/db'
import { type ImportReport, insertRows } from '#registries/kit'

/** Moments are instants in UTC; `terminatedAt` null: in force. */
interface Registered {
  readonly basis: Bilingual
  readonly registeredAt: string
  readonly terminatedAt: string | null
}

export interface RightRow extends Registered {
  /** IIN or BIN. */
  readonly holder: string
  readonly kind: 'ownership' | 'lease'
  readonly form: 'individual' | 'shared' | 'joint' | 'state'
  /** Present for the form `shared` alone. */
  readonly share: { readonly numerator: number; readonly denominator: number } | null
  readonly termination: Bilingual | null
}

/** One object with everything registered about it, as another register or the demonstration country hands it over. */
export interface RealtyRow {
  readonly cadastralNumber: string
  readonly kind: 'flat' | 'house' | 'plot' | 'premises'
  readonly purpose: Bilingual
  readonly kato: string
  readonly region: string
  readonly street: Bilingual
  readonly house: string
  readonly block: string | null
  readonly flat: string | null
  readonly address: Bilingual
  readonly addressCode: string | null
  readonly rights: readonly RightRow[]
  readonly encumbrances: readonly (Registered & {
    /** Whose share it lies on; null: the whole object. */
    readonly holder: string | null
    readonly kind: Bilingual
    readonly interested: Bilingual
  })[]
  readonly claims: readonly (Registered & { readonly subject: Bilingual })[]
}

const STATEMENT = `
with r as (select value as v from jsonb_array_elements($1::jsonb)),
o as (
  insert into reg_realty.object
  select v->>'cadastralNumber', v->>'kind', v->'purpose'->>'kk', v->'purpose'->>'ru', v->>'kato', v->>'region',
    v->'street'->>'kk', v->'street'->>'ru', v->>'house', v->>'block', v->>'flat',
    v->'address'->>'kk', v->'address'->>'ru', v->>'addressCode' from r),
e as (
  insert into reg_realty.encumbrance (cadastral_number, holder, kind_kk, kind_ru, interested_kk, interested_ru,
    basis_kk, basis_ru, registered_at, terminated_at)
  select v->>'cadastralNumber', x->>'holder', x->'kind'->>'kk', x->'kind'->>'ru', x->'interested'->>'kk',
    x->'interested'->>'ru', x->'basis'->>'kk', x->'basis'->>'ru', (x->>'registeredAt')::timestamptz,
    (x->>'terminatedAt')::timestamptz
  from r, jsonb_array_elements(v->'encumbrances') x),
c as (
  insert into reg_realty.claim (cadastral_number, subject_kk, subject_ru, basis_kk, basis_ru, registered_at, terminated_at)
  select v->>'cadastralNumber', x->'subject'->>'kk', x->'subject'->>'ru', x->'basis'->>'kk', x->'basis'->>'ru',
    (x->>'registeredAt')::timestamptz, (x->>'terminatedAt')::timestamptz
  from r, jsonb_array_elements(v->'claims') x)
insert into reg_realty.registered_right (cadastral_number, holder, kind, form, numerator, denominator, basis_kk, basis_ru,
  registered_at, terminated_at, termination_kk, termination_ru)
select v->>'cadastralNumber', x->>'holder', x->>'kind', x->>'form', (x->'share'->>'numerator')::int,
  (x->'share'->>'denominator')::int, x->'basis'->>'kk', x->'basis'->>'ru', (x->>'registeredAt')::timestamptz,
  (x->>'terminatedAt')::timestamptz, x->'termination'->>'kk', x->'termination'->>'ru'
from r, jsonb_array_elements(v->'rights') x`

const CADASTRAL = /^\d{2}:\d{3}:\d{3}:\d{1,5}(:\d+(\/[А-ЯA-Z]\d*)?(:\d+(\/[А-ЯA-Z]\d*)?)?)?$/
const isHolder = (number: string) =>
  parseIin(number) !== undefined || parseBin(number) !== undefined

function objection(row: RealtyRow): string | undefined {
  if (!CADASTRAL.test(row.cadastralNumber)) return 'object_cadastral_number'
  return row.rights.every(({ holder }) => isHolder(holder))
    ? undefined
    : 'right_holder_control_digit'
}

/** Takes objects into the register in one transaction; the report names each rejected object and the rule that it broke. */
export const importRealty = (pool: pg.Pool, rows: readonly RealtyRow[]): Promise<ImportReport> =>
  inTransaction(pool, (tx) =>
    insertRows(tx, { statement: STATEMENT, rows, key: (row) => row.cadastralNumber, objection }),
  )
