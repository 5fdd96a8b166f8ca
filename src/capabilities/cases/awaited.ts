import { type CaseState, numberIn } from '#core/engine'
import type { Instant } from '#core/kernel'
import { type ActorData, type Edition, VERBS } from '#core/regulation'

/** The officials whom a case waits for: what their worklists are made of. */
export interface Awaited {
  readonly role: string
  /** Codes of the units whose officials may act; null: whoever has the role. */
  readonly units: readonly string[] | null
  readonly due: Instant | null
}

/** What an official does; a worker carries out what is only done in an official's name. */
const isForPeople = (edition: Edition, action: string): boolean => {
  const verb = edition.actions[action]?.does
  return verb !== undefined && VERBS[verb].carriedOutBy !== 'worker'
}

/** The case waits for somebody else, or has ended. */
export const NOBODY = { role: null, units: null, due: null } as const

type Post = Extract<ActorData, { readonly role: string }>

/** The officials by whom the case waits to be dealt with; undefined where it waits for somebody else. */
function postAt(edition: Edition, { current }: CaseState): Post | undefined {
  if (current === undefined || current.refusal !== undefined) return undefined
  const actor = edition.actors[edition.actions[current.action]?.by ?? '']
  return actor !== undefined && 'role' in actor && isForPeople(edition, current.action)
    ? actor
    : undefined
}

function unitsOf(edition: Edition, state: CaseState, post: Post): readonly string[] | null {
  if (post.kind === 'bodies') return silentBodies(state)
  return post.of === undefined ? null : [numberIn(edition, post.of, state) ?? []].flat()
}

/** Undefined while the case waits for somebody else, or has ended. */
export function awaitedBy(edition: Edition, state: CaseState): Awaited | undefined {
  const post = postAt(edition, state)
  if (post === undefined) return undefined
  const due = state.current?.due ?? state.due ?? null
  return { role: post.role, units: unitsOf(edition, state, post), due }
}

const silentBodies = ({ current }: CaseState): string[] =>
  Object.entries(current?.parts ?? {}).flatMap(([body, said]) => (said === null ? [body] : []))
