import { setTimeout as pause } from 'node:timers/promises'
import type { CaseView } from '#capabilities/cases'
import type { Actor } from '#core/engine'
import { ok, type Party, type Result } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { openForAnother } from '../../src/apps/portal/open-request.ts'
import {
  asPerson,
  clock,
  decide,
  type Drive,
  fillIn,
  firmOf,
  pay,
  sign,
  type Signer,
} from './acts.ts'
import { decisionsIn, type Order, OFFICIALS } from './orders.ts'
import type { Ended } from './outcome.ts'

/** What became of one request, and what its applicant was told meanwhile. */
export interface Driven extends Omit<Ended, 'documents'> {
  readonly caseId: string
  /** Systems that the page named as not answering, and codes of refusals that the applicant met. */
  readonly told: ReadonlySet<string>
}

const PASSING = ['REQUEST_BUSY', 'CASE_STALE']

const roleAt = ({ state, edition }: Pick<CaseView, 'state' | 'edition'>) =>
  edition.actors[edition.actions[state.current?.action ?? '']?.by ?? '']

/** The applicant, or the other one who is asked. */
function signerAt({ order }: Drive, view: CaseView, applicant: Actor): Signer {
  const role = roleAt(view)
  const { partner } = order
  return role?.kind === 'applicant' && role.number !== undefined && partner !== undefined
    ? { actor: asPerson(partner), number: partner }
    : { actor: applicant, number: firmOf(order) ?? order.iin }
}

/** The official whose turn it is, where the order says what they decide. */
function deciderAt({ order }: Drive, view: CaseView) {
  const role = roleAt(view)
  const official = role?.kind === 'official' ? OFFICIALS[role.role] : undefined
  const outcome = decisionsIn(order)[view.state.current?.action ?? '']
  return official !== undefined && outcome !== undefined ? { official, outcome } : undefined
}

type Deed = (drive: Drive, view: CaseView, signer: Signer) => Promise<Result<unknown>>

/** What applicants do, by the verb of the action. */
const DEEDS: Readonly<Record<string, Deed>> = { fill: fillIn, sign, pay }

/** What people do next; undefined when others are at work. */
async function act(
  drive: Drive,
  view: CaseView,
  applicant: Actor,
): Promise<Result<unknown> | undefined> {
  const decider = deciderAt(drive, view)
  if (decider !== undefined) return decide(drive, view, decider)
  const verb = view.edition.actions[view.state.current?.action ?? '']?.does ?? ''
  return DEEDS[verb]?.(drive, view, signerAt(drive, view, applicant))
}

/** The code that the applicant meets. A form that is refused is a mistake of the run itself. */
function refusalOf(service: string, done: Result<unknown> | undefined): string | undefined {
  if (done === undefined || done.ok) return undefined
  const { code, field } = done.error
  if (field !== undefined) throw new Error(`${service}: ${code} at ${field}`)
  return PASSING.includes(code) ? undefined : code
}

/** `at <action>` where an official is waited for whose part no order plays. */
function statusOf(order: Order, { state, edition }: CaseView): string {
  const { action = '' } = state.current ?? {}
  const left = roleAt({ state, edition })?.kind === 'official' && !(action in decisionsIn(order))
  return state.status === 'open' && left ? `at ${action}` : state.status
}

const open = async ({ platform: { backend }, order }: Drive) => {
  const { service, iin, onBehalf } = order
  const wanted = { service, channel: 'portal', language: 'kk' } as const
  if (onBehalf !== undefined)
    return openForAnother({ ...backend, clock }, { iin, key: onBehalf }, wanted)
  const actor = asPerson(iin)
  const party: Party = { kind: 'person', iin }
  const opened = await backend.cases.open({ ...wanted, party, actor })
  return opened.ok ? ok({ state: opened.value, actor }) : opened
}

/** Between two deeds of a person, and before they look again. */
const [NEXT_MS, AGAIN_MS] = [1000, 3000]
const DOWN = 'REPRESENTATION_REGISTER_DOWN'

/** Orders, again and again while the register that confirms a right does not answer. */
async function opening(drive: Drive, told: Set<string>) {
  for (;;) {
    const opened = await open(drive)
    if (opened.ok) return opened.value
    if (opened.error.code !== DOWN || performance.now() > drive.patience())
      throw new Error(`${drive.order.service}: ${opened.error.code}`)
    told.add(DOWN)
    await pause(AGAIN_MS)
  }
}

const issuedBy = ({ actions }: Edition): readonly string[] =>
  Object.values(actions).flatMap((one) => (one.does === 'issue' ? [one.document] : []))

/** Orders a service and does what people have to do, until the case ends or the patience does. */
export async function driveCase(drive: Drive): Promise<Driven> {
  const { cases } = drive.platform.backend
  const told = new Set<string>()
  const { state, actor } = await opening(drive, told)
  for (;;) {
    const view = await cases.view(state.id, actor)
    if (!view.ok) throw new Error(view.error.code)
    const { waitingFor, edition } = view.value
    if (waitingFor !== undefined) told.add(waitingFor.system)
    const status = statusOf(drive.order, view.value)
    if (status !== 'open' || performance.now() > drive.patience())
      return { caseId: state.id, status, results: issuedBy(edition), told }
    const done = await act(drive, view.value, actor)
    const refusal = refusalOf(drive.order.service, done)
    if (refusal !== undefined) told.add(refusal)
    await pause(done?.ok === true ? NEXT_MS : AGAIN_MS)
  }
}
