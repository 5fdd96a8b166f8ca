import { type ActionData, type ActorData, type Edition, VERBS } from '#core/regulation'
import { type CodedError, partyNumber } from '#core/kernel'
import { contextOf } from './context.ts'
import { caseErrors } from './errors.ts'
import type { Actor, CaseState, Representative } from './state.ts'

/** Who may act for an actor of the regulation, in this case. Deny by default. */
export function mayActAs(
  edition: Edition,
  role: ActorData | undefined,
  actor: Actor,
  state: CaseState,
): boolean {
  if (role === undefined) return false
  switch (role.kind) {
    case 'applicant':
      return role.number === undefined
        ? isParty(actor, state)
        : isPerson(actor, numberIn(edition, role.number, state))
    case 'system':
      return actor.kind === 'system'
    case 'official':
    case 'commission':
      return isOfficial(role.role, actor) && servesIn(edition, role.of, actor, state)
    case 'bodies':
      return isOfficial(role.role, actor)
    default:
      return role satisfies never
  }
}

type Official = Extract<Actor, { kind: 'official' }>

const isOfficial = (role: string, actor: Actor): actor is Official =>
  actor.kind === 'official' && actor.roles.includes(role)

/** Where the regulation names the unit, only its officials act, and those who serve the whole country. */
const servesIn = (
  edition: Edition,
  of: string | undefined,
  { unit }: Official,
  state: CaseState,
): boolean => of === undefined || unit === '*' || unit === numberIn(edition, of, state)

/** Another applicant acts in person, and is told by the IIN that the case holds. */
const isPerson = (actor: Actor, iin: string | undefined): boolean =>
  actor.kind === 'applicant' &&
  actor.by === undefined &&
  actor.party.kind === 'person' &&
  actor.party.iin === iin

/** What an expression of an actor gives in a case: a number of a person, a code of a unit; undefined when nothing does. */
export function numberIn(
  edition: Edition,
  expression: string,
  state: CaseState,
): string | undefined {
  const value = edition.evaluate(
    expression,
    contextOf(state, state.current?.since ?? state.openedAt),
  )
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Nobody takes in or decides their own case: the official is its party, who represents it, or another of its applicants. */
export function isOwnCase(edition: Edition, { id }: Official, state: CaseState): boolean {
  if (id === partyNumber(state.party) || id === state.representative?.iin) return true
  return Object.values(edition.actors).some(
    (role) =>
      role.kind === 'applicant' &&
      role.number !== undefined &&
      numberIn(edition, role.number, state) === id,
  )
}

/**
 * Who may carry an action out. What a worker does, what a bank tells, and the notification of a refusal that is decided come
 * from the platform itself, whoever the regulation names as its actor.
 */
export function mayCarryOut(
  edition: Edition,
  state: CaseState,
  actionId: string,
  actor: Actor,
): boolean {
  const action = edition.actions[actionId]
  if (action === undefined) return false
  if (isByPlatform(action) || state.current?.refusal !== undefined) return actor.kind === 'system'
  if (actor.kind === 'official' && isOwnCase(edition, actor, state)) return false
  return mayActAs(edition, edition.actors[action.by], actor, state)
}

const isByPlatform = ({ does }: ActionData): boolean =>
  VERBS[does].carriedOutBy === 'worker' || VERBS[does].carriedOutBy === 'payment'

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

/** What has been handed to the applicant, or entered in a register for them, or is just being entered. */
function isDelivered(edition: Edition, { current, done }: CaseState): boolean {
  const isBinding = (id: string | undefined): boolean => {
    const action = edition.actions[id ?? '']
    return action?.does === 'ask' && action.binding === true
  }
  return (
    isBinding(current?.action) ||
    done.some(
      ({ action, outcome }) =>
        (edition.actions[action]?.does === 'issue' && outcome === 'done') ||
        (isBinding(action) && outcome === 'found'),
    )
  )
}

/** Why a request cannot be withdrawn now: what the state has delivered is not taken back, and its duty is due. */
export const faultOfWithdrawal = (edition: Edition, state: CaseState): CodedError | undefined => {
  if (state.status !== 'open') return caseErrors.NOT_OPEN()
  return isDelivered(edition, state) ? caseErrors.DELIVERED() : undefined
}

/** The party itself, or the one who represents it in this case. */
export const isParty = (actor: Actor, state: CaseState): boolean =>
  actor.kind === 'applicant' &&
  actor.party.kind === state.party.kind &&
  partyNumber(actor.party) === partyNumber(state.party) &&
  (actor.by === undefined || actor.by.iin === state.representative?.iin)

/** Others order only by a right that the regulation provides for, and a power of attorney gives a power that it names. */
export function mayRepresent(
  edition: Edition,
  representative: Pick<Representative, 'basis' | 'mandate'>,
): boolean {
  const { parent, attorney } = edition.representation
  if (representative.basis === 'parent') return parent !== undefined
  const codes = representative.mandate['codes']
  return Array.isArray(codes) && codes.some((code) => attorney?.powers.includes(String(code)))
}

/** A case is opened by the applicant on the portal, or by an official who takes the papers in. */
export const mayOpen = (edition: Edition, channel: string, actor: Actor): boolean => {
  if (!Object.hasOwn(edition.channels, channel)) return false
  const start = edition.actions[edition.channels[channel]?.start ?? '']
  const role = edition.actors[start?.by ?? '']
  if (role?.kind === 'official') return isOfficial(role.role, actor)
  return actor.kind === 'applicant'
}
