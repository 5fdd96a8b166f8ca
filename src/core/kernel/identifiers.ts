import { type PlainDate, parseDate } from './time.ts'

/** Individual identification number (IIN / ЖСН), 12 digits, control digit and birth date checked. */
export type Iin = string & { readonly iin: unique symbol }
/** Business identification number (BIN / БСН), 12 digits, control digit checked. */
export type Bin = string & { readonly bin: unique symbol }

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]
const CENTURY: Record<string, number> = { 1: 18, 2: 18, 3: 19, 4: 19, 5: 20, 6: 20 }

/**
 * The control digit of the first eleven digits, or undefined for a base that is never issued.
 * Rule: sum of digits by weights 1..11 mod 11; on 10 again with weights 3..11,1,2 (Government Resolution No 406 of
 * 22 May 2007). The eleventh digit does not enter the first pass, so a valid digit is no proof of existence.
 */
export function controlDigit(base: string): number | undefined {
  const digits = Array.from(base, Number)
  for (const weights of [FIRST, SECOND]) {
    const rest = weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0) % 11
    if (rest < 10) return rest
  }
  return undefined
}

const controlled = (text: string) =>
  /^\d{12}$/.test(text) && controlDigit(text.slice(0, 11)) === Number(text[11])

/** The day of birth that an IIN carries; undefined when the digits name no day. */
export function birthDate(iin: string): PlainDate | undefined {
  const century = CENTURY[iin[6] ?? '']
  if (century === undefined) return undefined
  return parseDate(`${century}${iin.slice(0, 2)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`)
}

export function parseIin(text: string): Iin | undefined {
  return controlled(text) && birthDate(text) !== undefined ? (text as Iin) : undefined
}

/** BIN: year and month of registration, fifth digit 4 (resident), 5 (non-resident) or 6 (joint entrepreneur). */
export function parseBin(text: string): Bin | undefined {
  const month = Number(text.slice(2, 4))
  return controlled(text) && /[456]/.test(text[4] ?? '') && month >= 1 && month <= 12
    ? (text as Bin)
    : undefined
}
