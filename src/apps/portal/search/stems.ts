import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as russian } from '@orama/stemmers/russian'
import type { Lang } from '#core/kernel'
import { fold, isCyrillic } from './letters.ts'

/**
 * The endings of Kazakh nouns in the order in which they come off: case, possession, number. Both vowel harmonies are
 * written out; what stays is longer than two letters.
 */
const KAZAKH_ENDINGS: readonly RegExp[] = [
  /(?:ның|нің|дың|дің|тың|тің|дан|ден|тан|тен|нан|нен|мен|бен|пен|нда|нде|ға|ге|қа|ке|на|не|ды|ді|ты|ті|ны|ні|да|де|та|те)$/u,
  /(?:ымыз|іміз|ыңыз|іңіз|мыз|міз|ңыз|ңіз|ым|ім|ың|ің|сы|сі|ы|і)$/u,
  /(?:лар|лер|дар|дер|тар|тер)$/u,
]
const LEAST_STEM = 3

/** A final қ, к or п that softened before the ending is hardened again: "куәлігі" is of "куәлік". */
const hardened = (stem: string): string => stem.replace(/ғ$/u, 'қ').replace(/г$/u, 'к')

function kazakh(word: string): string {
  const bare = KAZAKH_ENDINGS.reduce((left, ending) => {
    const shorter = left.replace(ending, '')
    return shorter.length < LEAST_STEM ? left : shorter
  }, word)
  return bare === word ? word : hardened(bare)
}

const STEMMERS: Readonly<Record<Lang, (word: string) => string>> = {
  kk: kazakh,
  ru: (word) => russian(word.replaceAll('ё', 'е')),
  en: english,
}

/** What stays of a word of that language without its endings, folded. */
export const stemOf = (word: string, lang: Lang): string =>
  fold(STEMMERS[isCyrillic(word) ? lang : 'en'](word))

/** The same for a word whose language is not known: each that its letters allow. */
export const stemsOf = (word: string): string[] =>
  isCyrillic(word)
    ? [...new Set([stemOf(word, 'ru'), stemOf(word, 'kk'), fold(word)])]
    : [...new Set([stemOf(word, 'en'), word])]
