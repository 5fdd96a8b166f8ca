import { LANGS } from '#core/kernel'
import type { Check, Draft } from '../draft.ts'
import type { ChannelData } from '../model.ts'
import { inRegulation } from '../problem.ts'

type Row = NonNullable<ChannelData['table']>['rows'][number]

/** What a row of the act's table calls its next action is what follows in the graph, unless a reading says why not. */
export const nextColumnsAgree: Check = (draft) =>
  Object.entries(draft.edition.channels).flatMap(([id, channel]) => {
    const rows = channel.table?.rows ?? []
    return rows.flatMap((row, i) => {
      if (row.reading !== undefined) return []
      const follow = followers(draft, row, rows)
      return numbersIn(row)
        .filter((number) => !follow.has(number))
        .map((number) =>
          inRegulation(
            ['channels', id, 'table', 'rows', i, 'next'],
            'NEXT_COLUMN',
            `row ${row.no} names ${number} as next, but the actions lead to ${[...follow].join(', ') || 'an end'}; correct it, or explain it in "reading"`,
          ),
        )
    })
  })

/** The numbers that the column names, in whatever language. */
const numbersIn = ({ next }: Row): readonly number[] => [
  ...new Set(LANGS.flatMap((lang) => [...next[lang].matchAll(/\d+/g)].map(([no]) => Number(no)))),
]

/** Rows that go on with the same actions, and rows of the actions that come next; actions without a row are passed through. */
function followers({ graph }: Draft, row: Row, rows: readonly Row[]): ReadonlySet<number> {
  const rowsOf = (action: string) =>
    rows.filter((one) => one !== row && one.actions.includes(action))
  const found = new Set<number>()
  const seen = new Set<string>(row.actions)
  const open = row.actions.flatMap((action) => {
    for (const shared of rowsOf(action)) found.add(shared.no)
    return [...graph.next(action)]
  })
  for (let action = open.pop(); action !== undefined; action = open.pop()) {
    if (seen.has(action)) continue
    seen.add(action)
    const next = rowsOf(action)
    for (const one of next) found.add(one.no)
    if (next.length === 0) open.push(...graph.next(action))
  }
  return found
}
