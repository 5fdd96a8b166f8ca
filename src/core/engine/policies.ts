import { type ActorData, type Edition, VERBS } from '#core/regulation'
import { partyNumber } from '#core/kernel'
import type { Actor, CaseState } from './state.ts'

/** Who may act for an actor of the regulation. Deny by default; units are checked where a case is assigned to one. */
export function mayActAs(role: ActorData | undefined, actor: Actor, state: CaseState): boolean {
  if (role === undefined) return false
  switch (role.kind) {
    case 'applicant':
      return actor.kind === 'applicant' && isParty(actor, state)
    case 'system':
      return actor.kind === 'system'
    case 'official':
    case 'bodies':
    case 'commission':
      return actor.kind === 'official' && actor.roles.includes(role.role)
    default:
      return role satisfies never
  }
}

/**
 * Who may carry an action out. What a worker does comes back from the platform itself, whoever the regulation names as its
 * actor.
 */
export function mayCarryOut(
  edition: Edition,
  state: CaseState,
  actionId: string,
  actor: Actor,
): boolean {
  const action = edition.actions[actionId]
  if (action === undefined) return false
  if (VERBS[action.does].carriedOutBy === 'worker') return actor.kind === 'system'
  return mayActAs(edition.actors[action.by], actor, state)
}

/** A body answers for itself alone: the official's unit is the body. */
export const mayConclude = (
  edition: Edition,
  actionId: string,
  part: string,
  actor: Actor,
): boolean => {
  const role = edition.actors[edition.actions[actionId]?.by ?? '']
  return (
    role?.kind === 'bodies' &&
    actor.kind === 'official' &&
    actor.roles.includes(role.role) &&
    actor.unit === part
  )
}

export const isParty = (actor: Actor, state: CaseState): boolean =>
  actor.kind === 'applicant' &&
  actor.party.kind === state.party.kind &&
  partyNumber(actor.party) === partyNumber(state.party)

/** A case is opened by the applicant on the portal, or by an official who takes the papers in. */
export const mayOpen = (edition: Edition, channel: string, actor: Actor): boolean => {
  if (!Object.hasOwn(edition.channels, channel)) return false
  const start = edition.actions[edition.channels[channel]?.start ?? '']
  const role = edition.actors[start?.by ?? '']
  if (role?.kind === 'official') return actor.kind === 'official' && actor.roles.includes(role.role)
  return actor.kind === 'applicant'
}
