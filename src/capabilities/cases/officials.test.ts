import type { Decision } from './decision-model.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '#core/kernel'
import type { Official } from './index.ts'
import { createJointScene, type JointScene, value } from './testing/index.ts'

let scene: JointScene
beforeAll(async () => {
  scene = await createJointScene()
})
beforeEach(() => scene.fresh())
afterAll(() => scene.close())

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code)
const everything = { limit: 50, offset: 0 }
const elsewhere = (): Official => ({ ...scene.official, unit: '750000000' })
const clerk = (): Official => ({ ...scene.official, roles: ['akimat.chancery'] })

describe('the worklist', () => {
  it('has what waits for the role and the unit of the official, and for nobody else', async () => {
    const { number } = await scene.toApprove()
    const numbers = async (official: Official, q: string) =>
      (await scene.cases.worklist(official, { ...everything, q })).items.map(
        ({ state }) => state.number,
      )
    expect(await numbers(scene.official, number)).toEqual([number])
    expect(await numbers({ ...scene.official, unit: '*' }, number)).toEqual([number])
    expect(await numbers(elsewhere(), number)).toEqual([])
    expect(await numbers(clerk(), number)).toEqual([])
  })

  it('begins with the most urgent, counts by service, and is searched by number, party and word', async () => {
    const state = await scene.toApprove()
    await scene.toApprove()
    const list = await scene.cases.worklist(scene.official, everything)
    const dues = list.items.map(({ state: { current } }) => current?.due ?? '')
    expect(dues).toEqual(dues.toSorted())
    expect(list.services).toEqual([{ service: 'justice.realty-absence', count: list.total }])
    const name = list.items[0]?.nameOfApplicant.ru ?? ''
    for (const q of [state.number, scene.signing.subject.iin, name.slice(0, 4).toLowerCase()])
      expect(
        (await scene.cases.worklist(scene.official, { ...everything, q })).total,
      ).toBeGreaterThan(0)
    // Names of the data's members are no words of the case.
    for (const q of ['nobody is called so', 'fullName', 'birthDate'])
      expect(await scene.cases.worklist(scene.official, { ...everything, q })).toMatchObject({
        total: 0,
        items: [],
      })
    const handing = { ...everything, verb: 'hand-over' } as const
    expect((await scene.cases.worklist(scene.official, handing)).total).toBe(0)
  })
})

describe('an official', () => {
  it('sees a case of their unit with signatures and history; others learn nothing of it', async () => {
    const { number } = await scene.toApprove()
    const view = value(await scene.cases.viewForOfficial(number, scene.official))
    expect(view).toMatchObject({
      may: true,
      signatures: [
        { action: 'sign', verdict: 'valid', signer: { iin: scene.signing.subject.iin } },
        { action: 'spouseSign', verdict: 'valid', signer: { name: 'ӘУЕЗОВА АСЕЛЬ' } },
      ],
    })
    expect(view.history.length).toBe(view.state.version)
    for (const other of [elsewhere(), clerk()])
      expect(code(await scene.cases.viewForOfficial(number, other))).toBe('REQUEST_NOT_FOUND')
    const draft = await scene.filled()
    const seen = await scene.cases.viewForOfficial(draft.number, scene.official)
    expect(code(seen)).toBe('REQUEST_NOT_FOUND')
  })

  it('decides with the signature of their own key; what was signed and why it was good is kept', async () => {
    const state = await scene.toApprove()
    expect(value(await scene.decide(state, { outcome: 'done' })).current?.action).toBe('issue')
    const { signatures } = value(await scene.cases.viewForOfficial(state.number, scene.official))
    expect(signatures.find(({ action }) => action === 'approve')).toMatchObject({
      verdict: 'valid',
      evidence: { certificate: expect.any(String) as string },
      signer: { iin: scene.official.id },
    })
    const deeds = await scene.cases.doneBy(scene.official, state.openedAt)
    expect(deeds.items[0]).toMatchObject({
      action: 'approve',
      outcome: 'done',
      state: { id: state.id },
    })
    expect((await scene.cases.audit(state.number))?.audit).toMatchObject({ replays: true })
  })

  it('cannot decide without a signature, with a foreign key, or under another text', async () => {
    const state = await scene.toApprove()
    const { number } = state
    const decision = { action: 'approve', visit: 1, outcome: 'done' }
    const { official } = scene
    expect(code(await scene.cases.decide({ number, official, decision }))).toBe('CASE_NOT_SIGNED')
    const foreign = await scene.decide(state, { outcome: 'done' }, { key: scene.keys.spouse })
    expect(code(foreign)).toBe('SIGNATURE_WRONG_PERSON')
    const { bytes, sha256 } = value(await scene.cases.decision({ number, official, decision }))
    const cms = scene.signing.sign(scene.keys.official, bytes)
    const returned = { ...decision, outcome: 'returned', remark: 'нет подписи' }
    const swapped = await scene.cases.decide({ number, official, decision: returned, cms, sha256 })
    expect(code(swapped)).toBe('REQUEST_CONTENT_CHANGED')
    expect(await scene.stands(state.id)).toEqual(state)
  })

  it.each<[string, Pick<Decision, 'outcome' | 'fields'>]>([
    ['DECISION_REMARK_NEEDED', { outcome: 'returned' }],
    ['DECISION_NO_OUTCOME', { outcome: 'approved' }],
    ['DECISION_UNKNOWN_FIELD', { outcome: 'done', fields: { present: '5' } }],
  ])('is refused with %s what no form of the desk would send', async (refused, what) => {
    const state = await scene.toApprove()
    expect(code(await scene.decide(state, what))).toBe(refused)
    expect(await scene.stands(state.id)).toEqual(state)
  })

  it('whose key cannot be checked now loses nothing and may try again', async () => {
    const state = await scene.toApprove()
    const down = scene.wired({
      regulations: scene.regulations,
      documents: scene.paper.documents,
      signatures: scene.signing.signatures({ ocsp: () => Promise.resolve(undefined) }),
    })
    const tried = await scene.decide(state, { outcome: 'done' }, { by: down })
    expect(tried).toMatchObject({ ok: false, error: { code: 'SIGNATURE_UNKNOWN_STATUS' } })
    expect(await scene.stands(state.id)).toEqual(state)
    expect(code(await scene.decide(state, { outcome: 'done' }))).toBe('ok')
  })

  it('who decides twice, or at once with a colleague, has decided once', async () => {
    const state = await scene.toApprove()
    const both = await Promise.all([
      scene.decide(state, { outcome: 'done' }),
      scene.decide(state, { outcome: 'returned', remark: 'нет подписи' }),
    ])
    expect(both.map(code).toSorted()).toEqual(['CASE_STALE', 'ok'])
  })

  it('refuses with a ground of the regulation; the notification is issued before the case ends', async () => {
    const { id } = await scene.toApprove()
    const remarked = { outcome: 'returned', remark: 'нет сведений' }
    value(await scene.decide(await scene.stands(id), remarked))
    const wrong = await scene.decide(await scene.stands(id), { outcome: '', ground: 'signature' })
    expect(code(wrong)).toBe('DECISION_NO_GROUND')
    const remark = 'Нет сведений об объекте'
    value(await scene.decide(await scene.stands(id), { outcome: '', ground: 'noData', remark }))
    const decided = await scene.stands(id)
    expect(decided).toMatchObject({ status: 'open', current: { refusal: { ground: 'noData' } } })
    expect(
      await scene.cases.worklist(scene.official, { ...everything, q: decided.number }),
    ).toMatchObject({ total: 0 })
    expect(await scene.work('case.issue-document', scene.cases)).toEqual(['done'])
    const view = value(await scene.cases.view(id, scene.applicant))
    expect(view.state).toMatchObject({ status: 'refused', ground: { remark: { ru: remark } } })
    expect(view.documents).toHaveLength(1)
    expect(scene.duties).toEqual([{ offer: `${id}/pay/1`, what: 'refused' }])
    expect((await scene.cases.audit(decided.number))?.audit).toMatchObject({ replays: true })
  })
})
