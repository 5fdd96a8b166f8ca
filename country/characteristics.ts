import type { Bilingual } from '#core/contracts'
import type { PlainDate } from '#core/kernel'
import type { RealtyRow } from '#registries/realty'
import type { Random } from './random.ts'

const WALLS: readonly Bilingual[] = [
  { kk: 'кірпіш', ru: 'кирпич' },
  { kk: 'панель', ru: 'панель' },
  { kk: 'саман', ru: 'саман' },
  { kk: 'газ-блок', ru: 'газоблок' },
  { kk: 'ағаш', ru: 'дерево' },
]

type Technical = NonNullable<RealtyRow['technical']>
const EMPTY: Technical = {
  inventoryNumber: null,
  yearBuilt: null,
  floors: null,
  floor: null,
  rooms: null,
  walls: null,
  areaTotal: null,
  areaLiving: null,
  areaLand: null,
}

/** Tenths of a square metre as text. */
const area = (tenths: number): string => (tenths / 10).toFixed(1)

/** Technical characteristics of buildings and their parts; of a plot its area alone. */
export function createCharacteristics({
  random,
}: {
  readonly random: Random
  readonly today: PlainDate
}) {
  return (kind: RealtyRow['kind'], registeredIn: string | undefined): Technical => {
    if (kind === 'plot') return { ...EMPTY, areaLand: area(random.int(40, 250) * 100) }
    const rooms = random.int(1, kind === 'flat' ? 4 : 6)
    const total = rooms * random.int(160, 260)
    const floors = kind === 'flat' ? random.int(2, 12) : random.int(1, 2)
    const latest = Number(registeredIn ?? '2000')
    return {
      ...EMPTY,
      inventoryNumber: `${random.int(100, 999)}-${random.int(10_000, 99_999)}`,
      yearBuilt: Math.min(random.int(1956, 2015), latest),
      floors,
      floor: kind === 'house' ? null : random.int(1, floors),
      rooms,
      walls: random.pick(WALLS),
      areaTotal: area(total),
      areaLiving: kind === 'premises' ? null : area(Math.round(total * 0.6)),
    }
  }
}
