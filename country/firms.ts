import type { Bilingual, PersonName } from '#core/contracts'
import { type PlainDate, plainDate } from '#core/kernel'
import type { LegalEntityRow } from '#registries/legal-entities'
import { dayBetween, yearsAfter } from './days.ts'
import type { Numbers } from './numbers.ts'
import type { Citizen } from './people.ts'
import type { Address, NewAddress } from './places.ts'
import type { Random } from './random.ts'

export interface Firm {
  readonly row: LegalEntityRow
  readonly name: Bilingual
  readonly seat: Address
  readonly registeredOn: PlainDate
}
export interface FirmMeans {
  readonly random: Random
  readonly numbers: Numbers
  readonly newAddress: NewAddress
  readonly today: PlainDate
}

const WORDS: readonly Bilingual[] = [
  { kk: 'Алтын дән', ru: 'Алтын дән' },
  { kk: 'Ертіс құрылыс', ru: 'Ертис курылыс' },
  { kk: 'Шығыс сауда', ru: 'Шыгыс сауда' },
  { kk: 'Ақ жол', ru: 'Ак жол' },
  { kk: 'Көктем', ru: 'Коктем' },
  { kk: 'Береке', ru: 'Береке' },
  { kk: 'Тұлпар көлік', ru: 'Тулпар колик' },
  { kk: 'Нұрлы үй', ru: 'Нурлы уй' },
  { kk: 'Дархан дала', ru: 'Дархан дала' },
  { kk: 'Самұрық сервис', ru: 'Самурык сервис' },
  { kk: 'Жайлау', ru: 'Жайлау' },
  { kk: 'Қазына', ru: 'Казына' },
  { kk: 'Сарыарқа жарық', ru: 'Сарыарка жарык' },
  { kk: 'Достық мед', ru: 'Достык мед' },
  { kk: 'Болашақ', ru: 'Болашак' },
]
const BANK: Bilingual = {
  kk: '«Алатау қор банкі» акционерлік қоғамы',
  ru: 'Акционерное общество «Алатау Кор Банк»',
}

/** A limited liability partnership of this name. */
export const partnership = ({ kk, ru }: Bilingual): Bilingual => ({
  kk: `«${kk}» жауапкершілігі шектеулі серіктестігі`,
  ru: `Товарищество с ограниченной ответственностью «${ru}»`,
})

interface NewFirm {
  readonly bin: string
  readonly name: Bilingual
  readonly seat: Address
  readonly registeredOn: PlainDate
  readonly head: Citizen | undefined
  readonly parent?: string
  readonly liquidatedOn?: PlainDate
}

const headName = ({ name: { kk, ru } }: Citizen): PersonName => ({ kk, ru })

export function createFirm(firm: NewFirm): Firm {
  const { bin, name, seat, registeredOn, head } = firm
  const open = { validFrom: registeredOn, validTo: null }
  const { kato, region } = seat.place
  const row: LegalEntityRow = {
    bin,
    kind: firm.parent === undefined ? 'head' : 'branch',
    parent: firm.parent ?? null,
    registeredOn,
    liquidatedOn: firm.liquidatedOn ?? null,
    names: [{ ...open, ...name }],
    seats: [{ ...open, kato, region, text: seat.text }],
    heads: head === undefined ? [] : [{ ...open, iin: head.row.iin, name: headName(head) }],
  }
  return { row, name, seat, registeredOn }
}

/** Nobody heads a firm before coming of age, and a BIN tells the month of registration. */
function registrationDay({ random, today }: FirmMeans, head: Citizen): PlainDate {
  const grown = yearsAfter(head.birthDate, 18)
  const first = plainDate('2005-01-10')
  return dayBetween(random, grown > first ? grown : first, today)
}

function branchOf(means: FirmMeans, parent: Firm, head: Citizen): Firm {
  const grown = yearsAfter(head.birthDate, 18)
  const from = grown > parent.registeredOn ? grown : parent.registeredOn
  const registeredOn = dayBetween(means.random, from, means.today)
  const seat = means.newAddress('house')
  const bin = means.numbers.bin(registeredOn, 'branch')
  const name = { kk: `${parent.name.kk} филиалы`, ru: `Филиал ${parent.name.ru}` }
  return createFirm({ bin, name, seat, registeredOn, head, parent: parent.row.bin })
}

/** `count` legal entities headed by adults, the first of them a bank, about one in ten a branch, some liquidated. */
export function createFirms(means: FirmMeans, adults: readonly Citizen[], count: number): Firm[] {
  const { random, numbers, newAddress, today } = means
  const firms: Firm[] = []
  for (let i = 0; i < count; i += 1) {
    const head = random.pick(adults)
    const parent = firms.length > 2 && random.chance(0.1) ? random.pick(firms.slice(1)) : undefined
    if (parent !== undefined && parent.row.kind === 'head' && parent.row.liquidatedOn === null) {
      firms.push(branchOf(means, parent, head))
    } else {
      const registeredOn = registrationDay(means, head)
      const word = random.pick(WORDS)
      const name = i === 0 ? BANK : partnership(word)
      const ended =
        i > 0 && random.chance(0.05)
          ? { liquidatedOn: dayBetween(random, registeredOn, today) }
          : {}
      const seat = newAddress('house')
      const bin = numbers.bin(registeredOn, 'head')
      firms.push(createFirm({ bin, name, seat, registeredOn, head, ...ended }))
    }
  }
  return firms
}
