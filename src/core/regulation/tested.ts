import type { Json, JsonObject } from '#core/kernel'
import type { Draft } from './draft.ts'
import { interpret } from './expression/feel.ts'
import { compileSimple, tried } from './expression/simple.ts'

interface Told {
  readonly holds: string
  readonly is: boolean
}

/** The tests that every way to the action goes through, each with the one outcome that leads there. */
function toldBefore({ edition, graph }: Draft, actionId: string): readonly Told[] {
  const around = (from: readonly string[], test: string) => graph.reach(from, test).has(actionId)
  return Object.entries(edition.actions).flatMap(([id, action]): readonly Told[] => {
    if (action.does !== 'test' || around(graph.starts, id)) return []
    const { holds = '', fails = '' } = action.next
    if (around([holds], id) === around([fails], id)) return []
    return [{ holds: action.holds, is: around([holds], id) }]
  })
}

/** What a test makes of a sample, as the engine would; undefined where it fails on it. */
function outcomeOf(holds: string): (sample: JsonObject) => Json | undefined {
  const simple = compileSimple(holds)
  if (simple !== undefined) return (sample) => tried(simple, sample)
  return (sample) => {
    const { value, warnings } = interpret(holds, sample)
    return warnings.length > 0 ? undefined : value
  }
}

/** Whether a case with these data can be at the action, after what was tested on its way. */
export function possibleAt(draft: Draft, actionId: string): (sample: JsonObject) => boolean {
  const told = toldBefore(draft, actionId).map(({ holds, is }) => ({ read: outcomeOf(holds), is }))
  return (sample) =>
    told.every(({ read, is }) => {
      const value = read(sample)
      return value === undefined || (value === true) === is
    })
}
