import { randomUUID } from 'node:crypto'
import { contracts } from '#core/contracts'
import type { Actor, CaseState, Command } from '#core/engine'
import { countryLaw, rightfulActor } from '#core/engine/testing'
import { type Iin, instant, type JsonObject, ok, type Result } from '#core/kernel'
import { type Edition, VERBS } from '#core/regulation'
import type { Database } from '#platform/db'
import { submitForm } from '../src/capabilities/cases/fill-request.ts'
import { openCase } from '../src/capabilities/cases/open-case.ts'
import { runCommand } from '../src/capabilities/cases/run-command.ts'
import { noticeOf } from '../src/main/notices.ts'
import { delayedOf } from '../src/main/waiting.ts'
import { ANSWERS, SERVICE } from './citizens.ts'

/** What the commands on cases need. */
export type Deps = Parameters<typeof openCase>[0]

/** Cases on this database, with nobody who carries their effects out. */
export async function casesDeps(database: Database): Promise<Deps> {
  const pool = database.pool('app')
  const clock = () => instant(new Date())
  const { regulations, calendar, mrp } = await countryLaw()
  return {
    pool,
    regulations,
    calendar,
    mrp,
    clock,
    newId: randomUUID,
    ...noticeOf(clock),
    // The service measured here has neither appointments nor corrections.
    appointments: {
      hour: () => Promise.resolve('free'),
      book: () => Promise.resolve(undefined),
      release: (caseId) => ({ name: 'appointments.release', values: [caseId, clock()] }),
    },
    documents: { find: () => Promise.resolve(undefined) },
    waiting: () => Promise.resolve(undefined),
    delayed: delayedOf,
  }
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** What the world says to the action that the case waits at; a form is sent as an applicant sends it. */
export function answerTo(edition: Edition, { current }: CaseState): Command {
  const { action, visit } = current ?? { action: '', visit: 0 }
  const does = edition.actions[action]?.does
  const known: Partial<Record<string, { outcome: string; store: unknown }>> = {
    identify: { outcome: 'ok', store: contracts['persons.identify'].sample.found },
    ask: { outcome: 'absent', store: contracts['realty.rights-of-person'].sample.absent },
  }
  const { outcome = VERBS[does ?? 'issue'].outcomes[0] ?? '', store = {} } = known[does ?? ''] ?? {}
  return { do: 'complete', action, visit, outcome, store: store as JsonObject }
}

/** One case from its opening to its certificate (not rendered); gives the number of steps. */
export async function oneCase(deps: Deps, iin: Iin): Promise<number> {
  const party = { kind: 'person', iin } as const
  const applicant: Actor = { kind: 'applicant', party }
  const opening = { service: SERVICE, channel: 'portal', party, language: 'kk', actor: applicant }
  let state = value(await openCase(deps, { ...opening, language: 'kk' }))
  const edition = deps.regulations.edition(state.edition)
  if (edition === undefined) throw new Error(`no edition ${state.edition}`)
  let steps = 1
  for (; state.status === 'open'; steps += 1) {
    const action = state.current?.action ?? ''
    const actor = rightfulActor(edition, action, party)
    const caseId = state.id
    state = value(
      edition.actions[action]?.does === 'fill'
        ? await submitForm(deps, { caseId, actor, fields: ANSWERS })
        : await runCommand(deps, { caseId, actor, decide: (now) => ok(answerTo(edition, now)) }),
    )
  }
  return steps
}
