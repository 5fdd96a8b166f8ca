import { IntlMessageFormat } from 'intl-messageformat'
import type { CodedError, Lang, Params, Text } from '#core/kernel'

/** A compiled ICU message; `params` are inserted as they are (escaping is the renderer's work). */
export type Message = (params?: Params) => string

/** ICU's locale of a language: English is the British one (day before month). */
export const LOCALES: Readonly<Record<Lang, string>> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' }

const SYNTAX = /[{}']/

/**
 * Compiles one ICU message (plural, select, number; no markup: `<` is a plain character).
 * @throws SyntaxError when the message is no ICU message.
 */
export function compileMessage(source: string, lang: Lang): Message {
  if (!SYNTAX.test(source)) return () => source
  const format = new IntlMessageFormat(source, LOCALES[lang], undefined, { ignoreTag: true })
  return (params) => String(format.format({ ...params }))
}

/** The reader's language of a text over parameters. */
export const renderText = (text: Text, lang: Lang, params: Params = {}): string =>
  compileMessage(text[lang], lang)(params)

/** What a refusal says to its reader: the ICU text of the error over its own parameters. */
export const renderError = (error: CodedError, lang: Lang): string =>
  renderText(error.text, lang, error.params)
