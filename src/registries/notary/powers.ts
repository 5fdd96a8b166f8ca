import { contracts, type Power, type PowerCheck } from '#core/contracts'
import { dayOf, type Instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { defineService, type Outcome } from '#registries/kit'

const REVOKED = `(select r.revoked_on from reg_notary.revocation r where r.number = p.number and r.revoked_on <= $2::date)`
const IN_FORCE = `p.issued_on <= $2::date and $2::date <= p.valid_until and ${REVOKED} is null`
const CODES = `(select coalesce(json_agg(c.code order by c.code), '[]') from reg_notary.power_code c where c.number = p.number)`

const listBy = (side: 'representative' | 'principal') => ({
  name: `notary.powers-by-${side}`,
  text: `
select p.number, p.issued_on::text as "issuedOn", p.valid_until::text as "validUntil",
  json_build_object('kk', p.notary_kk, 'ru', p.notary_ru) as notary,
  json_build_object('kind', p.principal_kind, 'number', p.principal,
    'name', json_build_object('kk', p.principal_kk, 'ru', p.principal_ru)) as principal,
  json_build_object('iin', p.representative,
    'name', json_build_object('kk', p.representative_kk, 'ru', p.representative_ru)) as representative,
  ${CODES} as codes, json_build_object('kk', p.text_kk, 'ru', p.text_ru) as text
from reg_notary.power p
where p.${side} = $1 and ${IN_FORCE}
order by p.issued_on desc, p.number`,
})
const BY_REPRESENTATIVE = listBy('representative')
const BY_PRINCIPAL = listBy('principal')

async function list(
  sql: Sql,
  statement: typeof BY_PRINCIPAL,
  values: readonly [string, Instant],
): Promise<Outcome<{ powers: Power[] }>> {
  const [number, now] = values
  const { rows } = await sql.query<Power>({ ...statement, values: [number, dayOf(now)] })
  return rows.length === 0
    ? { status: 'absent', body: null }
    : { status: 'found', body: { powers: rows } }
}

/** `notary.powers`: what a representative may do for others today. `absent`: nothing. */
export const notaryPowers = defineService(contracts['notary.powers'], {
  subject: ({ representative }) => representative,
  answer: (sql, { representative }, now) => list(sql, BY_REPRESENTATIVE, [representative, now]),
})

/** `notary.powers-given`: who may act for a person or a legal entity today. `absent`: nobody. */
export const notaryPowersGiven = defineService(contracts['notary.powers-given'], {
  subject: ({ principal }) => principal,
  answer: (sql, { principal }, now) => list(sql, BY_PRINCIPAL, [principal, now]),
})

const CHECK = {
  name: 'notary.check-power',
  text: `
select p.representative = $3 and p.principal = $4 as same, ${IN_FORCE} as "inForce", ${REVOKED}::text as "revokedOn", ${CODES} as codes
from reg_notary.power p where p.number = $1`,
}

/** `notary.check-power`: whether one power of attorney stands today between these two. `absent`: no power of that number. */
export const notaryCheckPower = defineService(contracts['notary.check-power'], {
  subject: ({ principal }) => principal,
  async answer(sql, { number, representative, principal }, now) {
    const values = [number, dayOf(now), representative, principal]
    const { rows } = await sql.query<PowerCheck>({ ...CHECK, values })
    const [found] = rows
    if (found === undefined) return { status: 'absent', body: null }
    // What a power between others allows is nobody's business.
    const nothing: PowerCheck = { same: false, inForce: false, revokedOn: null, codes: [] }
    return { status: 'found', body: found.same ? found : nothing }
  },
})
