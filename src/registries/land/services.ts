import { contracts, type PlotOwnershipRequest } from '#core/contracts'
import { dayOf, type Instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { defineService, type RegistryService } from '#registries/kit'
import { documentsOf, type PlotFound, plotOf, plotQuery, rightsOf } from './plot-query.ts'
import { GRANT_KINDS, inWords, RIGHTS } from './vocabulary.ts'

const BY_NUMBER = {
  name: 'land.by-number',
  text: plotQuery(`p.cadastral_number = replace($2, '-', ':')`),
}
/** $2 is the settlement, or the whole region when no settlement is known. */
const BY_ADDRESS = {
  name: 'land.by-address',
  text: plotQuery(`$2 in (p.kato, p.region) and upper(p.house) = upper($4)
    and lower($3) in (lower(p.street_kk), lower(p.street_ru))`),
}
const BY_HOLDER = {
  name: 'land.by-holder',
  text: plotQuery(`p.cadastral_number in (
    select h.cadastral_number from reg_land.holding h where h.holder_number = $2
      and h.since <= $1::date and (h.ended_on is null or $1::date < h.ended_on))`),
}

interface At {
  readonly sql: Sql
  readonly now: Instant
}

async function find({ sql, now }: At, statement: typeof BY_NUMBER, values: readonly string[]) {
  const { rows } = await sql.query<PlotFound>({ ...statement, values: [dayOf(now), ...values] })
  return rows
}

const nothing = { status: 'no-data', body: null } as const

/** Documents made for a plot; `no-data` when the plot is not known or nothing was made. */
const identificationDocument = defineService(contracts['land.identification-document'], {
  subject: ({ number }) => number,
  async answer(sql, { cadastralNumber }, now) {
    const [found] = await find({ sql, now }, BY_NUMBER, [cadastralNumber])
    if (found === undefined || found.documents.length === 0) return nothing
    return {
      status: 'found',
      body: { asOf: now, plot: plotOf(found), documents: documentsOf(found) },
    }
  },
})

const cadastralInformation = defineService(contracts['land.cadastral-information'], {
  subject: ({ number }) => number,
  async answer(sql, { cadastralNumber }, now) {
    const [found] = await find({ sql, now }, BY_NUMBER, [cadastralNumber])
    if (found === undefined) return nothing
    const identification = documentsOf(found).find(({ inForce }) => inForce) ?? null
    return {
      status: 'found',
      body: { asOf: now, plot: plotOf(found), rights: rightsOf(found), identification },
    }
  },
})

function owned(at: At, { number, cadastralNumber, address }: PlotOwnershipRequest) {
  if (typeof cadastralNumber === 'string') return find(at, BY_NUMBER, [cadastralNumber])
  if (address === null || address === undefined) return find(at, BY_HOLDER, [number])
  return find(at, BY_ADDRESS, [address.kato, address.street, address.house])
}

/** Whose a plot is. With neither a number nor an address: the plots of who asks. */
const plotOwnership = defineService(contracts['land.plot-ownership'], {
  subject: ({ number }) => number,
  async answer(sql, request, now) {
    const found = await owned({ sql, now }, request)
    if (found.length === 0) return nothing
    const plots = found.map((plot) => ({ ...plotOf(plot), rights: rightsOf(plot) }))
    return { status: 'found', body: { asOf: now, plots } }
  },
})

const titleDocument = defineService(contracts['land.title-document'], {
  subject: ({ number }) => number,
  async answer(sql, { cadastralNumber }, now) {
    const [found] = await find({ sql, now }, BY_NUMBER, [cadastralNumber])
    if (found?.grant === null || found === undefined) return nothing
    const document = {
      ...found.grant,
      kind: inWords(GRANT_KINDS, found.grant.kind),
      right: inWords(RIGHTS, found.grant.right),
    }
    return { status: 'found', body: { asOf: now, plot: plotOf(found), document } }
  },
})

/** The services of AIS GZK: each plot as it is on the day of the question. */
export const landServices: readonly RegistryService[] = [
  identificationDocument,
  cadastralInformation,
  plotOwnership,
  titleDocument,
]
