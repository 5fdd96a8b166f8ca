import type { Bilingual } from '#core/contracts'
import type { PlainDate } from '#core/kernel'
import type { RealtyRow } from '#registries/realty'
import type { Address } from './places.ts'
import type { Random } from './random.ts'

export type Deed =
  | 'sale'
  | 'inheritance'
  | 'privatisation'
  | 'pledge'
  | 'arrest'
  | 'claim'
  | 'lease'
  | 'grant'
const DEEDS: Readonly<Record<Deed, Bilingual>> = {
  sale: { kk: 'сатып алу-сату шарты', ru: 'договор купли-продажи' },
  inheritance: {
    kk: 'заң бойынша мұраға құқық туралы куәлік',
    ru: 'свидетельство о праве на наследство по закону',
  },
  privatisation: { kk: 'жекешелендіру шарты', ru: 'договор приватизации' },
  pledge: { kk: 'кепіл шарты', ru: 'договор залога' },
  arrest: { kk: 'тыйым салу туралы қаулы', ru: 'постановление о наложении ареста' },
  claim: { kk: 'талап қою арызы', ru: 'исковое заявление' },
  grant: { kk: 'әкімнің шешімі', ru: 'решение акима' },
  lease: { kk: 'жер учаскесін жалдау шарты', ru: 'договор аренды земельного участка' },
}

const shown = (day: PlainDate) => day.split('-').toReversed().join('.')

/** The registering office: writes out deeds and gives out cadastral numbers. */
export interface Office {
  deed(kind: Deed, day: PlainDate): Bilingual
  cadastralNumber(kind: RealtyRow['kind'], address: Address): string
}

/** Accounting quarters of a place that a block fills, and plots in a quarter. */
const QUARTERS = 4
const PLOTS = 900

export function createOffice(random: Random, block: number): Office {
  const serials = new Map<string, number>()
  return {
    deed(kind: Deed, day: PlainDate): Bilingual {
      const number = random.int(10, 9999)
      const { kk, ru } = DEEDS[kind]
      return { kk: `${shown(day)} № ${number} ${kk}`, ru: `${ru} от ${shown(day)} № ${number}` }
    },

    cadastralNumber(kind: RealtyRow['kind'], { place, flat }: Address): string {
      const serial = serials.get(place.cadastre) ?? 0
      if (serial >= QUARTERS * PLOTS) throw new RangeError(`no plot left in ${place.cadastre}`)
      serials.set(place.cadastre, serial + 1)
      const quarter = String(1 + block * QUARTERS + Math.floor(serial / PLOTS)).padStart(3, '0')
      const plot = `${place.cadastre}:${quarter}:${1 + (serial % PLOTS)}`
      if (kind === 'plot') return plot
      return kind === 'house' ? `${plot}:1` : `${plot}:1:${flat ?? String(random.int(1, 40))}`
    },
  }
}
