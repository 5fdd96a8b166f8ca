/** The cases that dates, terms and names are put into. */
export type KazakhCase = 'genitive' | 'dative' | 'accusative' | 'locative' | 'ablative'

const BACK = 'аоұыяё'
const FRONT = 'әөүіеэ'
const VOWELS = `${BACK}${FRONT}уиюй`
const VOICELESS = 'пфкқтсшщчцхһбвгд'
const NASAL = 'мнң'

type Ending = 'vowel' | 'nasal' | 'voiceless' | 'voiced'
type Suffixes = Readonly<Record<Ending, readonly [back: string, front: string]>>

const pair = (back: string, front: string): readonly [string, string] => [back, front]
const DA = pair('да', 'де')
const GA = pair('ға', 'ге')
const DAN = pair('дан', 'ден')
const DY = pair('ды', 'ді')
const DYN = pair('дың', 'дің')
const NYN = pair('ның', 'нің')

const SUFFIXES: Readonly<Record<KazakhCase, Suffixes>> = {
  genitive: { vowel: NYN, nasal: NYN, voiceless: pair('тың', 'тің'), voiced: DYN },
  dative: { vowel: GA, nasal: GA, voiceless: pair('қа', 'ке'), voiced: GA },
  accusative: { vowel: pair('ны', 'ні'), nasal: DY, voiceless: pair('ты', 'ті'), voiced: DY },
  locative: { vowel: DA, nasal: DA, voiceless: pair('та', 'те'), voiced: DA },
  ablative: { vowel: DAN, nasal: pair('нан', 'нен'), voiceless: pair('тан', 'тен'), voiced: DAN },
}

function endingOf(word: string): Ending {
  const last = word.at(-1) ?? ''
  if (VOICELESS.includes(last)) return 'voiceless'
  if (NASAL.includes(last)) return 'nasal'
  return last !== 'й' && VOWELS.includes(last) ? 'vowel' : 'voiced'
}

/**
 * Harmony follows the last vowel. A closing `у` of a verbal noun follows the vowel before it (оқу, беру); elsewhere `у` is
 * back and `и` is front, as in loan words (минутқа, кредитке).
 */
function isFront(word: string): boolean {
  const stem = /[^у]у$/.test(word) ? word.slice(0, -1) : word
  for (const letter of Array.from(stem).toReversed()) {
    if (`${FRONT}и`.includes(letter)) return true
    if (`${BACK}ую`.includes(letter)) return false
  }
  return false
}

const suffixOf = (word: string, wanted: KazakhCase): string =>
  SUFFIXES[wanted][endingOf(word)][isFront(word) ? 1 : 0]

/** `withCase('сәуір', 'dative')` is `сәуірге`. For common nouns without a possessive ending. */
export const withCase = (word: string, wanted: KazakhCase): string =>
  word + suffixOf(word.toLowerCase(), wanted)

const ONES = ['нөл', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз']
const TENS = ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан']

/** The last spoken word of a numeral decides its suffix. */
function lastWordOf(value: number): string {
  if (value % 10 !== 0 || value === 0) return ONES[value % 10] ?? ''
  if (value % 100 !== 0) return TENS[(value % 100) / 10] ?? ''
  if (value % 1000 !== 0) return 'жүз'
  return value % 1_000_000 === 0 ? 'миллион' : 'мың'
}

/** `numberWithCase(5, 'ablative')` is `5-тен`; `shown` replaces the digits (`14:30` of 30). */
export const numberWithCase = (value: number, wanted: KazakhCase, shown = String(value)): string =>
  `${shown}-${suffixOf(lastWordOf(Math.abs(Math.trunc(value))), wanted)}`
