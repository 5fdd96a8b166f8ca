import type { Edition } from '#core/regulation'
import type { CataloguedFlow } from './catalogue-model.ts'
import { compareRow } from './compare-row.ts'
import { compareSteps } from './compare-steps.ts'
import { covers, type Difference, quoted } from './difference.ts'

export type Channel = Edition['channels'][string]

/** What the catalogue calls a channel, and what editions do. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  portal: ['portal'],
  service_centre: ['centre', 'corporation'],
  provider_office: ['office'],
}

/** Steps, branches and the table of one channel. */
export function compareFlow(
  edition: Edition,
  name: string,
  flow: CataloguedFlow,
): readonly Difference[] {
  const channel = (NAMES[name] ?? []).flatMap((id) => edition.channels[id] ?? [])[0]
  if (channel === undefined) return [{ id: name, said: 'there is no such channel' }]
  const found = [
    ...compareSteps(edition, channel, flow.steps ?? []),
    ...compareTitle(channel, flow),
    ...compareTable(channel, flow),
  ]
  return found.map(({ id, said }) => ({ id: `${name}.${id}`, said }))
}

const compareTitle = (channel: Channel, { action_table }: CataloguedFlow): readonly Difference[] =>
  (['ru', 'kk'] as const).flatMap((lang) => {
    const said = quoted(action_table?.title?.[lang] ?? '')
    return covers(channel.table?.title[lang] ?? '', said) ? [] : [{ id: 'title', said }]
  })

function compareTable(channel: Channel, { action_table }: CataloguedFlow): readonly Difference[] {
  const rows = channel.table?.rows ?? []
  const actions = action_table?.actions ?? []
  const count =
    rows.length === actions.length
      ? []
      : [{ id: 'actions', said: `${actions.length} actions, ${rows.length} rows` }]
  const compared = actions.flatMap((action): readonly Difference[] => {
    const row = rows.find(({ no }) => no === action.num)
    const at = `actions.${action.num}`
    if (row === undefined) return [{ id: at, said: 'there is no such row' }]
    return compareRow(row, action).map(({ id, said }) => ({ id: `${at}.${id}`, said }))
  })
  return [...count, ...compared]
}
