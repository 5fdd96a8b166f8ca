import type { Check } from '../draft.ts'
import type { ChannelData } from '../model.ts'
import { type Finding, inRegulation } from '../problem.ts'

/** No act numbers more: a slip of the finger must not make a list of a billion. */
const MOST = 1000

/** Rows are 1..n, items come in their order, and processes and conditions have no hole that no reading explains. */
export const numbersHaveNoHoles: Check = ({ edition }) =>
  Object.entries(edition.channels).flatMap(([id, channel]) => [
    ...rows(id, channel),
    ...items(id, channel),
    ...series(id, channel, 'process'),
    ...series(id, channel, 'condition'),
  ])

const rows = (id: string, channel: ChannelData): readonly Finding[] =>
  (channel.table?.rows ?? []).flatMap((row, i) =>
    row.no === i + 1
      ? []
      : [
          inRegulation(
            ['channels', id, 'table', 'rows', i, 'no'],
            'ROW_NUMBER',
            `row ${row.no} stands where row ${i + 1} is expected`,
          ),
        ],
  )

function items(id: string, channel: ChannelData): readonly Finding[] {
  const at = (i: number) => ['channels', id, 'items', i, 'no']
  return channel.items.flatMap((item, i) => {
    const before = channel.items.slice(0, i).map((one) => one.no)
    if (before.includes(item.no))
      return [inRegulation(at(i), 'ITEM_NUMBER', `item ${item.no} is there twice`)]
    const number = Number.parseInt(item.no, 10)
    const expected = Number.parseInt(before.at(-1) ?? '0', 10) + 1
    const broken = Number.isInteger(number) && Number.isInteger(expected) && number !== expected
    return broken && item.reading === undefined && channel.reading === undefined
      ? [
          inRegulation(
            at(i),
            'ITEM_NUMBER',
            `item ${item.no} stands where ${expected}) is expected`,
          ),
        ]
      : []
  })
}

function series(id: string, channel: ChannelData, kind: 'process' | 'condition') {
  if (channel.reading !== undefined) return []
  const numbers = channel.items.flatMap((item) => item[kind] ?? [])
  const last = Math.min(MOST, Math.max(0, ...numbers))
  const expected = Array.from({ length: last }, (_, i) => i + 1)
  const holes = expected.filter((number) => !numbers.includes(number))
  const doubles = numbers.filter((number, i) => numbers.indexOf(number) !== i)
  const where = ['channels', id, 'items']
  return [
    ...holes.map((number) =>
      inRegulation(
        where,
        'NUMBER_HOLE',
        `${kind} ${number} of ${id} is missing; if the act skips it, say so in the channel's "reading"`,
      ),
    ),
    ...doubles.map((number) =>
      inRegulation(where, 'NUMBER_TWICE', `${kind} ${number} of ${id} is there twice`),
    ),
  ]
}
