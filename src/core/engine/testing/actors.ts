import type { Iin } from '#core/kernel'
import { type ActionData, type Edition, VERBS } from '#core/regulation'
import { numberIn } from '../policies.ts'
import type { Actor, CaseState, Representative } from '../state.ts'

/** The platform itself. */
export const PLATFORM: Actor = { kind: 'system', system: 'platform' }

/** What more is known of who acts: the case, and of an `agree` action the body. */
interface Known {
  readonly state?: CaseState
  readonly part?: string
}

const isByPlatform = ({ does }: ActionData): boolean =>
  ['worker', 'payment'].includes(VERBS[does].carriedOutBy)

/** Whom the regulation lets carry an action out; for a part of an `agree` action the body itself. */
export function rightfulActor(
  edition: Edition,
  actionId: string,
  party: CaseState['party'],
  { state, part }: Known = {},
): Actor {
  const { action, role } = named(edition, actionId)
  if (isByPlatform(action) || role.kind === 'system') return PLATFORM
  const told = (expression?: string) => expression && state && numberIn(edition, expression, state)
  if (role.kind === 'applicant') return applicantOf(party, told(role.number), state?.representative)
  return officialOf(action.by, role, part ?? told('of' in role ? role.of : undefined))
}

function named(edition: Edition, actionId: string) {
  const action = edition.actions[actionId]
  const role = edition.actors[action?.by ?? '']
  if (action === undefined || role === undefined)
    throw new RangeError(`${edition.ref} has no action ${actionId} or no actor of it`)
  return { action, role }
}

/** Who serves the whole country, where the case does not say which unit acts. */
const officialOf = (id: string, { role }: { role: string }, unit = '*'): Actor => ({
  kind: 'official',
  id,
  roles: [role],
  unit,
})

/** The other applicant where the regulation tells one's number, else the party or the one who represents it. */
function applicantOf(
  party: CaseState['party'],
  other: string | undefined,
  representative?: Representative,
): Actor {
  if (other !== undefined)
    return { kind: 'applicant', party: { kind: 'person', iin: other as Iin } }
  const by = representative === undefined ? {} : { by: { iin: representative.iin } }
  return { kind: 'applicant', party, ...by }
}

/** Who opens a case: an official who takes the papers in, else the applicant or the one who represents them. */
export function rightfulOpener(
  edition: Edition,
  channel: string,
  party: CaseState['party'],
  representative?: Representative,
): Actor {
  const start = edition.channels[channel]?.start ?? ''
  const role = edition.actors[edition.actions[start]?.by ?? '']
  return role?.kind === 'official'
    ? rightfulActor(edition, start, party)
    : applicantOf(party, undefined, representative)
}
