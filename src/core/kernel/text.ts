export const LANGS = ['kk', 'ru', 'en'] as const
export type Lang = (typeof LANGS)[number]

/**
 * What a person reads, in the three languages. `ours` names the languages in which the act is silent and the text is
 * our translation; absent when the act itself gives all of them or when no act is the source (interface texts).
 */
export interface Text {
  readonly kk: string
  readonly ru: string
  readonly en: string
  readonly ours?: readonly Lang[]
}

export const isLang = (value: unknown): value is Lang => LANGS.includes(value as Lang)
