import type { CataloguedAction } from './catalogue-model.ts'
import type { Channel } from './compare-flow.ts'
import { covers, type Difference, inLanguage, quoted } from './difference.ts'

type Row = NonNullable<Channel['table']>['rows'][number]
type RowText = Row['actor']

/** The cells of one row; what the act has lost is compared with the sister table that the catalogue names. */
export const compareRow = (row: Row, said: CataloguedAction): readonly Difference[] => [
  ...compareActor(row.actor, said.sfe ?? said.inferred?.sfe),
  ...compareText('action', row.action, said.action_orig ?? said.inferred?.action_orig),
  ...compareText('completion', row.completion, said.completion_orig),
  ...compareTerm(row, said),
  ...compareNext(row, said),
]

/** The languages in which the row has the act's own words. */
const ownOf = (text: RowText) =>
  (['ru', 'kk'] as const).filter((lang) => !(text.ours ?? []).includes(lang))

/** The catalogue names who acts in any of the languages, or by what it is called elsewhere in the act. */
function* compareActor(actor: RowText, said: string | undefined): Iterable<Difference> {
  if (said === undefined) return
  const names = said.split(' / ')
  const found = ownOf(actor).some((lang) => names.some((name) => covers(name, actor[lang])))
  if (!found) yield { id: 'sfe', said }
}

function* compareText(id: string, text: RowText, said: string | undefined): Iterable<Difference> {
  if (said === undefined) return
  for (const lang of ownOf(text)) {
    const words = quoted(inLanguage(said, lang) ?? '')
    if (!covers(words, text[lang])) yield { id, said: `${lang}: ${words}` }
  }
}

const UNITS: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  seconds: ['second', 1],
  minutes: ['second', 60],
  hours: ['second', 3600],
  calendarDays: ['calendar_day', 1],
  workingDays: ['working_day', 1],
}

function shown(term: Row['term']): string {
  if (typeof term === 'string') return term
  const [name = '', amount = 0] = Object.entries(term)[0] ?? []
  const [unit, factor] = UNITS[name] ?? [name, 1]
  const { min, max } = typeof amount === 'number' ? { min: amount, max: amount } : amount
  return `${unit} ${min * factor}-${max * factor}`
}

/** What the catalogue infers for a lost cell is told in words. */
function termInWords(words: string): string | undefined {
  if (words === 'Не учитывается') return 'notCounted'
  if (/^[–-]$/.test(words)) return 'none'
  const [, minutes] = /^(\d+) минут/.exec(words) ?? []
  return minutes === undefined ? undefined : shown({ minutes: Number(minutes) })
}

/** The term of the catalogue in the words of `shown`; undefined where it says nothing that can be compared. */
function termOf({ deadline, inferred }: CataloguedAction): string | undefined {
  if (deadline?.unit !== undefined) return `${deadline.unit} ${deadline.min}-${deadline.max}`
  return termInWords(deadline?.text ?? inferred?.deadline ?? '')
}

function* compareTerm(row: Row, said: CataloguedAction): Iterable<Difference> {
  const term = termOf(said)
  if (term !== undefined && term !== shown(row.term)) yield { id: 'deadline', said: term }
}

function nextOf({ next, inferred }: CataloguedAction): readonly number[] | undefined {
  if (next !== undefined) return next.map(({ to }) => Number(to)).filter(Number.isInteger)
  return typeof inferred?.next === 'number' ? [inferred.next] : undefined
}

function* compareNext(row: Row, said: CataloguedAction): Iterable<Difference> {
  const named = nextOf(said)
  const printed = new Set((row.next.ru.match(/\d+/g) ?? []).map(Number))
  const agrees =
    named === undefined || (named.length === printed.size && named.every((to) => printed.has(to)))
  if (!agrees) yield { id: 'next', said: named.join(', ') || 'none' }
}
