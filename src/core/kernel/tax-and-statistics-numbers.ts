/** Registration number of a taxpayer (RNN / СТН), 12 digits, in use until 2013; the control digit checked. */
export type Rnn = string & { readonly rnn: unique symbol }
/** Code of the classifier of enterprises (OKPO / КҰЖЖ): 8 digits, 12 for a branch; the control digit checked. */
export type Okpo = string & { readonly okpo: unique symbol }

/** Weights 1..10 over and over, the first pass beginning at `first`. */
function remainder(base: string, first: number): number {
  const sum = Array.from(base, Number).reduce(
    (total, digit, i) => total + digit * (((first - 1 + i) % 10) + 1),
    0,
  )
  return sum % 11
}

/**
 * The last digit of an RNN, or undefined for a base that is never issued. Rule: weights 1..10 and 1 again, modulo 11; on 10
 * again with weights that begin one higher, until the rest has one digit.
 */
export function rnnControlDigit(base: string): number | undefined {
  for (let first = 1; first <= 10; first += 1) {
    const rest = remainder(base, first)
    if (rest < 10) return rest
  }
  return undefined
}

/** The last of the eight digits of an OKPO. Rule: weights 1..7 modulo 11; on 10 again with 3..9; on 10 again, 0. */
export function okpoControlDigit(base: string): number {
  const rest = remainder(base, 1)
  return rest < 10 ? rest : remainder(base, 3) % 10
}

/** RNN: region, tax committee, 0 for a legal entity or 1 to 9 for a person, serial, control digit. */
export const parseRnn = (text: string): Rnn | undefined =>
  /^\d{12}$/.test(text) && rnnControlDigit(text.slice(0, 11)) === Number(text[11])
    ? (text as Rnn)
    : undefined

/** OKPO: a branch has that of its legal entity and four digits more. */
export const parseOkpo = (text: string): Okpo | undefined =>
  /^\d{8}(\d{4})?$/.test(text) && okpoControlDigit(text.slice(0, 7)) === Number(text[7])
    ? (text as Okpo)
    : undefined
