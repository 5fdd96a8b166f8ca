import { type Bin, controlDigit, type Iin, type PlainDate, parseBin, parseIin } from '#core/kernel'

export type Sex = 'male' | 'female'

/** Gives out identification numbers, each once. */
export interface Numbers {
  iin(birthDate: PlainDate, sex: Sex): Iin
  /** `part`: a branch, else a head unit; both resident legal entities. */
  bin(registeredOn: PlainDate, part: 'head' | 'branch'): Bin
}

function century(birthDate: PlainDate, sex: Sex): number {
  const base = Number(birthDate.slice(0, 2)) - 18
  return base * 2 + (sex === 'male' ? 1 : 2)
}

/** The first serial from `start` whose number has a control digit and is not given out yet. */
function firstFree(prefix: string, width: number, taken: Set<string>): string {
  for (let serial = 10; serial < 10 ** width; serial += 1) {
    const base = prefix + String(serial).padStart(width, '0')
    const digit = controlDigit(base)
    const number = `${base}${digit ?? ''}`
    if (digit !== undefined && !taken.has(number)) {
      taken.add(number)
      return number
    }
  }
  throw new RangeError(`no number left for ${prefix}`)
}

function sure<T>(number: T | undefined): T {
  if (number === undefined) throw new RangeError('a number that breaks its own rule')
  return number
}

/** `reserved` are the numbers of the fixed personas. */
export function createNumbers(reserved: readonly string[]): Numbers {
  const taken = new Set<string>(reserved)
  const compact = (date: PlainDate) => date.slice(2).replaceAll('-', '')
  return {
    iin: (birthDate, sex) =>
      sure(parseIin(firstFree(`${compact(birthDate)}${century(birthDate, sex)}`, 4, taken))),
    bin: (registeredOn, part) =>
      sure(
        parseBin(
          firstFree(`${compact(registeredOn).slice(0, 4)}4${part === 'head' ? 0 : 1}`, 5, taken),
        ),
      ),
  }
}
