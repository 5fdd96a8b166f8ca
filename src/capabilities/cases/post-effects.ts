import type { CaseState, Effect } from '#core/engine'
import type { Instant } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { SqlCall } from '#platform/db'
import { enqueueCall, type NewJob } from '#platform/jobs'
import type { CasesDeps } from './deps.ts'
import { askParticipant } from './participants.ts'
import { nameOfApplicant } from './request-document.ts'

/** The jobs that carry a case's effects out. Their handlers are in `workers/`. */
export const JOB = {
  verify: 'case.verify-signature',
  issue: 'case.issue-document',
  appoint: 'case.appoint',
  deadline: 'case.deadline',
  term: 'case.term',
} as const

type EffectOf<K extends Effect['effect']> = Extract<Effect, { effect: K }>

type Jobs = {
  readonly [K in Effect['effect']]?: (caseId: string, effect: EffectOf<K>) => NewJob
}

const JOBS: Jobs = {
  'verify-signature': (caseId, { key, action, visit, of = null }) => ({
    kind: JOB.verify,
    key,
    payload: { caseId, action, visit, of },
  }),
  issue: (caseId, { key, action, visit, document, replaces = null }) => ({
    kind: JOB.issue,
    key,
    payload: { caseId, action, visit, document, replaces },
  }),
  appoint: (caseId, { key, action, visit, calendar, office, wished }) => ({
    kind: JOB.appoint,
    key,
    payload: { caseId, action, visit, calendar, office, wished },
  }),
  deadline: (caseId, { key, action, visit, at }) => ({
    kind: JOB.deadline,
    key,
    payload: { caseId, action, visit },
    runAt: at,
  }),
  term: (caseId, { key, at }) => ({ kind: JOB.term, key, payload: { caseId }, runAt: at }),
}

function jobOf<K extends Effect['effect']>(
  caseId: string,
  effect: EffectOf<K>,
): NewJob | undefined {
  const job: Jobs[K] = JOBS[effect.effect]
  return job?.(caseId, effect)
}

/** A step that is about to be kept. */
export interface Effects {
  readonly state: CaseState
  readonly edition: Edition
  readonly effects: readonly Effect[]
  readonly at: Instant
}

type Leaving = {
  readonly [K in Effect['effect']]?: (
    deps: CasesDeps,
    step: Effects,
    effect: EffectOf<K>,
  ) => readonly SqlCall[]
}

const plain = ({ kk, ru }: { readonly kk: string; readonly ru: string }) => ({ kk, ru })

/** Whoever ordered for the party is who pays. */
function payingPeople(edition: Edition, state: CaseState) {
  const { representative: by } = state
  const party = plain(nameOfApplicant(edition, state))
  return by === undefined ? { party } : { party, by: { iin: by.iin, name: plain(by.name) } }
}

const LEAVING: Leaving = {
  ask: (deps, { state }, effect) => {
    const { key, action, visit } = effect
    return [deps.post({ key, caseId: state.id, action, visit, ask: effect })]
  },
  notify: (deps, { state, edition, at }, { key, about, to }) => [
    ...(about === 'consent-asked' && to !== undefined ? [askParticipant(state.id, to, at)] : []),
    deps.notify({ key, about, state, edition, ...(to === undefined ? {} : { to }) }),
    // Who ordered for another is told too: a child has no account of its own.
    ...(to === undefined && state.representative !== undefined
      ? [
          deps.notify({
            key: `${key}/representative`,
            about,
            state,
            edition,
            to: state.representative.iin,
          }),
        ]
      : []),
  ],
  offer: (deps, { state, edition, at }, { effect: _effect, ...offer }) => [
    deps.duties.offer({
      ...offer,
      caseId: state.id,
      number: state.number,
      service: edition.about.name,
      party: state.party,
      people: payingPeople(edition, state),
      at,
    }),
  ],
  'close-offer': (deps, { at }, { offer }) => [deps.duties.closeOffer(offer, at)],
  refund: (deps, { at }, { offer, reason }) => [deps.duties.refund(offer, reason, at)],
}

function leaves<K extends Effect['effect']>(
  deps: CasesDeps,
  step: Effects,
  effect: EffectOf<K>,
): readonly SqlCall[] {
  const leaving: Leaving[K] = LEAVING[effect.effect]
  return leaving?.(deps, step, effect) ?? []
}

/** An hour at an office that is held for a case which ended without a result is somebody else's again. */
export const givesBackHours = (edition: Edition, { status }: CaseState): boolean =>
  status !== 'open' &&
  status !== 'finished' &&
  Object.values(edition.actions).some(({ does }) => does === 'appoint')

/** Hands a step's effects to those who carry them out, as parts of the step's own statement. */
export function postEffects(deps: CasesDeps, step: Effects): SqlCall[] {
  const { state, edition, effects } = step
  const jobs = effects.flatMap((effect) => jobOf(state.id, effect) ?? [])
  const others = effects.flatMap((effect) => leaves(deps, step, effect))
  const released = givesBackHours(edition, state) ? [deps.appointments.release(state.id)] : []
  return [...(jobs.length === 0 ? [] : [enqueueCall(jobs)]), ...others, ...released]
}
