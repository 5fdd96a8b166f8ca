import { type Actor, type CaseState, mayActAs } from '#core/engine'
import { type ActorData, type Edition, graphOf } from '#core/regulation'

/** An official as the session and the appointment establish them; `id` is their IIN. */
export type Official = Extract<Actor, { kind: 'official' }>

const isFor = (
  edition: Edition,
  role: ActorData,
  official: Official,
  state: CaseState,
): boolean => {
  if (role.kind !== 'official' && role.kind !== 'bodies' && role.kind !== 'commission') return false
  const serves = role.kind !== 'bodies' || Object.hasOwn(role.bodies, official.unit)
  return serves && mayActAs(edition, role, official, state)
}

/** The actors whose turn can come in this case, by the way that its channel begins. */
function actorsOf({ channels, actions }: Edition, { channel }: CaseState): ReadonlySet<string> {
  const start = channels[channel]?.start
  const reached = start === undefined ? [] : [...graphOf({ channels, actions }).reach([start])]
  return new Set(reached.flatMap((id) => actions[id]?.by ?? []))
}

/** An official sees what was filed, where their role and unit have something to do on the way of this case. */
export function maySee(edition: Edition, state: CaseState, official: Official): boolean {
  const taking = actorsOf(edition, state)
  const roles = Object.entries(edition.actors).filter(
    ([id, role]) => taking.has(id) && isFor(edition, role, official, state),
  )
  if (state.filedAt !== undefined) return roles.length > 0
  // What an official takes in is nobody's draft; it is theirs also while a register is asked in between.
  const start = edition.channels[state.channel]?.start
  const turns = [state.current?.action, start].map((action) => edition.actions[action ?? '']?.by)
  return roles.some(([id]) => turns.includes(id))
}
