import { z } from 'zod'
import { address, bilingual, day, iin, personName } from './shapes.ts'

const identityDocument = z.object({
  kind: z.enum(['ПАСПОРТ РК', 'УДОСТОВЕРЕНИЕ РК']),
  number: z.string(),
  issued: day,
  expires: day,
  issuer: bilingual,
})

const request = z.object({ iin })
const answer = z.object({
  iin,
  name: personName,
  /** Surname, given name and patronymic in one line, as certificates print them. */
  fullName: bilingual,
  birthDate: day,
  sex: z.enum(['male', 'female']),
  /** ISO 3166-1 alpha-3. */
  citizenship: z.string().regex(/^[A-Z]{3}$/),
  status: z.enum(['alive', 'dead']),
  /** Under 18 on the day of the answer. */
  minor: z.boolean(),
  /** In force on the day of the answer. */
  documents: z.array(identityDocument),
  address: address.nullable(),
})
export type PersonIdentity = z.output<typeof answer>

const asel: PersonIdentity = {
  iin: '840731400431',
  name: {
    kk: { surname: 'САҒЫНДЫҚОВА', given: 'ӘСЕЛ', patronymic: 'ҚАЙРАТҚЫЗЫ' },
    ru: { surname: 'САГИНДЫКОВА', given: 'АСЕЛ', patronymic: 'КАЙРАТОВНА' },
  },
  fullName: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ ҚАЙРАТҚЫЗЫ', ru: 'САГИНДЫКОВА АСЕЛ КАЙРАТОВНА' },
  birthDate: '1984-07-31',
  sex: 'female',
  citizenship: 'KAZ',
  status: 'alive',
  minor: false,
  documents: [
    {
      kind: 'УДОСТОВЕРЕНИЕ РК',
      number: '031245678',
      issued: '2019-05-14',
      expires: '2029-05-13',
      issuer: { kk: 'ҚР ІШКІ ІСТЕР МИНИСТРЛІГІ', ru: 'МИНИСТЕРСТВО ВНУТРЕННИХ ДЕЛ РК' },
    },
  ],
  address: {
    kato: '104400000',
    region: '100000000',
    text: {
      kk: 'Абай облысы, Көкпекті ауданы, Көкпекті ауылы, Абай көшесі, 12-үй, 2-пәтер',
      ru: 'область Абай, Кокпектинский район, село Кокпекты, улица Абая, дом 12, квартира 2',
    },
  },
}

/** GBD FL: who a person is. `absent`: no such IIN in the register. */
export const personsIdentify = {
  id: 'persons.identify',
  system: 'persons',
  name: {
    kk: 'Жеке тұлға туралы мәліметтер',
    ru: 'Сведения о физическом лице',
    en: 'Particulars of a natural person',
  },
  request,
  answer,
  sample: { found: asel },
} as const
