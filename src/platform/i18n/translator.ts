import type { Lang, Params } from '#core/kernel'
import type { Catalogue } from './catalogue.ts'
import { compileMessage, type Message } from './message.ts'

type KeysOf<C> = C extends Catalogue ? keyof C & string : never

/** `t('key', {n: 3})`. A translator of more keys serves wherever one of fewer keys is asked for. */
export type Translator<K extends string = string> = (key: K, params?: Params) => string

/**
 * The texts of `catalogues` in one language; only their keys are accepted, by the compiler. All messages are compiled at
 * once, so a broken one shows at start.
 * @throws TypeError when two catalogues claim one key; SyntaxError for a message that is not ICU.
 */
export function createTranslator<const C extends readonly Catalogue[]>(
  lang: Lang,
  catalogues: C,
): Translator<KeysOf<C[number]>> {
  const messages = new Map<string, Message>()
  for (const catalogue of catalogues)
    for (const [key, text] of Object.entries(catalogue)) {
      if (messages.has(key)) throw new TypeError(`two catalogues have the key ${key}`)
      messages.set(key, compileMessage(text[lang], lang))
    }
  return (key, params) => {
    const message = messages.get(key)
    if (message === undefined) throw new TypeError(`no text ${key}`)
    return message(params)
  }
}

/** One translator a language, made once at start. */
export const createTranslators = <const C extends readonly Catalogue[]>(
  catalogues: C,
): Readonly<Record<Lang, Translator<KeysOf<C[number]>>>> => ({
  kk: createTranslator('kk', catalogues),
  ru: createTranslator('ru', catalogues),
  en: createTranslator('en', catalogues),
})
