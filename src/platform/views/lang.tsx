import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { isLang, LANGS, type Lang } from '#core/kernel'
import { createTranslators } from '#platform/i18n'
import { viewTexts } from './texts.ts'

const translators = createTranslators([viewTexts])
const LangContext = createContext<Lang>('kk')

/** Gives the language to all components below; `Page` does it for a whole page. */
export function LangProvider(props: { readonly lang: Lang; readonly children: ComponentChildren }) {
  return <LangContext.Provider value={props.lang}>{props.children}</LangContext.Provider>
}

export const useLang = (): Lang => useContext(LangContext)
export const useViewTexts = () => translators[useLang()]

export interface LangLink {
  readonly lang: Lang
  readonly href: string
  readonly current: boolean
}

/** The same page in each language: the address as it is, with `lang` set. `url` is path and query. */
export function langLinks(url: string, current: Lang): LangLink[] {
  const [path = '/', query = ''] = url.split('?', 2)
  return LANGS.map((lang) => {
    const search = new URLSearchParams(query)
    search.set('lang', lang)
    return { lang, href: `${path}?${search}`, current: lang === current }
  })
}

/** The language that an address asks for, if it asks for one that exists. */
export function langOfUrl(url: string): Lang | undefined {
  const wanted = new URLSearchParams(url.split('?', 2)[1] ?? '').get('lang')
  return isLang(wanted) ? wanted : undefined
}
