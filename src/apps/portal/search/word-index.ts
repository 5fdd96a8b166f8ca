import { LANGS, type Lang, type Text } from '#core/kernel'
import type { ServiceData } from '#core/regulation'
import { latinSound, wordsOf } from './letters.ts'
import { stemOf } from './stems.ts'

/** A word without its endings, in some service's texts. */
export interface Entry {
  readonly stem: string
  readonly sound: string
  /** The word as it stands in the text, to suggest it. */
  readonly word: string
  readonly lang: Lang
  /** How much the word says about each service that has it. */
  readonly weights: ReadonlyMap<string, number>
  /** The rarer among the services, the more it tells. */
  readonly rarity: number
}

/** A service with what else its edition in force calls by name: variants, documents. */
export interface Searched {
  readonly service: ServiceData
  readonly named?: readonly Text[]
}

interface Weighed {
  readonly text: string
  readonly lang: Lang
  readonly weight: number
}

const spaces = (text: string): number => text.split(' ').length - 1

function textsOf({ service, named = [] }: Searched): Weighed[] {
  const { name, keywords, summary, stateBody, category, situations } = service
  const everywhere = (text: Text, weight: number): Weighed[] =>
    LANGS.map((lang) => ({ text: text[lang], lang, weight }))
  return [
    // A keyword of one word says all by itself, one of many words each the less. First, since they stand in the form in which a word is looked up: that one is suggested.
    ...LANGS.flatMap((lang) =>
      keywords[lang].map((text) => ({ text, lang, weight: 4 + 2 / (1 + spaces(text)) })),
    ),
    ...everywhere(name, 4),
    ...named.flatMap((text) => everywhere(text, 3)),
    ...situations.flatMap((text) => everywhere(text, 2)),
    ...everywhere(category, 1.5),
    ...everywhere(summary, 1.5),
    ...everywhere(stateBody, 1),
  ]
}

/** Every word of the services, by its stem. */
export function indexWords(searched: readonly Searched[]): Entry[] {
  const found = new Map<string, Entry & { readonly weights: Map<string, number> }>()
  for (const one of searched)
    for (const { text, lang, weight } of textsOf(one))
      for (const word of wordsOf(text)) {
        const stem = stemOf(word, lang)
        const known = found.get(stem) ?? {
          stem,
          sound: latinSound(stem),
          word,
          lang,
          weights: new Map<string, number>(),
          rarity: 0,
        }
        const { id } = one.service
        known.weights.set(id, Math.max(known.weights.get(id) ?? 0, weight))
        found.set(stem, known)
      }
  const all = searched.length
  return [...found.values()].map((entry) => ({
    ...entry,
    rarity: Math.log(1 + all / entry.weights.size),
  }))
}
