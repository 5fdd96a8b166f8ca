import type { Bilingual, CadastralInformation, Plot, PlotRight } from '#core/contracts'
import type { LandRow } from './land-row.ts'
import { CATEGORIES, DIVISIBILITY, DOCUMENT_KINDS, FORMS, inWords, RIGHTS } from './vocabulary.ts'

const pair = (column: string) => `json_build_object('kk', ${column}_kk, 'ru', ${column}_ru)`
const holder = (alias: string) =>
  `json_build_object('kind', ${alias}.holder_kind, 'number', ${alias}.holder_number, 'name', ${pair(`${alias}.holder`)})`
const lasts = (alias: string, from: string, to: string) =>
  `${alias}.${from} <= $1::date and (${alias}.${to} is null or $1::date < ${alias}.${to})`

const RIGHTS_NOW = `(
  select coalesce(json_agg(json_build_object('holder', ${holder('h')}, 'kind', h.kind, 'form', h.form,
    'share', h.numerator || '/' || h.denominator, 'since', h.since, 'until', h.term, 'basis', ${pair('h.basis')})
    order by h.since, h.id), '[]')
  from reg_land.holding h where h.cadastral_number = p.cadastral_number and ${lasts('h', 'since', 'ended_on')})`

const DOCUMENTS = `(
  select coalesce(json_agg(json_build_object('kind', k.kind, 'series', k.series, 'number', k.number, 'madeOn', k.made_on,
    'madeBy', ${pair('k.made_by')}, 'issuedTo', ${holder('k')}, 'basis', ${pair('k.basis')},
    'issuedOn', case when k.issued_on <= $1::date then k.issued_on end,
    'inForce', k.ended_on is null or $1::date < k.ended_on) order by k.made_on desc, k.number), '[]')
  from reg_land.document k where k.cadastral_number = p.cadastral_number and k.made_on <= $1::date)`

const GRANT = `(
  select json_build_object('kind', g.kind, 'number', g.number, 'date', g.date, 'body', ${pair('g.body')},
    'grantee', ${holder('g')}, 'right', g."right",
    'term', case when g.years is not null then json_build_object('years', g.years, 'until', g.until) end,
    'purpose', ${pair('g.purpose')}, 'areaSquareMetres', g.square_metres)
  from reg_land.first_grant g where g.cadastral_number = p.cadastral_number and g.date <= $1::date)`

/** The plots that `filter` leaves, as they are on the day $1. */
export const plotQuery = (filter: string): string => `
select p.cadastral_number as "cadastralNumber", p.kato, p.region, ${pair('p.address')} as address,
  p.formed_on as "formedOn", d.category, ${pair('d.purpose')} as purpose, d.square_metres as "squareMetres", d.divisible,
  (select coalesce(json_agg(json_build_object('text', ${pair('t.text')}, 'basis', ${pair('t.basis')}, 'since', t.since)
    order by t.since, t.id), '[]')
   from reg_land.restriction t where t.cadastral_number = p.cadastral_number and ${lasts('t', 'since', 'until')}) as restrictions,
  (select json_build_object('tiyn', e.tiyn, 'assessedOn', e.assessed_on, 'basis', ${pair('e.basis')})
   from reg_land.evaluation e where e.cadastral_number = p.cadastral_number and e.assessed_on <= $1::date
   order by e.assessed_on desc limit 1) as evaluation,
  ${RIGHTS_NOW} as rights, ${DOCUMENTS} as documents, ${GRANT} as "grant"
from reg_land.plot p
join reg_land.description d on d.cadastral_number = p.cadastral_number and ${lasts('d', 'valid_from', 'valid_to')}
where p.formed_on <= $1::date and ${filter}
order by p.cadastral_number`

type Description = LandRow['descriptions'][number]
type Holding = LandRow['holdings'][number]
type Paper = LandRow['documents'][number]

/** A plot as the query gives it: codes instead of words. */
export interface PlotFound
  extends Pick<Plot, 'cadastralNumber' | 'purpose' | 'restrictions' | 'evaluation' | 'formedOn'> {
  readonly kato: string
  readonly region: string
  readonly address: Bilingual
  readonly category: Description['category']
  readonly squareMetres: number
  readonly divisible: boolean
  readonly rights: readonly (Pick<PlotRight, 'holder' | 'share' | 'since' | 'until' | 'basis'> &
    Pick<Holding, 'kind' | 'form'>)[]
  readonly documents: readonly (Omit<NonNullable<CadastralInformation['identification']>, 'kind'> &
    Pick<Paper, 'kind'>)[]
  readonly grant: (LandRow['grant'] & { readonly areaSquareMetres: number }) | null
}

const SQUARE_METRES = 10_000

/** The plot in the words of the certificates. */
export function plotOf(found: PlotFound): Plot {
  const [regionCode = '', districtCode = '', quarter = ''] = found.cadastralNumber.split(':')
  const { cadastralNumber, kato, region, purpose, restrictions, evaluation, formedOn } = found
  const { squareMetres, divisible } = found
  return {
    cadastralNumber,
    regionCode,
    districtCode,
    quarter,
    address: { kato, region, text: found.address },
    area: { squareMetres, hectares: (squareMetres / SQUARE_METRES).toFixed(4) },
    category: inWords(CATEGORIES, found.category),
    purpose,
    divisible,
    divisibility: DIVISIBILITY[divisible ? 'yes' : 'no'],
    restrictions,
    evaluation,
    formedOn,
  }
}

export const rightsOf = ({ rights }: PlotFound): PlotRight[] =>
  rights.map(({ kind, form, ...rest }) => ({
    ...rest,
    right: inWords(RIGHTS, kind),
    form: inWords(FORMS, form),
  }))

export const documentsOf = ({ documents }: PlotFound) =>
  documents.map(({ kind, ...rest }) => ({ ...rest, kind: inWords(DOCUMENT_KINDS, kind) }))
