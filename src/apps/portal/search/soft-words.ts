import { LANGS, type Lang } from '#core/kernel'

/** Words that every question has and no service is told by. */
const SOFT_WORDS: Readonly<Record<Lang, string>> = {
  kk: 'туралы үшін және мен бен пен бойынша беру алу алуға керек қалай қайда қажет менің маған бар ма ме онлайн тапсырыс',
  ru: 'о об обо на в во для и или по из с со у как где что нужна нужно нужен получить получение заказать взять сделать узнать оформить выдача выдать мне мой моя моё онлайн ли',
  en: 'a an the of for to in on and or by from with how where what get getting obtain order apply need issue my i me is online do',
}

const soft = new Set(LANGS.flatMap((lang) => SOFT_WORDS[lang].split(' ')))

/** The words that matter; all of them where none does. */
export function withoutSoftWords<T>(words: readonly T[], wordOf: (one: T) => string): readonly T[] {
  const hard = words.filter((one) => !soft.has(wordOf(one)))
  return hard.length === 0 ? words : hard
}
