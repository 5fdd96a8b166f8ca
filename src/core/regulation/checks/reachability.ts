import { nextOf } from '../graph.ts'
import type { Check } from '../draft.ts'
import { inRegulation } from '../problem.ts'
import { VERBS } from '../verbs.ts'

/** Every action is reached from the start of some channel. */
export const everyActionIsReached: Check = ({ edition, graph }) => {
  const reached = graph.reach(graph.starts)
  return Object.keys(edition.actions)
    .filter((id) => !reached.has(id))
    .map((id) =>
      inRegulation(['actions', id], 'UNREACHABLE', `no channel leads to the action "${id}"`),
    )
}

/** From every action the case can end. */
export const everyActionLeadsToAnEnd: Check = ({ edition, graph }) => {
  const isEnd = (id: string) => {
    const action = edition.actions[id]
    return action !== undefined && VERBS[action.does].carriedOutBy === 'end'
  }
  return Object.keys(edition.actions)
    .filter((id) => ![...graph.reach([id])].some(isEnd))
    .map((id) =>
      inRegulation(
        ['actions', id],
        'NO_END',
        `from "${id}" the case can never end: no way leads to "refuse" or "finish"`,
      ),
    )
}

/** A circle of actions has a person in it: else the platform would run round it for ever by itself. */
export const noCircleRunsByItself: Check = ({ edition }) => {
  const byItself = (id: string) => {
    const action = edition.actions[id]
    return action !== undefined && VERBS[action.does].carriedOutBy !== 'person'
  }
  const follow = (id: string) =>
    Object.values(nextOf(edition.actions[id])).filter((one) => byItself(one))
  const comesBack = (start: string) => {
    const seen = new Set<string>()
    const open = follow(start)
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === start) return true
      if (!seen.has(id)) open.push(...follow(id))
      seen.add(id)
    }
    return false
  }
  return Object.keys(edition.actions)
    .filter((id) => byItself(id) && comesBack(id))
    .map((id) =>
      inRegulation(
        ['actions', id],
        'ENDLESS',
        `"${id}" comes back to itself without a person in between`,
      ),
    )
}
