import { contracts, type RealtyCorrected, type RealtyCorrection } from '#core/contracts'
import type { Instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { defineService } from '#registries/kit'
import { inForce } from './rights-query.ts'

/** The column that an attribute stands in, with its type. */
const COLUMNS: Readonly<Record<RealtyCorrection['attribute'], readonly [string, string]>> = {
  'address-kk': ['address_kk', 'text'],
  'address-ru': ['address_ru', 'text'],
  'address-code': ['address_code', 'text'],
  'purpose-kk': ['purpose_kk', 'text'],
  'purpose-ru': ['purpose_ru', 'text'],
  'inventory-number': ['inventory_number', 'text'],
  'year-built': ['year_built', 'int'],
  floors: ['floors', 'int'],
  floor: ['floor', 'int'],
  rooms: ['rooms', 'int'],
  'walls-kk': ['walls_kk', 'text'],
  'walls-ru': ['walls_ru', 'text'],
  'area-total': ['area_total', 'numeric'],
  'area-living': ['area_living', 'numeric'],
  'area-land': ['area_land', 'numeric'],
}

interface Corrected {
  readonly cadastral_number: string
  readonly attribute: RealtyCorrection['attribute']
  readonly before: string | null
  readonly value: string
  readonly corrected_at: Date
}

const KEPT = `select cadastral_number, attribute, before, value, corrected_at from reg_realty.correction where case_number = $1`

/** The entry is changed and what it said is kept in one statement; a case that was answered before changes nothing. */
const statement = ([column, type]: readonly [string, string]) => `
with old as (
  select cadastral_number, ${column}::text as before from reg_realty.object
  where cadastral_number = replace($2, '-', ':') and exists (
    select from reg_realty.registered_right r
    where r.cadastral_number = object.cadastral_number and r.holder = $6 and ${inForce('r', '$8')}) for update),
noted as (
  insert into reg_realty.correction (case_number, cadastral_number, attribute, before, value, basis, party, official, corrected_at)
  select $1, cadastral_number, $3, before, $4::${type}::text, $5, $6, $7, $8 from old on conflict do nothing returning *),
done as (
  update reg_realty.object o set ${column} = n.value::${type} from noted n where n.cadastral_number = o.cadastral_number)
select cadastral_number, attribute, before, value, corrected_at from noted union all ${KEPT}`

async function correct(sql: Sql, asked: RealtyCorrection, now: Instant) {
  const { attribute, caseNumber, cadastralNumber, value, basis, number, official } = asked
  const { rows } = await sql.query<Corrected>({
    name: `realty.correct-${attribute}`,
    text: statement(COLUMNS[attribute]),
    values: [caseNumber, cadastralNumber, attribute, value, basis, number, official, now],
  })
  if (rows[0] !== undefined) return rows[0]
  // Another delivery of the same request may have been answered while this one waited for the object.
  const kept = await sql.query<Corrected>({
    name: 'realty.corrected',
    text: KEPT,
    values: [caseNumber],
  })
  return kept.rows[0]
}

/** `realty.correct`: an official corrects one attribute of an object, once a case. `no-data`: no such object, or who asks has no right to it in force. */
export const realtyCorrect = defineService(contracts['realty.correct'], {
  subject: ({ number }) => number,
  async answer(sql, request, now) {
    const corrected = await correct(sql, request, now)
    if (corrected === undefined) return { status: 'no-data', body: null }
    const { cadastral_number: cadastralNumber, attribute, before, value } = corrected
    const correctedAt = corrected.corrected_at.toISOString()
    const body: RealtyCorrected = { cadastralNumber, attribute, before, value, correctedAt }
    return { status: 'found', body }
  },
})
