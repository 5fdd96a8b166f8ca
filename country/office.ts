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
  lease: { kk: 'жер учаскесін жалдау шарты', ru: 'договор аренды земельного участка' },
}

const shown = (day: PlainDate) => day.split('-').toReversed().join('.')

/** The registering office: writes out deeds and gives out cadastral numbers. */
export interface Office {
  deed(kind: Deed, day: PlainDate): Bilingual
  cadastralNumber(kind: RealtyRow['kind'], address: Address): string
}

export function createOffice(random: Random): Office {
  const serials = new Map<string, number>()
  return {
    deed(kind: Deed, day: PlainDate): Bilingual {
      const number = random.int(10, 9999)
      const { kk, ru } = DEEDS[kind]
      return { kk: `${shown(day)} № ${number} ${kk}`, ru: `${ru} от ${shown(day)} № ${number}` }
    },

    cadastralNumber(kind: RealtyRow['kind'], { place, flat }: Address): string {
      const serial = (serials.get(place.cadastre) ?? 0) + 1
      serials.set(place.cadastre, serial)
      const quarter = String(1 + Math.floor(serial / 900)).padStart(3, '0')
      const plot = `${place.cadastre}:${quarter}:${1 + (serial % 900)}`
      if (kind === 'plot') return plot
      return kind === 'house' ? `${plot}:1` : `${plot}:1:${flat ?? String(random.int(1, 40))}`
    },
  }
}
