import { IntlMessageFormat } from 'intl-messageformat'
import { LANGS, type Lang, type Text } from '#core/kernel'
import { LOCALES } from './message.ts'

/** Texts of one area: `{ 'sign-in.title': { kk, ru, en } }`. */
export type Catalogue = Readonly<Record<string, Text>>

type Node = ReturnType<IntlMessageFormat['getAst']>[number]
type Kind = 'text' | 'number' | 'date' | 'time' | 'select' | 'plural'
interface Slot {
  readonly name: string
  readonly kind: Kind
  readonly branches: readonly string[]
}

const KINDS: Readonly<Record<number, Kind>> = {
  1: 'text',
  2: 'number',
  3: 'date',
  4: 'time',
  5: 'select',
  6: 'plural',
}

/**
 * What is wrong in a catalogue, one line a defect; empty when all is well. Found are: a language that is missing or empty,
 * a message that is not ICU, parameters that differ between the languages, and plural forms that a language needs and the
 * message lacks (ru: one, few, many, other).
 */
export function checkCatalogue(catalogue: Catalogue): string[] {
  return Object.entries(catalogue).flatMap(([key, text]) =>
    checkText(text).map((defect) => `${key}: ${defect}`),
  )
}

function checkText(text: Text): string[] {
  const empty = LANGS.filter((lang) => !text[lang]?.trim()).map((lang) => `${lang} is missing`)
  if (empty.length > 0) return empty
  const defects: string[] = []
  const signatures = LANGS.map((lang) => {
    const slots = slotsOf(text[lang], lang)
    if (typeof slots === 'string') {
      defects.push(slots)
      return undefined
    }
    defects.push(...missingPlurals(slots, lang))
    return signatureOf(slots)
  })
  const known = signatures.filter((signature) => signature !== undefined)
  if (new Set(known).size > 1)
    defects.push(`parameters differ: ${LANGS.map((l, i) => `${l}(${signatures[i]})`).join(' ')}`)
  return defects
}

function slotsOf(source: string, lang: Lang): Slot[] | string {
  try {
    const format = new IntlMessageFormat(source, LOCALES[lang], undefined, { ignoreTag: true })
    return format.getAst().flatMap(slotsOfNode)
  } catch (error) {
    return `${lang} is not an ICU message: ${error instanceof Error ? error.message : String(error)}`
  }
}

function slotsOfNode(node: Node): Slot[] {
  const kind = KINDS[node.type]
  if (kind === undefined || !('value' in node)) return []
  const options = 'options' in node ? node.options : {}
  const inner = Object.values(options).flatMap((option) => option.value.flatMap(slotsOfNode))
  return [{ name: node.value, kind, branches: Object.keys(options) }, ...inner]
}

/** A plural in one language may be a plain number in another (Kazakh nouns stay singular after a numeral). */
const signatureOf = (slots: readonly Slot[]): string =>
  [...new Set(slots.map(({ name, kind }) => (kind === 'select' ? `${name}:select` : name)))]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(', ')

function missingPlurals(slots: readonly Slot[], lang: Lang): string[] {
  const needed = new Intl.PluralRules(LOCALES[lang]).resolvedOptions().pluralCategories
  return slots
    .filter(({ kind }) => kind === 'plural')
    .flatMap(({ name, branches }) =>
      needed
        .filter((category) => !branches.includes(category))
        .map((category) => `${lang} lacks the form "${category}" of {${name}}`),
    )
}
