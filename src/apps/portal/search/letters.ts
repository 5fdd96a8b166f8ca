/** Letters that a Russian keyboard lacks are typed as their neighbours; so both fold to one. */
const FOLD: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
  й: 'и',
}

export const fold = (word: string): string =>
  Array.from(word, (letter) => FOLD[letter] ?? letter).join('')

/** The words of a text in lower case. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFC')
    .match(/[\p{L}\p{N}]+/gu) ?? []

export const isCyrillic = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word)

const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
const RUSSIAN_KEYS = 'йцукенгшщзхъфывапролджэячсмитьбюё'
/** On the Kazakh keyboard the row of digits carries the letters that Russian lacks. */
const DIGIT_KEYS = '2345890-='
const KAZAKH_KEYS = 'әіңғүұқөһ'

const pairs = (from: string, to: string): [string, string][] =>
  Array.from(from, (key, at) => [key, to[at] ?? ''])
const TO_CYRILLIC = new Map([...pairs(LATIN_KEYS, RUSSIAN_KEYS), ...pairs(DIGIT_KEYS, KAZAKH_KEYS)])
const TO_LATIN = new Map([...pairs(RUSSIAN_KEYS, LATIN_KEYS), ...pairs(KAZAKH_KEYS, DIGIT_KEYS)])

/** What the same keys write on the other keyboard: "cghfdrf" was meant as "справка". */
export function otherLayout(typed: string): string {
  const text = typed.toLowerCase().normalize('NFC')
  const map = isCyrillic(text) ? TO_LATIN : TO_CYRILLIC
  return Array.from(text, (key) => map.get(key) ?? key).join('')
}

const LATIN_OF: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
}
/** The many ways to write one sound in Latin letters, led to one. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/\p{M}/gu, ''],
  [/ı/g, 'i'],
  [/shch|sch/g, 'sh'],
  [/zh/g, 'j'],
  [/kh/g, 'h'],
  [/ts/g, 'c'],
  [/w/g, 'v'],
  [/q/g, 'k'],
  [/[yi]+(?=[aou])/g, ''],
  [/y/g, 'i'],
  [/(.)\1+/gu, '$1'],
]

/** A word by its sound in Latin letters: "nedvijimost", "nedvizhimost" and "недвижимость" are one. */
export function latinSound(word: string): string {
  const latin = Array.from(fold(word), (letter) => LATIN_OF[letter] ?? letter).join('')
  return SOUNDS.reduce((text, [from, to]) => text.replace(from, to), latin.normalize('NFD'))
}
