import type { ServiceData } from '#core/regulation'
import { isCyrillic, otherLayout, wordsOf } from './letters.ts'
import { type TypedWord, understand, type Understood } from './match-word.ts'
import { withoutSoftWords } from './soft-words.ts'
import { type Entry, indexWords, type Searched } from './word-index.ts'

const LONGEST_QUERY = 200
const MOST_WORDS = 12

export interface SearchResult {
  /** The best first. */
  readonly services: readonly ServiceData[]
  /** The stems that were found, to show where. */
  readonly hits: ReadonlySet<string>
  /** What was probably meant, when words had to be corrected. */
  readonly meant?: string
  /** No service has all the words; these have most of them. */
  readonly partial: boolean
}

export type ServiceSearch = (query: string) => SearchResult

/** The same keys on the other keyboard may make more or fewer words ("," is "б"): they are matched only where they pair up. */
function typedWords(query: string): readonly TypedWord[] {
  const chunks = query.slice(0, LONGEST_QUERY).split(/\s+/u).filter(Boolean)
  const words = chunks.flatMap((chunk) => {
    const typed = wordsOf(chunk)
    const [swapped = '', ...more] = wordsOf(otherLayout(chunk))
    const whole = more.length === 0 && isCyrillic(swapped) !== isCyrillic(chunk)
    if (whole && swapped !== '') return [{ typed: typed.join(''), swapped }]
    return typed.map((one) => ({ typed: one, swapped: one }))
  })
  return withoutSoftWords(words, ({ typed }) => typed).slice(0, MOST_WORDS)
}

const sureOf = ({ matches }: Understood, id: string): number =>
  Math.max(
    0,
    ...matches.map(({ entry, sureness }) => sureness * (entry.weights.get(id) ?? 0) * entry.rarity),
  )

interface Scored {
  readonly service: ServiceData
  readonly words: number
  readonly score: number
}

function scoreOf(service: ServiceData, understood: readonly Understood[]): Scored {
  const scores = understood.map((word) => sureOf(word, service.id))
  return {
    service,
    words: scores.filter((score) => score > 0).length,
    score: scores.reduce((sum, score) => sum + score, 0),
  }
}

const better = (a: Scored, b: Scored): number =>
  b.words - a.words || b.score - a.score || Number(b.service.online) - Number(a.service.online)

/** Those with half of the words, save what is far behind the best: a word that many have tells little. */
function mostOf(scored: readonly Scored[], words: number): Scored[] {
  const best = Math.max(...scored.map(({ score }) => score))
  return scored.filter((one) => one.words * 2 >= words && one.score * 2 >= best)
}

function meantBy(understood: readonly Understood[]): string | undefined {
  const corrected = understood.some(({ slip, matches }) => slip && matches.length > 0)
  if (!corrected) return undefined
  return understood
    .map(({ typed, slip, matches }) => (slip ? (matches[0]?.entry.word ?? typed) : typed))
    .join(' ')
}

function search(
  entries: readonly Entry[],
  all: readonly ServiceData[],
  query: string,
): SearchResult {
  const typed = typedWords(query)
  if (typed.length === 0) return { services: all, hits: new Set(), partial: false }
  const understood = typed.map((word) => understand(entries, word))
  const scored = all.map((service) => scoreOf(service, understood)).filter(({ words }) => words > 0)
  const whole = scored.filter(({ words }) => words === typed.length)
  const partial = whole.length === 0
  const shown = (partial ? mostOf(scored, typed.length) : whole).toSorted(better)
  const meant = meantBy(understood)
  return {
    services: shown.map(({ service }) => service),
    hits: new Set(understood.flatMap(({ matches }) => matches.map(({ entry }) => entry.stem))),
    ...(meant === undefined ? {} : { meant }),
    partial,
  }
}

/**
 * The search over services, in Kazakh, Russian and English at once: endings, slips of the keyboard, the other keyboard
 * layout and Latin letters for Cyrillic are forgiven. An empty query gives all services as they came.
 */
export function createServiceSearch(searched: readonly Searched[]): ServiceSearch {
  const entries = indexWords(searched)
  const all = searched.map(({ service }) => service)
  return (query) => search(entries, all, query)
}
