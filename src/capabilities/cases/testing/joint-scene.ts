import { randomUUID } from 'node:crypto'
import { testIin } from '#capabilities/authority/testing'
import { testDocuments } from '#capabilities/documents/testing'
import type { Actor, CaseState } from '#core/engine'
import { type Instant, instant } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { Holder } from '#platform/crypto/testing'
import type { Job } from '#platform/jobs'
import type { Cases } from '../create-cases.ts'
import type { Decision } from '../decision-model.ts'
import type { Official } from '../official-policies.ts'
import { type CaseScene, createCaseScene, runJob, value } from './case-scene.ts'
import { jointEdition, jointLaw } from './joint-edition.ts'

const SPOUSE = testIin('86020240012')
const OFFICIAL = testIin('79030330012')

function baseEdition({ law }: CaseScene): Edition {
  const edition = law.regulations.edition('justice.realty-absence@2012-04-10')
  if (edition === undefined) throw new Error('no edition')
  return edition
}

/** Two applicants and an official of Astana with their keys, and the cases of the edition in which all of them act. */
async function people() {
  const scene = await createCaseScene()
  const paper = await testDocuments(scene.database.pool('app'))
  const given: { spouse: typeof SPOUSE; wished: string | null } = { spouse: SPOUSE, wished: null }
  const regulations = jointLaw(scene.law, jointEdition(baseEdition(scene), given))
  const { country } = scene.signing
  const spouse = { kind: 'applicant', party: { kind: 'person', iin: SPOUSE } } as const
  const official: Official = {
    kind: 'official',
    id: OFFICIAL,
    roles: ['justice.registrar'],
    unit: '710000000',
  }
  const keyOf = (surname: string, iin: typeof SPOUSE) =>
    country.certify('person-sign', { commonName: `${surname} АСЕЛЬ`, surname, iin })
  const keys = {
    spouse: await keyOf('ӘУЕЗОВА', SPOUSE),
    official: await keyOf('СЕРІКОВА', OFFICIAL),
  }
  const cases = scene.wired({ regulations, documents: paper.documents })
  return { scene, cases, regulations, paper, given, spouse, official, keys }
}

type People = Awaited<ReturnType<typeof people>>

/** The job by which payments tell a case that its duty was paid. */
async function settled({ scene }: People, caseId: string): Promise<Job> {
  const [id, order] = [randomUUID(), randomUUID()]
  const payload = {
    caseId,
    action: 'pay',
    visit: 1,
    order,
    offer: `${caseId}/pay/1`,
    amount: 294_000,
    paidAt: scene.now,
    receipt: '20261125000001',
  }
  await scene.database.pool('app').query(
    `insert into jobs.job (id, region, kind, key, payload, run_at, lease, lease_until)
     values ($1, 'main', 'payments.settled', $2, $3, '-infinity', $1, clock_timestamp() + interval '1 hour')`,
    [id, order, JSON.stringify(payload)],
  )
  return { id, kind: 'payments.settled', key: order, payload, attempts: 1 }
}

async function signAs({ scene, cases }: People, state: CaseState, actor: Actor, key: Holder) {
  const { bytes, sha256 } = value(await cases.document(state.id, actor))
  const cms = scene.signing.sign(key, bytes)
  return cases.sign({ caseId: state.id, actor, cms, sha256 })
}

type Decided = Pick<Decision, 'outcome' | 'ground' | 'remark' | 'fields'>

async function decide(
  { scene, official }: People,
  { number, current }: CaseState,
  { by, key, ...what }: Decided & { readonly by: Cases; readonly key: Holder },
) {
  const decision = { action: current?.action ?? '', visit: current?.visit ?? 0, ...what }
  const document = await by.decision({ number, official, decision })
  if (!document.ok) return document
  const { bytes, sha256 } = document.value
  const cms = scene.signing.sign(key, bytes)
  return by.decide({ number, official, decision, cms, sha256 })
}

/** The steps that bring a case to where a test begins. */
function stepsOf(all: People) {
  const { scene, cases, spouse, keys } = all
  const stands = async (caseId: string) => value(await cases.view(caseId, scene.applicant)).state
  const steps = {
    stands,
    /** Signed by the applicant and registered: the other one is asked to sign. */
    async toConsent(): Promise<CaseState> {
      const state = await scene.filled()
      value(await signAs(all, state, scene.applicant, scene.signing.citizen))
      await scene.work('case.verify-signature', cases)
      return stands(state.id)
    },
    /** Both have signed: the duty is offered. */
    async toPay(): Promise<CaseState> {
      const state = await steps.toConsent()
      value(await signAs(all, state, spouse, keys.spouse))
      await scene.work('case.verify-signature', cases)
      return stands(state.id)
    },
    async toAppoint(): Promise<CaseState> {
      const { id } = await steps.toPay()
      await runJob(cases, await settled(all, id), true)
      return stands(id)
    },
    /** An hour is appointed: the official is to approve. */
    async toApprove(): Promise<CaseState> {
      const { id } = await steps.toAppoint()
      await scene.work('case.appoint', cases)
      return stands(id)
    },
    async certificate(): Promise<CaseState> {
      const state = await steps.toApprove()
      value(await decide(all, state, { outcome: 'done', by: cases, key: keys.official }))
      await scene.work('case.issue-document', cases)
      return stands(state.id)
    },
  }
  return steps
}

/** Between tests: no work of an earlier one, a new clock, and no draft in the way. */
async function fresh({ scene, cases, paper, given }: People): Promise<void> {
  const pool = scene.database.pool('app')
  Object.assign(paper, { stamps: true })
  given.wished = null
  for (const list of [scene.asked, scene.told, scene.offered, scene.duties]) list.length = 0
  await pool.query('delete from jobs.job')
  await pool.query('update appointments.booking set released_at = now()')
  const filter = { status: 'draft', limit: 50, offset: 0 } as const
  for (const { state } of (await cases.list(scene.applicant.party, filter)).cases)
    await cases.withdraw({ caseId: state.id, actor: scene.applicant })
}

/** Two applicants and an official of Astana, and cases in which all of them act. */
export async function createJointScene() {
  const all = await people()
  const { scene, paper, cases, keys } = all
  const setClock = (at: Instant) => {
    scene.now = at
    paper.now = at
  }
  return {
    ...scene,
    ...all,
    ...stepsOf(all),
    setClock,
    clock: () => scene.now,
    settled: ({ id }: CaseState) => settled(all, id),
    signAs: (state: CaseState, actor: Actor, key: Holder) => signAs(all, state, actor, key),
    /** The official decides and signs, with their own key unless told otherwise. */
    decide: (state: CaseState, what: Decided, { key = keys.official, by = cases } = {}) =>
      decide(all, state, { ...what, key, by }),
    async fresh(): Promise<void> {
      setClock(instant(new Date()))
      await fresh(all)
    },
    async close(): Promise<void> {
      await paper.close()
      await scene.close()
    },
  }
}

export type JointScene = Awaited<ReturnType<typeof createJointScene>>
