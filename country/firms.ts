import { type PlainDate, plainDate } from '#core/kernel'
import { dayBetween, yearsAfter } from './days.ts'
import { adultOn, createFirm, entityFounder, type Firm, founders, personFounder } from './firm.ts'
import { ACTIVITIES, BANK, BANKING, partnership, WORDS } from './firm-words.ts'
import type { Numbers } from './numbers.ts'
import type { Citizen } from './people.ts'
import type { NewAddress } from './places.ts'
import type { Random } from './random.ts'

export interface FirmMeans {
  readonly random: Random
  readonly numbers: Numbers
  readonly newAddress: NewAddress
  readonly today: PlainDate
  readonly block: number
}

/** Serial numbers of entities that one block may take; the first is that of the fixed firm. */
const ENTITIES_OF_A_BLOCK = 600

interface World {
  readonly adults: readonly Citizen[]
  /** Legal entities made so far, the fixed ones of the personas first. */
  readonly firms: Firm[]
}

/** Nobody heads a firm before coming of age, and a BIN tells the month of registration. */
function registrationDay({ random, today }: FirmMeans, head: Citizen): PlainDate {
  const grown = yearsAfter(head.birthDate, 18)
  const first = plainDate('2005-01-10')
  return dayBetween(random, grown > first ? grown : first, today)
}

/** A branch, or one time in five a representative office, of a legal entity in being. */
function partOf(means: FirmMeans, parent: Firm, head: Citizen, serial: number): Firm {
  const { random, numbers, today } = means
  const grown = yearsAfter(head.birthDate, 18)
  const from = grown > parent.registeredOn ? grown : parent.registeredOn
  const registeredOn = dayBetween(random, from, today)
  const seat = means.newAddress('house')
  const kind = random.chance(0.2) ? ('representative-office' as const) : ('branch' as const)
  const bin = numbers.bin(registeredOn, kind)
  const name =
    kind === 'branch'
      ? { kk: `${parent.name.kk} филиалы`, ru: `Филиал ${parent.name.ru}` }
      : { kk: `${parent.name.kk} өкілдігі`, ru: `Представительство ${parent.name.ru}` }
  const activity = parent.row.activities?.[0] ?? random.pick(ACTIVITIES)
  const { code, name: activityName } = activity
  const rest = { kind, parent, activity: { code, name: activityName }, serial }
  return createFirm({ bin, name, seat, registeredOn, head, ...rest })
}

/** The head with most, and up to two others: grown-ups, or a legal entity that was there before. */
function foundersOf({ random }: FirmMeans, { adults, firms }: World, head: Citizen, on: PlainDate) {
  const more = Array.from({ length: random.int(0, 2) }, () => random.pick(adults))
  const people = more.filter((one) => one !== head && adultOn(one, on))
  const senior = firms.length > 0 && random.chance(0.15) ? random.pick(firms) : undefined
  const entities = senior !== undefined && isOwner(senior, on) ? [entityFounder(senior)] : []
  const owners = [...new Set(people)].map(personFounder)
  return founders(
    [
      { owner: personFounder(head), parts: owners.length + entities.length + 1 },
      ...[...owners, ...entities].map((owner) => ({ owner, parts: 1 })),
    ],
    on,
  )
}

const isOwner = ({ row, registeredOn }: Firm, on: PlainDate): boolean =>
  row.kind === 'head' && row.liquidatedOn === null && registeredOn < on

/** One time in four somebody else headed it before, which was registered anew. */
function headedBefore({ random, today }: FirmMeans, adults: readonly Citizen[], on: PlainDate) {
  const by = random.pick(adults)
  const until = dayBetween(random, on, today)
  return random.chance(0.25) && adultOn(by, on) && until > on ? { headedBefore: { by, until } } : {}
}

function firmOf(means: FirmMeans, world: World, head: Citizen, serial: number): Firm {
  const { random, numbers, newAddress, today, block } = means
  const bank = block === 0 && world.firms.length === 1
  const registeredOn = registrationDay(means, head)
  const name = bank ? BANK : partnership(random.pick(WORDS))
  const ends = !bank && random.chance(0.05)
  const ended = ends ? { liquidatedOn: dayBetween(random, registeredOn, today) } : {}
  const earlier = ends ? {} : headedBefore(means, world.adults, registeredOn)
  const owners = foundersOf(means, world, head, registeredOn)
  const activity = bank ? BANKING : random.pick(ACTIVITIES)
  const seat = newAddress('house')
  const bin = numbers.bin(registeredOn, 'head')
  const rest = { founders: owners, activity, serial, ...earlier, ...ended }
  return createFirm({ bin, name, seat, registeredOn, head, ...rest })
}

/** Of whom the next one is a part, if it is one. */
function parentOf(random: Random, firms: readonly Firm[], fixed: readonly Firm[]) {
  if (firms.length === 2) return fixed[0]
  return firms.length > 2 && random.chance(0.1) ? random.pick(firms) : undefined
}

const hasParts = ({ row }: Firm): boolean => row.kind === 'head' && row.liquidatedOn === null

/**
 * `count` legal entities headed by adults beside the `fixed` ones: in the first block a bank before all, about one in ten a branch
 * or a representative office, some liquidated. The fixed ones have a branch.
 */
export function createFirms(
  means: FirmMeans,
  adults: readonly Citizen[],
  count: number,
  fixed: readonly Firm[],
): Firm[] {
  const { random, block } = means
  const firms = [...fixed]
  const serial = () => block * ENTITIES_OF_A_BLOCK + firms.length + 1
  while (firms.length < count) {
    const head = random.pick(adults)
    const parent = parentOf(random, firms, fixed)
    firms.push(
      parent !== undefined && hasParts(parent)
        ? partOf(means, parent, head, serial())
        : firmOf(means, { adults, firms }, head, serial()),
    )
  }
  return firms
}
