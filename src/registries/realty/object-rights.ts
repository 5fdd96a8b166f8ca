import { contracts, type ObjectRights, type ObjectRightsRequest } from '#core/contracts'
import type { Instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { defineService } from '#registries/kit'
import type { RealtyRow, RightRow } from './realty-row.ts'
import { at, BY_ADDRESS, BY_CADASTRAL_NUMBER, inForce, pair } from './rights-query.ts'
import { OBJECT_KINDS, OWNERSHIP_FORMS, RIGHT_KINDS } from './vocabulary.ts'

const perhaps = (column: string) => `case when ${column}_kk is not null then ${pair(column)} end`
const registered = (alias: string) =>
  `'content', ${perhaps(`${alias}.content`)}, 'basis', ${pair(`${alias}.basis`)}, 'registeredAt', ${at(`${alias}.registered_at`)}`
const held = (alias: string) =>
  `'form', ${alias}.form, 'share', ${alias}.numerator || '/' || ${alias}.denominator`
const all = (table: string, alias: string, members: string) => `(
  select coalesce(json_agg(json_build_object(${members}, ${registered(alias)}) order by ${alias}.registered_at, ${alias}.id), '[]')
  from reg_realty.${table} ${alias} where ${alias}.cadastral_number = o.cadastral_number and ${inForce(alias)})`

/** One statement, one snapshot: the object that `filter` leaves and what is in force about it at $2. */
const query = (filter: string): string => `
select ${pair('o.address')} as address, o.address_code as "addressCode", o.kind, ${pair('o.purpose')} as purpose,
  o.cadastral_number as "cadastralNumber",
  case when coalesce(o.inventory_number, o.year_built::text, o.area_total::text, o.area_land::text) is not null then
    json_build_object('inventoryNumber', o.inventory_number, 'yearBuilt', o.year_built, 'floors', o.floors,
      'floor', o.floor, 'rooms', o.rooms, 'walls', ${perhaps('o.walls')}, 'areaTotal', o.area_total::text,
      'areaLiving', o.area_living::text, 'areaLand', o.area_land::text) end as technical,
  ${all(
    'registered_right',
    'r',
    `'kind', r.kind, ${held('r')}, 'holder', json_build_object('number', r.holder,
      'name', json_build_object('kk', coalesce(r.holder_kk, r.holder), 'ru', coalesce(r.holder_ru, r.holder)))`,
  )} as rights,
  ${all('encumbrance', 'e', `'kind', ${pair('e.kind')}, 'interested', ${pair('e.interested')}, ${held('e')}`)} as encumbrances,
  ${all('claim', 'c', `'subject', ${pair('c.subject')}, 'interested', ${perhaps('c.interested')}`)} as claims
from reg_realty.object o where $1::text is not null and ${filter}
order by o.cadastral_number limit 1`

const CADASTRAL = {
  name: 'realty.object-by-cadastral',
  text: query(BY_CADASTRAL_NUMBER.replace('$4', '$3')),
}
const ADDRESS = { name: 'realty.object-by-address', text: query(shifted(BY_ADDRESS)) }

/** The condition on an address with its parameters one place earlier: this query knows no region. */
function shifted(condition: string): string {
  return condition.replaceAll(/\$(\d)/g, (_, place: string) => `$${Number(place) - 1}`)
}

type Form = RightRow['form']
type Coded<R> = Omit<R, 'ownership' | 'right'>
interface Found extends Omit<ObjectRights['object'], 'kind'> {
  readonly kind: RealtyRow['kind']
  readonly rights: readonly (Coded<ObjectRights['rights'][number]> & {
    kind: RightRow['kind']
    form: Form
  })[]
  readonly encumbrances: readonly (Coded<ObjectRights['encumbrances'][number]> & {
    form: Form | null
  })[]
  readonly claims: ObjectRights['claims']
}

async function find(sql: Sql, { number, object }: ObjectRightsRequest, now: Instant) {
  const values = [number, now]
  if ('cadastralNumber' in object) {
    const { rows } = await sql.query<Found>({
      ...CADASTRAL,
      values: [...values, object.cadastralNumber],
    })
    return rows[0]
  }
  const { kato, street, house, block, flat } = object.address
  const where = [kato, street, house, block ?? '', flat ?? '']
  const { rows } = await sql.query<Found>({ ...ADDRESS, values: [...values, ...where] })
  return rows[0]
}

/** Codes of the tables to the words of the certificate. */
function inWords(
  { kind, rights, encumbrances, claims, ...rest }: Found,
  now: Instant,
): ObjectRights {
  return {
    asOf: now,
    object: { ...rest, kind: OBJECT_KINDS[kind] },
    rights: rights.map(({ kind: right, form, ...said }) => ({
      ...said,
      right: RIGHT_KINDS[right],
      ownership: OWNERSHIP_FORMS[form],
    })),
    encumbrances: encumbrances.map(({ form, ...said }) => ({
      ...said,
      ownership: form === null ? null : OWNERSHIP_FORMS[form],
    })),
    claims,
  }
}

/** `realty.object-rights`: an object and what is registered about it at this moment. `no-data`: no such object. */
export const realtyObjectRights = defineService(contracts['realty.object-rights'], {
  subject: ({ number }) => number,
  async answer(sql, request, now) {
    const found = await find(sql, request, now)
    if (found === undefined) return { status: 'no-data', body: null }
    return { status: 'found', body: inWords(found, now) }
  },
})
