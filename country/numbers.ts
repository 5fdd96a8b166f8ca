import { MOST_BLOCKS } from './blocks.ts'
import { type Bin, controlDigit, type Iin, type PlainDate, parseBin, parseIin } from '#core/kernel'

export type Sex = 'male' | 'female'

/** Gives out identification numbers, each once. */
export interface Numbers {
  iin(birthDate: PlainDate, sex: Sex): Iin
  /** All of them resident legal entities or parts of such. */
  bin(registeredOn: PlainDate, part: keyof typeof PARTS): Bin
}

/** The sixth digit of a BIN. */
const PARTS = { head: 0, branch: 1, 'representative-office': 2 } as const

function century(birthDate: PlainDate, sex: Sex): number {
  const base = Number(birthDate.slice(0, 2)) - 18
  return base * 2 + (sex === 'male' ? 1 : 2)
}

/** The serials that a block may give out behind one prefix. */
interface Serials {
  readonly width: number
  readonly from: number
  readonly to: number
}

/** Serials below 10 are given to nobody; the rest is shared out evenly, so blocks never give out the same number. */
function serialsOf(width: number, block: number): Serials {
  const share = Math.floor((10 ** width - 10) / MOST_BLOCKS)
  const from = 10 + block * share
  return { width, from, to: from + share }
}

/** Gives out numbers with a control digit, each serial once. */
function createSerials(serials: Serials, reserved: ReadonlySet<string>) {
  const next = new Map<string, number>()
  return (prefix: string): string => {
    for (let serial = next.get(prefix) ?? serials.from; serial < serials.to; serial += 1) {
      const base = prefix + String(serial).padStart(serials.width, '0')
      const digit = controlDigit(base)
      const number = `${base}${digit ?? ''}`
      if (digit === undefined || reserved.has(number)) continue
      next.set(prefix, serial + 1)
      return number
    }
    throw new RangeError(`no number left for ${prefix}`)
  }
}

function sure<T>(number: T | undefined): T {
  if (number === undefined) throw new RangeError('a number that breaks its own rule')
  return number
}

/** `reserved` are the numbers of the fixed personas, which no block gives out. */
export function createNumbers(reserved: readonly string[], block: number): Numbers {
  const taken = new Set<string>(reserved)
  const person = createSerials(serialsOf(4, block), taken)
  const entity = createSerials(serialsOf(5, block), taken)
  const compact = (date: PlainDate) => date.slice(2).replaceAll('-', '')
  return {
    iin: (birthDate, sex) =>
      sure(parseIin(person(`${compact(birthDate)}${century(birthDate, sex)}`))),
    bin: (registeredOn, part) =>
      sure(parseBin(entity(`${compact(registeredOn).slice(0, 4)}4${PARTS[part]}`))),
  }
}
