import { type Edition, VERBS } from '#core/regulation'
import type { Actor, CaseState } from '../state.ts'

/** The platform itself. */
export const PLATFORM: Actor = { kind: 'system', system: 'platform' }

/** Whom the regulation lets carry an action out; for a part of an `agree` action the body itself. */
export function rightfulActor(
  edition: Edition,
  actionId: string,
  party: CaseState['party'],
  part = '',
): Actor {
  const action = edition.actions[actionId]
  if (action === undefined) throw new RangeError(`${edition.ref} has no action ${actionId}`)
  const role = edition.actors[action.by]
  if (role === undefined) throw new RangeError(`${edition.ref} has no actor ${action.by}`)
  if (VERBS[action.does].carriedOutBy === 'worker' || role.kind === 'system') return PLATFORM
  if (role.kind === 'applicant') return { kind: 'applicant', party }
  return { kind: 'official', id: action.by, roles: [role.role], unit: part }
}

/** Who opens a case: an official who takes the papers in, else the applicant. */
export function rightfulOpener(
  edition: Edition,
  channel: string,
  party: CaseState['party'],
): Actor {
  const start = edition.channels[channel]?.start ?? ''
  const actor = rightfulActor(edition, start, party)
  return actor.kind === 'official' ? actor : { kind: 'applicant', party }
}
