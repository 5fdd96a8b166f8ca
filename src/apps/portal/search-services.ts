import type { ServiceData } from '#core/regulation'
import { LANGS, type Text } from '#core/kernel'

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
const fold = (text: string): string =>
  Array.from(text.toLowerCase().normalize('NFC'), (letter) => FOLD[letter] ?? letter).join('')

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Endings change in Kazakh and Russian: a long word matches by what stands before its ending. */
const stemOf = (word: string): string => (word.length > 6 ? word.slice(0, -2) : word)
const alike = (typed: string, word: string): boolean =>
  word.startsWith(stemOf(typed)) || (word.length > 4 && typed.startsWith(stemOf(word)))

const everyLanguage = (text: Text): string[] => LANGS.flatMap((lang) => wordsOf(text[lang]))

interface Indexed {
  readonly service: ServiceData
  readonly strong: readonly string[]
  readonly weak: readonly string[]
}

function index(service: ServiceData): Indexed {
  const { name, keywords, summary, stateBody, category, situations } = service
  return {
    service,
    strong: [...everyLanguage(name), ...LANGS.flatMap((lang) => keywords[lang].flatMap(wordsOf))],
    weak: [summary, stateBody, category, ...situations].flatMap(everyLanguage),
  }
}

function scoreOf({ strong, weak }: Indexed, typed: readonly string[]): number {
  let score = 0
  for (const word of typed) {
    if (strong.some((one) => alike(word, one))) score += 3
    else if (weak.some((one) => alike(word, one))) score += 1
    else if (word.length > 2) return 0
  }
  return score
}

/** Services whose words, in any of the three languages, match every word that was typed; the best first. */
export function searchServices(services: readonly ServiceData[], query: string): ServiceData[] {
  const typed = wordsOf(query.slice(0, 200)).slice(0, 12)
  if (typed.length === 0) return [...services]
  return services
    .map((service) => ({ service, score: scoreOf(index(service), typed) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ service }) => service)
}
