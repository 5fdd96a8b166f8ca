import { z } from 'zod'
import { actKind } from './civil-acts-find-record.ts'
import { day, iin, officeWithAddress, recordNumber } from './shapes.ts'

const caseNumber = z.string().min(1).max(40)
const acceptedNumber = z.string().regex(/^\d{5,}$/)

const acceptance = z.object({ acceptedNumber, office: officeWithAddress })
export type Acceptance = z.output<typeof acceptance>

const accepted: Acceptance = {
  acceptedNumber: '00154',
  office: {
    code: '130',
    name: { kk: 'Көкпекті ауданының АХАТ бөлімі', ru: 'Отдел РАГС Кокпектинского района' },
    address: {
      kk: 'Абай облысы, Көкпекті ауданы, Жамбыл көшесі, 32-үй',
      ru: 'область Абай, Кокпектинский район, улица Жамбыла, дом 32',
    },
  },
}

/**
 * IS ZAGS: takes a request for a repeat certificate into the book of the office that keeps the record. The same `caseNumber` gets the
 * same answer. `no-data`: no such record of this person.
 */
export const civilActsAcceptRepeatRequest = {
  id: 'civil-acts.accept-repeat-request',
  system: 'civil-acts',
  changes: true,
  name: {
    kk: 'Қайталама куәлікке сұрауды қабылдау',
    ru: 'Принятие запроса на повторное свидетельство',
    en: 'Acceptance of a request for a repeat certificate',
  },
  request: z.object({ caseNumber, iin, kind: actKind, recordNumber, sentOn: day }),
  answer: acceptance,
  sample: { found: accepted },
} as const

const handOver = z.object({ acceptedNumber, handedOn: day })
export type HandOver = z.output<typeof handOver>

/** IS ZAGS: notes that the paper certificate was handed over. Once a request; `no-data`: no such accepted request. */
export const civilActsRecordHandOver = {
  id: 'civil-acts.record-hand-over',
  system: 'civil-acts',
  changes: true,
  name: {
    kk: 'Қайталама куәліктің берілгенін тіркеу',
    ru: 'Запись о выдаче повторного свидетельства',
    en: 'Record that a repeat certificate was handed over',
  },
  /** `by`: the official who handed it over, as documents call them. */
  request: z.object({
    caseNumber,
    iin,
    acceptedNumber,
    handedOn: day,
    by: z.string().min(1).max(200),
  }),
  answer: handOver,
  sample: { found: { acceptedNumber: '00154', handedOn: '2009-08-26' } },
} as const
