import type { Lang, Text } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { termText } from './term-text.ts'

export interface ActionRow {
  readonly no: number
  readonly actor: Text
  readonly action: Text
  readonly completion: Text
  readonly term: Text
  /** As the act prints it: numbers of the next actions with their conditions. */
  readonly next: Text
  /** The actions of the edition that carry this row out. */
  readonly actions: readonly string[]
}

export interface ActionTable {
  readonly title: Text
  /** Where it stands in the act. */
  readonly ref: string
  readonly rows: readonly ActionRow[]
}

/** The six columns of the tables of actions. */
export const TABLE_COLUMNS: Readonly<
  Record<'no' | 'actor' | 'action' | 'completion' | 'term' | 'next', Text>
> = {
  no: { kk: '№', ru: '№', en: 'No' },
  actor: { kk: 'ҚФБ, орындаушы', ru: 'СФЕ, исполнитель', en: 'Who acts' },
  action: {
    kk: 'Іс-қимыл және оның сипаттамасы',
    ru: 'Действие и его описание',
    en: 'Action and its description',
  },
  completion: { kk: 'Аяқталу нысаны', ru: 'Форма завершения', en: 'Form of completion' },
  term: { kk: 'Орындау мерзімі', ru: 'Срок исполнения', en: 'Term' },
  next: { kk: 'Келесі іс-қимыл №', ru: '№ следующего действия', en: 'Next action' },
}

/** The table of actions of a channel, as the act prints it; undefined where the act has none for this channel. */
export function actionTable(edition: Edition, channel: string): ActionTable | undefined {
  const table = edition.channels[channel]?.table
  if (table === undefined) return undefined
  const rows = table.rows.map(
    ({ no, actor, action, completion, term, termText: words, next, actions }) => ({
      no,
      actor,
      action,
      completion,
      term: words ?? termText(term),
      next,
      actions,
    }),
  )
  return { title: table.title, ref: table.ref, rows }
}

const WIDTHS = { no: 6, actor: 20, action: 44, completion: 32, term: 18, next: 14 } as const
type Column = keyof typeof WIDTHS
const COLUMNS = Object.keys(WIDTHS) as readonly Column[]

/** Breaks a text into lines of at most `width` characters; a longer word is cut. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text
    .split(/\s+/)
    .flatMap((one) => one.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

function printRow(cells: Readonly<Record<Column, string>>): string {
  const wrapped = COLUMNS.map((column) => wrapText(cells[column], WIDTHS[column]))
  const height = Math.max(1, ...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, i) =>
    COLUMNS.map((column, c) => (wrapped[c]?.[i] ?? '').padEnd(WIDTHS[column]))
      .join(' │ ')
      .trimEnd(),
  ).join('\n')
}

/** The table as plain text for a terminal. */
export function printActionTable(table: ActionTable, lang: Lang): string {
  const rule = COLUMNS.map((column) => '─'.repeat(WIDTHS[column])).join('─┼─')
  const heads = Object.fromEntries(
    COLUMNS.map((column) => [column, TABLE_COLUMNS[column][lang]]),
  ) as Record<Column, string>
  const rows = table.rows.map(({ no, actor, action, completion, term, next }) =>
    printRow({
      no: String(no),
      actor: actor[lang],
      action: action[lang],
      completion: completion[lang],
      term: term[lang],
      next: next[lang],
    }),
  )
  return [
    `${table.title[lang]} (${table.ref})`,
    '',
    printRow(heads),
    rule,
    rows.join(`\n${rule}\n`),
    '',
  ].join('\n')
}
