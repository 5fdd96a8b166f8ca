import { createHmac } from 'node:crypto'

/** The digits of a card number whose control digit (Luhn, ISO/IEC 7812) is right; undefined for anything else. */
export function parseCardNumber(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s-]/g, '')
  if (!/^\d{16}$/.test(digits)) return undefined
  const sum = Array.from(digits, Number)
    .toReversed()
    .reduce((total, digit, place) => {
      const weighed = place % 2 === 0 ? digit : digit * 2
      return total + (weighed > 9 ? weighed - 9 : weighed)
    }, 0)
  return sum % 10 === 0 ? digits : undefined
}

/** `4400 43** **** 0017`: as much as may be shown and kept. */
export const maskCard = (digits: string): string =>
  `${digits.slice(0, 4)} ${digits.slice(4, 6)}** **** ${digits.slice(-4)}`

/** What a card is found by. Without the bank's secret it tells nothing, though there are few card numbers to try. */
export const markOf = (secret: string, digits: string): Buffer =>
  createHmac('sha256', secret).update(`card ${digits}`).digest()

/** The last day of the month that stands on a card as MM/YY. */
export function parseExpiry(typed: string): string | undefined {
  const match = /^(0[1-9]|1[0-2])\s*\/\s*(\d{2})$/.exec(typed.trim())
  if (match === null) return undefined
  const [, month, year] = match
  const last = new Date(Date.UTC(2000 + Number(year), Number(month), 0))
  return last.toISOString().slice(0, 10)
}
