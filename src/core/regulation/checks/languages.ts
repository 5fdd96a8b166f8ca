import type { Check } from '../draft.ts'
import { LANGS } from '#core/kernel'
import { type Finding, type Path } from '../problem.ts'

/** Places where a text stands for the words of the act: there each language is the act's or marked as our translation. */
const ACT = [
  /^act\/title$/,
  /^channels\/\w+\/items\/\d+\/text$/,
  /^channels\/\w+\/table\/title$/,
  /^channels\/\w+\/table\/rows\/\d+\/(actor|action|completion|termText)$/,
  /^survey\/\d+\/(question|options\/\d+)$/,
]

interface Marked {
  readonly at: Path
  readonly ours: readonly string[]
  /** Whether a "reading" stands beside the text: then its words may be lost in a language of the act. */
  readonly read: boolean
}

/** The act speaks its own languages; what it lacks, and nothing else that no reading tells of, is marked as translated by us. */
export const translationsAreMarked: Check = ({ edition, forms, about }) => {
  const own: readonly string[] = edition.act.languages
  const lacking = LANGS.filter((lang) => !own.includes(lang))
  return [
    ...faults('regulation', edition, { own, lacking }),
    ...faults('form', { forms }, { own, lacking }),
    ...faults('service', about, { own, lacking }),
  ]
}

function faults(
  file: Finding['in'],
  value: unknown,
  { own, lacking }: { own: readonly string[]; lacking: readonly string[] },
): readonly Finding[] {
  const finding = (at: Path, message: string): Finding => ({
    in: file,
    at,
    code: 'REGULATION_TRANSLATION',
    message,
  })
  return [...textsOf(value, [])].flatMap(({ at, ours, read }) => {
    const wrong = read ? undefined : ours.find((lang) => own.includes(lang))
    if (wrong !== undefined)
      return [finding(at, `the act itself speaks "${wrong}": that is not our translation`)]
    if (new Set(ours).size < ours.length) return [finding(at, '"ours" names a language twice')]
    const isAct = file === 'regulation' && ACT.some((place) => place.test(at.join('/')))
    const unmarked = isAct ? lacking.find((lang) => !ours.includes(lang)) : undefined
    return unmarked === undefined
      ? []
      : [finding(at, `the act does not speak "${unmarked}": name it in "ours"`)]
  })
}

function* textsOf(value: unknown, at: Path, read = false): Iterable<Marked> {
  if (value === null || typeof value !== 'object') return
  if (isText(value)) yield { at, ours: value.ours ?? [], read }
  else if (Array.isArray(value))
    for (const [i, item] of value.entries()) yield* textsOf(item, [...at, i])
  else
    for (const [key, member] of Object.entries(value))
      yield* textsOf(member, [...at, key], 'reading' in value && key !== 'reading')
}

const isText = (value: object): value is { kk: string; ru: string; ours?: readonly string[] } =>
  'kk' in value && typeof value.kk === 'string' && 'ru' in value && typeof value.ru === 'string'
