/** A place where an edition says something else than the catalogue. */
export interface Difference {
  /** `portal.actions.8.next`: what an edition's readings name in `differs`. */
  readonly id: string
  readonly said: string
}

/** Letters and digits alone: how a text is broken, quoted and punctuated is not compared. */
export const letters = (text: string): string =>
  text
    .toLocaleLowerCase('ru')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether both say the same, or one the other and more. */
export const includes = (whole: string, part: string): boolean =>
  letters(whole).includes(letters(part))

export const same = (a: string, b: string): boolean => letters(a) === letters(b)

/** The words of one language in `ru: ...; kk: ...`; a text without marks is in all languages that the act has. */
export function inLanguage(original: string, lang: 'ru' | 'kk'): string | undefined {
  if (!/(^|; )(ru|kk): /.test(original)) return original
  const [, words] =
    new RegExp(`(?:^|; )${lang}: (.*?)(?=; (?:ru|kk): |$)`, 's').exec(original) ?? []
  return words
}

/** The words of the act in what the catalogue quotes, without the numbers that it puts before; nothing where it tells them in English. */
export const quoted = (text: string): string =>
  /\p{Script=Cyrillic}/u.test(text) ? text.replace(/^\d+\s*-\s*(тармақ|іс-қимыл):?\s*/u, '') : ''

/** Whether one of the two says all that the other says. */
export const covers = (a: string, b: string): boolean => includes(a, b) || includes(b, a)

/** English words that carry the meaning, without endings. */
const meaning = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[a-z]{2,}/g) ?? [])
    .filter(
      (word) =>
        ![
          'the',
          'of',
          'in',
          'is',
          'are',
          'or',
          'and',
          'for',
          'because',
          'which',
          'may',
          'be',
        ].includes(word),
    )
    .map((word) => word.replace(/(ies|s|ed|al)$/, ''))

/** Whether the second text says all that the first, in other words. */
export const means = (reason: string, text: string): boolean => {
  const told = new Set(meaning(text))
  return meaning(reason).every((word) => told.has(word))
}
