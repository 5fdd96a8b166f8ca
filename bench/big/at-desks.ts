import { type Example, parseExample } from '#capabilities/regulations'
import type { CaseState } from '#core/engine'
import { rightfulActor } from '#core/engine/testing'
import { dayOf, type Iin, type JsonObject, ok } from '#core/kernel'
import { type Edition, VERBS } from '#core/regulation'
import { submitForm } from '../../src/capabilities/cases/fill-request.ts'
import { openCase } from '../../src/capabilities/cases/open-case.ts'
import { runCommand } from '../../src/capabilities/cases/run-command.ts'
import { inLanes } from '../measure.ts'
import { type Deps, value } from '../one-case.ts'

/** A service that an official begins with as soon as the request is filed. */
const SERVICE = 'land.purpose-change'
const LANES = 8

function lawAndExample({ regulations, clock }: Deps): { edition: Edition; example: Example } {
  const edition = regulations.inForce(SERVICE, dayOf(clock()))
  const examples = regulations.examples(edition?.ref ?? '').map(({ text }) => parseExample(text))
  const example = examples.find(
    ({ given, expect }) =>
      given.channel === 'portal' && given.party.kind === 'person' && expect.status === 'finished',
  )
  if (edition === undefined || example === undefined) throw new Error(`no example of ${SERVICE}`)
  return { edition, example }
}

type Law = ReturnType<typeof lawAndExample>

/** The next step of a case that no official has a part in. */
async function goOn(deps: Deps, { edition, example }: Law, state: CaseState): Promise<CaseState> {
  const { action, visit } = state.current ?? { action: '', visit: 0 }
  const does = edition.actions[action]?.does
  if (does === undefined) throw new Error(`${SERVICE} ended before an official acted`)
  const { form, answers } = example.given
  const actor = rightfulActor(edition, action, state.party, { state })
  const caseId = state.id
  if (does === 'fill') return value(await submitForm(deps, { caseId, actor, fields: form }))
  const { outcome = VERBS[does].outcomes[0] ?? '', store = {} } = answers[action] ?? {}
  const said = { do: 'complete', action, visit, outcome, store: store as JsonObject } as const
  return value(await runCommand(deps, { caseId, actor, decide: () => ok(said) }))
}

const waitsForOfficial = ({ edition }: Law, { current }: CaseState): boolean =>
  edition.actors[edition.actions[current?.action ?? '']?.by ?? '']?.kind === 'official'

/** Somebody's request as far as it goes before an official has to act. */
async function openOne(deps: Deps, law: Law, iin: Iin): Promise<void> {
  const party = { kind: 'person', iin } as const
  const actor = { kind: 'applicant', party } as const
  const opening = { service: SERVICE, channel: 'portal', party, language: 'kk', actor } as const
  let state = value(await openCase(deps, opening))
  while (!waitsForOfficial(law, state)) state = await goOn(deps, law, state)
}

/** Requests that wait for an official, at least so many: a work list has something to show. */
export async function fillDesks(deps: Deps, iins: readonly Iin[], count: number): Promise<void> {
  const { rows } = await deps.pool.query<{ there: number }>(
    'select count(*)::int as there from cases.case_state where awaits_role is not null',
  )
  const missing = Math.max(0, count - (rows[0]?.there ?? 0))
  const law = lawAndExample(deps)
  await inLanes(iins.slice(-missing || iins.length), LANES, (iin) => openOne(deps, law, iin))
}
