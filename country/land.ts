import type { Bilingual } from '#core/contracts'
import { addDays, dayOf, instant, type PlainDate, plainDate } from '#core/kernel'
import type { LandRow } from '#registries/land'
import type { RealtyRow, RightRow } from '#registries/realty'
import { dayBetween, yearsAfter } from './days.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

export interface LandMeans {
  readonly random: Random
  readonly places: readonly Place[]
  readonly today: PlainDate
  readonly block: number
}

type Holding = LandRow['holdings'][number]
type Holder = Holding['holder']

/** Numbers that the identification documents of one block may take. */
const DOCUMENTS_OF_A_BLOCK = 20_000
const YEARS_OF_LEASE = 10
const TIYN_A_SQUARE_METRE = 125_000

/** The fifth digit of a BIN tells a legal entity, that of an IIN is the first of a day. */
const holderOf = ({ holder: number, holderName }: RightRow): Holder => ({
  kind: (number[4] ?? '') >= '4' ? 'entity' : 'person',
  number,
  name: holderName ?? { kk: number, ru: number },
})

const dayOfText = (moment: string): PlainDate => dayOf(instant(new Date(moment)))

function holdingOf(right: RightRow): Holding {
  const since = dayOfText(right.registeredAt)
  return {
    holder: holderOf(right),
    kind: right.kind,
    form: right.form,
    share: right.share,
    since,
    term: right.kind === 'lease' ? yearsAfter(since, YEARS_OF_LEASE) : null,
    endedOn: right.terminatedAt === null ? null : dayOfText(right.terminatedAt),
    basis: right.basis,
  }
}

/** "решение акима от 14.03.2005 № 17": the day and the number of a deed. */
function deedOf({ ru }: Bilingual): { readonly date: PlainDate; readonly number: string } {
  const [, day, month, year, number] = /(\d\d)\.(\d\d)\.(\d{4}) № (\d+)$/.exec(ru) ?? []
  if (number === undefined) throw new RangeError(`a deed without a date: ${ru}`)
  return { date: plainDate(`${year}-${month}-${day}`), number }
}

const akimat = ({ names: { place } }: Place): Bilingual => ({
  kk: `${place.kk} әкімдігі`,
  ru: `Акимат: ${place.ru}`,
})
const cadastre = ({ names: { region } }: Place): Bilingual => ({
  kk: `«Жер кадастры ғылыми-өндірістік орталығы» РМК, ${region.kk}`,
  ru: `РГП «Научно-производственный центр земельного кадастра», ${region.ru}`,
})

const DOCUMENT_OF: Readonly<Record<Holding['kind'], LandRow['documents'][number]['kind']>> = {
  ownership: 'ownership-act',
  'permanent-use': 'permanent-use-act',
  lease: 'lease-act',
}

/** The first holding rests on the grant itself; of a lease the decision came before the contract. */
function grantOf(
  first: Holding,
  place: Place,
  row: Pick<LandRow, 'descriptions'>,
): LandRow['grant'] {
  const deed = deedOf(first.basis)
  const [description] = row.descriptions
  if (description === undefined) return null
  const leased = first.kind === 'lease'
  const date = leased ? addDays(deed.date, -10) : deed.date
  return {
    kind: leased ? 'resolution' : 'decision',
    number: deed.number,
    date,
    body: akimat(place),
    grantee: first.holder,
    right: first.kind,
    term: leased && first.term !== null ? { years: YEARS_OF_LEASE, until: first.term } : null,
    purpose: description.purpose,
    squareMetres: description.squareMetres,
  }
}

function createDocuments({ random, today, block }: LandMeans) {
  let serial = block * DOCUMENTS_OF_A_BLOCK
  return (holding: Holding, place: Place): LandRow['documents'] => {
    const madeOn = addDays(plainDate(holding.since), random.int(8, 25))
    if (madeOn >= today || (holding.endedOn !== null && madeOn >= holding.endedOn)) return []
    serial += 1
    const issuedOn = addDays(madeOn, 5)
    return [
      {
        kind: DOCUMENT_OF[holding.kind],
        series: 'ЖМ',
        number: String(serial).padStart(7, '0'),
        madeOn,
        madeBy: cadastre(place),
        issuedTo: holding.holder,
        issuedOn: issuedOn <= today ? issuedOn : null,
        endedOn: holding.endedOn,
        basis: holding.basis,
      },
    ]
  }
}

function evaluationsOf({ random, today }: LandMeans, formedOn: PlainDate, squareMetres: number) {
  if (random.chance(0.2)) return []
  const assessedOn = dayBetween(random, formedOn, today)
  const number = random.int(10, 9999)
  const shown = assessedOn.split('-').toReversed().join('.')
  return [
    {
      assessedOn,
      tiyn: squareMetres * TIYN_A_SQUARE_METRE,
      basis: {
        kk: `${shown} № ${number} кадастрлық (бағалау) құнын анықтау актісі`,
        ru: `акт определения кадастровой (оценочной) стоимости от ${shown} № ${number}`,
      },
    },
  ]
}

const NEAR_A_LINE = {
  text: { kk: 'электр желісінің күзет аймағы', ru: 'охранная зона электрической сети' },
  basis: {
    kk: 'электр желілерін күзету қағидалары',
    ru: 'правила охраны электрических сетей',
  },
}

/** Makes plots of the cadastre from those of the register of real property: the same numbers, holders and purposes. */
export function createLand(means: LandMeans) {
  const documents = createDocuments(means)
  const { random, places } = means
  return (row: RealtyRow): LandRow[] => {
    const holdings = row.rights.map(holdingOf)
    const [first] = holdings.toSorted((a, b) => (a.since < b.since ? -1 : 1))
    const place = places.find(({ kato }) => kato === row.kato)
    if (row.kind !== 'plot' || first === undefined || place === undefined) return []
    const squareMetres = Math.round(Number(row.technical?.areaLand ?? '1000'))
    const formedOn = addDays(deedOf(first.basis).date, 1)
    const description = {
      validFrom: formedOn,
      validTo: null,
      category: 'settlements' as const,
      purpose: row.purpose,
      squareMetres,
      divisible: squareMetres >= 1500,
    }
    const descriptions = [description]
    const { cadastralNumber, kato, region, street, house, address } = row
    const [current] = holdings.filter(({ endedOn }) => endedOn === null)
    const papers = [...new Set([first, ...(current === undefined ? [] : [current])])]
    return [
      {
        cadastralNumber,
        kato,
        region,
        street,
        house,
        address,
        formedOn,
        descriptions,
        holdings,
        restrictions: random.chance(0.15) ? [{ ...NEAR_A_LINE, since: formedOn, until: null }] : [],
        evaluations: evaluationsOf(means, formedOn, squareMetres),
        documents: papers.flatMap((holding) => documents(holding, place)),
        grant: grantOf(first, place, { descriptions }),
      },
    ]
  }
}
