import type { Edition } from '#core/regulation'
import type { CataloguedStep } from './catalogue-model.ts'
import type { Channel } from './compare-flow.ts'
import { type Difference, letters } from './difference.ts'

type Item = Channel['items'][number]

const NUMBERED = /^(процесс|условие) \d+$/

/** `3-үдеріс` and `процесс 3` are the same. */
const russian = (label: string): string =>
  label
    .replace(/^(\d+)\s*-\s*(?:үдеріс|процесс)$/u, 'процесс $1')
    .replace(/^(\d+)\s*-\s*шарт$/u, 'условие $1')

const labelOf = ({ process, condition }: Item): string => {
  if (process !== undefined) return `процесс ${process}`
  return condition === undefined ? '' : `условие ${condition}`
}

export function compareSteps(
  edition: Edition,
  channel: Channel,
  steps: readonly CataloguedStep[],
): readonly Difference[] {
  const { items } = channel
  const count =
    steps.length === 0 || steps.length === items.length
      ? []
      : [{ id: 'steps', said: `${steps.length} steps, ${items.length} items` }]
  const compared = steps.flatMap((step, i): readonly Difference[] => {
    const item = items[i]
    const at = `steps.${step.n}`
    if (item === undefined) return [{ id: at, said: 'there is no such item' }]
    const found = [
      ...compareNumber(item, step),
      ...compareEnd(edition, item, step),
      ...compareBranches(edition, channel, { item, step }),
    ]
    return found.map(({ id, said }) => ({ id: `${at}.${id}`, said }))
  })
  return [...count, ...compared]
}

function* compareNumber(item: Item, step: CataloguedStep): Iterable<Difference> {
  if (step.item !== undefined && letters(step.item) !== letters(item.no))
    yield { id: 'item', said: step.item }
  const label = russian(step.label ?? '')
  if (NUMBERED.test(label) && label !== labelOf(item)) yield { id: 'label', said: label }
}

const ENDS: Readonly<Record<string, readonly string[]>> = {
  refusal: ['refuse', 'expire'],
  result: ['issue', 'hand-over', 'finish'],
}

function* compareEnd(edition: Edition, item: Item, step: CataloguedStep): Iterable<Difference> {
  const verbs = ENDS[step.terminal ?? '']
  const does = item.actions.map((id) => edition.actions[id]?.does ?? '')
  if (verbs !== undefined && !does.some((verb) => verbs.includes(verb)))
    yield { id: 'terminal', said: step.terminal ?? '' }
}

function* compareBranches(
  edition: Edition,
  channel: Channel,
  { item, step }: { readonly item: Item; readonly step: CataloguedStep },
): Iterable<Difference> {
  for (const branch of ['ok', 'fail'] as const) {
    const said = step.branches?.[branch]
    const label = russian(said ?? '')
    if (said !== undefined && NUMBERED.test(label) && !leadsTo(edition, channel, { item, label }))
      yield { id: branch, said }
  }
}

/** Whether an action of the item goes on, at once or through others, to one of the item with that label. */
function leadsTo(
  edition: Edition,
  channel: Channel,
  { item, label }: { readonly item: Item; readonly label: string },
): boolean {
  const target = channel.items.find((one) => labelOf(one) === label)
  if (target === undefined) return false
  const reached = reachOf(edition, item.actions)
  return target.platform !== undefined || target.actions.some((id) => reached.has(id))
}

function reachOf(edition: Edition, actions: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...actions]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const action = edition.actions[id]
    open.push(...(action !== undefined && 'next' in action ? Object.values(action.next) : []))
  }
  return seen
}
