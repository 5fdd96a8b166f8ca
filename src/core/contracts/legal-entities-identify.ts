import { z } from 'zod'
import { address, bilingual, bin, day, iin, personName } from './shapes.ts'

const request = z.object({ bin })
const answer = z.object({
  bin,
  name: bilingual,
  kind: z.enum(['head', 'branch', 'representative-office']),
  /** BIN of the legal entity that a branch or a representative office belongs to. */
  parent: bin.nullable(),
  status: z.enum(['registered', 'liquidated']),
  registeredOn: day,
  liquidatedOn: day.nullable(),
  address,
  /** The person who acts for it without a power of attorney; null for a liquidated one. */
  head: z.object({ iin, name: personName, fullName: bilingual, since: day }).nullable(),
})
export type LegalEntityIdentity = z.output<typeof answer>

const dala: LegalEntityIdentity = {
  bin: '120140000017',
  name: {
    kk: '«Көкпекті дала» жауапкершілігі шектеулі серіктестігі',
    ru: 'Товарищество с ограниченной ответственностью «Кокпекты дала»',
  },
  kind: 'head',
  parent: null,
  status: 'registered',
  registeredOn: '2012-01-16',
  liquidatedOn: null,
  address: {
    kato: '104400000',
    region: '100000000',
    text: {
      kk: 'Абай облысы, Көкпекті ауданы, Көкпекті ауылы, Шәкәрім көшесі, 4-үй',
      ru: 'область Абай, Кокпектинский район, село Кокпекты, улица Шакарима, дом 4',
    },
  },
  head: {
    iin: '810921300640',
    name: {
      kk: { surname: 'ЖҰМАБАЕВ', given: 'ЕРЛАН', patronymic: 'СЕРІКҰЛЫ' },
      ru: { surname: 'ЖУМАБАЕВ', given: 'ЕРЛАН', patronymic: 'СЕРИКОВИЧ' },
    },
    fullName: { kk: 'ЖҰМАБАЕВ ЕРЛАН СЕРІКҰЛЫ', ru: 'ЖУМАБАЕВ ЕРЛАН СЕРИКОВИЧ' },
    since: '2018-03-01',
  },
}

/** GBD UL: what a legal entity is and who heads it. `absent`: no such BIN in the register. */
export const legalEntitiesIdentify = {
  id: 'legal-entities.identify',
  system: 'legal-entities',
  name: {
    kk: 'Заңды тұлға туралы мәліметтер',
    ru: 'Сведения о юридическом лице',
    en: 'Particulars of a legal entity',
  },
  request,
  answer,
  sample: { found: dala },
} as const
