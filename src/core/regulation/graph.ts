import type { ActionData, EditionData } from './model.ts'

/** Where the actions of an edition lead, for checks and for drawing. */
export interface Graph {
  readonly starts: readonly string[]
  /** Actions that follow an action directly, each once; unknown ones left out. */
  next(action: string): readonly string[]
  /** All that can be reached from these, themselves included, never walking through `without`. */
  reach(from: readonly string[], ...without: readonly string[]): ReadonlySet<string>
}

export const nextOf = (action: ActionData | undefined): Readonly<Record<string, string>> =>
  action !== undefined && 'next' in action ? action.next : {}

export function graphOf(edition: Pick<EditionData, 'actions' | 'channels'>): Graph {
  const known = (id: string) => Object.hasOwn(edition.actions, id)
  const next = (id: string) => [
    ...new Set(Object.values(nextOf(edition.actions[id])).filter((one) => known(one))),
  ]
  const starts = Object.values(edition.channels).map((channel) => channel.start)
  const reach = (from: readonly string[], ...without: readonly string[]) => {
    const seen = new Set<string>()
    const open = from.filter((id) => known(id) && !without.includes(id))
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      open.push(...next(id).filter((one) => !without.includes(one)))
    }
    return seen
  }
  return { starts, next, reach }
}
