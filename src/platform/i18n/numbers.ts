import type { Lang } from '#core/kernel'
import { LOCALES } from './message.ts'

/** Money is an integer count of tiyn, 1/100 of a tenge. */
export type Tiyn = number | bigint

const perLang = (options: Intl.NumberFormatOptions): Readonly<Record<Lang, Intl.NumberFormat>> => ({
  kk: new Intl.NumberFormat(LOCALES.kk, options),
  ru: new Intl.NumberFormat(LOCALES.ru, options),
  en: new Intl.NumberFormat(LOCALES.en, options),
})
const NUMBERS = perLang({ maximumFractionDigits: 3, useGrouping: 'min2' })
const TENGE = perLang({})

/** `12 345,5` in Kazakh and Russian, `12,345.5` in English; four digits stay together (`2012`). */
export const number = (value: number | bigint, lang: Lang): string => NUMBERS[lang].format(value)

/** `2 405 ₸`, `1 234,50 ₸`: the tiyn only where there are any; the sign does not part from the sum. */
export function money(value: Tiyn, lang: Lang): string {
  const tiyn = BigInt(value)
  const whole = tiyn < 0n ? -tiyn : tiyn
  const rest = String(whole % 100n).padStart(2, '0')
  const fraction = rest === '00' ? '' : `${lang === 'en' ? '.' : ','}${rest}`
  return `${tiyn < 0n ? '−' : ''}${TENGE[lang].format(whole / 100n)}${fraction}\u00a0₸`
}
