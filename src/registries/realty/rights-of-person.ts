import { contracts, type RightsOfPerson, type RightsRequest } from '#core/contracts'
import type { Instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { defineService } from '#registries/kit'
import type { RealtyRow, RightRow } from './realty-row.ts'
import { ANY_OBJECT, BY_ADDRESS, BY_CADASTRAL_NUMBER, rightsQuery } from './rights-query.ts'
import { OBJECT_KINDS, OWNERSHIP_FORMS, RIGHT_KINDS } from './vocabulary.ts'

interface Codes {
  readonly kind: RealtyRow['kind']
  readonly rightKind: RightRow['kind']
  readonly form: RightRow['form']
}
type Named = 'object' | 'right' | 'ownership'
type Row<R> = Codes & Omit<R, Named>

interface Found {
  /** Absent objects cannot be certified about; true when none is named. */
  readonly known: boolean
  readonly objects: readonly Row<RightsOfPerson['objects'][number]>[]
  readonly former: readonly Row<RightsOfPerson['former'][number]>[]
}

/** Codes of the tables to the words of the certificate. */
const inWords = <R>({ kind, rightKind, form, ...rest }: Row<R>) => ({
  ...rest,
  object: OBJECT_KINDS[kind],
  right: RIGHT_KINDS[rightKind],
  ownership: OWNERSHIP_FORMS[form],
})

const EVERYWHERE = { name: 'realty.rights', text: rightsQuery(ANY_OBJECT) }
const CADASTRAL = { name: 'realty.rights-by-cadastral', text: rightsQuery(BY_CADASTRAL_NUMBER) }
const ADDRESS = { name: 'realty.rights-by-address', text: rightsQuery(BY_ADDRESS) }

async function find(sql: Sql, request: RightsRequest, now: Instant): Promise<Found> {
  const { object } = request
  const values = [request.number, now, request.region ?? null]
  const query = async (statement: typeof EVERYWHERE, extra: readonly string[]) => {
    const { rows } = await sql.query<Found>({ ...statement, values: [...values, ...extra] })
    if (rows[0] === undefined) throw new Error('a statement without a condition gave no row')
    return rows[0]
  }
  if (object === null || object === undefined) {
    return { ...(await query(EVERYWHERE, [])), known: true }
  }
  if ('cadastralNumber' in object) return query(CADASTRAL, [object.cadastralNumber])
  const { kato, street, house, block, flat } = object.address
  return query(ADDRESS, [kato, street, house, block ?? '', flat ?? ''])
}

/**
 * `realty.rights-of-person`: what is registered for a holder at this moment. `absent`: nothing is, which can be certified;
 * `no-data`: the object named in the request is not in the register.
 */
export const realtyRightsOfPerson = defineService(contracts['realty.rights-of-person'], {
  subject: ({ number }) => number,
  async answer(sql, request, now) {
    const { known, ...found } = await find(sql, request, now)
    if (!known) return { status: 'no-data', body: null }
    const objects = found.objects.map((row) => inWords<RightsOfPerson['objects'][number]>(row))
    const former =
      request.variant === 'history'
        ? found.former.map((row) => inWords<RightsOfPerson['former'][number]>(row))
        : []
    const status = objects.length + former.length > 0 ? 'found' : 'absent'
    return { status, body: { asOf: now, objects, former } }
  },
})
