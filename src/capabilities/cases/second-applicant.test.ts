import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addSeconds, type Result } from '#core/kernel'
import { createJointScene, type JointScene, runJob, value } from './testing/index.ts'

let scene: JointScene
beforeAll(async () => {
  scene = await createJointScene()
})
beforeEach(() => scene.fresh())
afterAll(() => scene.close())

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code)
const listed = async (of: JointScene['spouse']) =>
  (await scene.cases.list(of.party, { limit: 50, offset: 0 })).cases

describe('a second applicant', () => {
  it('sees nothing of the case before they are asked, not even that it is there', async () => {
    const { number, id: caseId } = await scene.filled()
    expect(code(await scene.cases.byNumber(number, scene.spouse))).toBe('REQUEST_NOT_FOUND')
    const signed = await scene.cases.sign({
      caseId,
      actor: scene.spouse,
      cms: Buffer.of(1),
      sha256: '',
    })
    expect(code(signed)).toBe('CASE_FORBIDDEN')
  })

  it('is told, finds the case in the list, and reads exactly what the first one signed', async () => {
    const { number, id } = await scene.toConsent()
    expect(scene.told).toContainEqual(
      expect.objectContaining({ about: 'consent-asked', to: scene.spouse.party.iin }),
    )
    const view = value(await scene.cases.byNumber(number, scene.spouse))
    expect(view).toMatchObject({ may: true, participants: [{ number: scene.spouse.party.iin }] })
    expect((await listed(scene.spouse))[0]).toMatchObject({ as: 'participant', state: { id } })
    const shown = value(await scene.cases.document(id, scene.spouse))
    expect(shown).toEqual(value(await scene.cases.document(id, scene.applicant)))
  })

  it('signs for themselves alone; the first one cannot do it for them', async () => {
    const state = await scene.toConsent()
    const byFirst = await scene.signAs(state, scene.applicant, scene.signing.citizen)
    expect(code(byFirst)).toBe('CASE_FORBIDDEN')
    value(await scene.signAs(state, scene.spouse, scene.keys.spouse))
    expect(await scene.work('case.verify-signature', scene.cases)).toEqual(['done'])
    expect((await scene.stands(state.id)).current?.action).toBe('pay')
  })

  it('who signs twice, in two tabs, has signed once', async () => {
    const state = await scene.toConsent()
    const both = await Promise.all(
      [1, 2].map(() => scene.signAs(state, scene.spouse, scene.keys.spouse)),
    )
    expect(both.map(code).toSorted()).toEqual(['CASE_STALE', 'ok'])
    await scene.work('case.verify-signature', scene.cases)
    const { rows } = await scene.database
      .pool('app')
      .query('select action, verdict from cases.signature where case_id = $1 order by action', [
        state.id,
      ])
    expect(rows).toEqual([
      { action: 'sign', verdict: 'valid' },
      { action: 'spouseSign', verdict: 'valid' },
    ])
  })

  it('under whose name somebody else signed ends the case: the key must be their own', async () => {
    const state = await scene.toConsent()
    value(await scene.signAs(state, scene.spouse, scene.signing.citizen))
    await scene.work('case.verify-signature', scene.cases)
    await scene.work('case.issue-document', scene.cases)
    const after = await scene.stands(state.id)
    expect(after).toMatchObject({ status: 'refused', ground: { id: 'signature' } })
    // Whoever has signed keeps seeing what became of it.
    expect(code(await scene.cases.view(state.id, scene.spouse))).toBe('ok')
    expect(after.data['verifySpouse']).toMatchObject({ code: 'SIGNATURE_WRONG_PERSON' })
  })

  it('declines: the case goes on as the regulation says', async () => {
    const { id: caseId } = await scene.toConsent()
    const stranger = scene.cases.decline({ caseId, actor: scene.applicant })
    expect(code(await stranger)).toBe('CASE_FORBIDDEN')
    value(await scene.cases.decline({ caseId, actor: scene.spouse }))
    await scene.work('case.issue-document', scene.cases)
    expect((await scene.stands(caseId)).status).toBe('refused')
    expect(code(await scene.cases.view(caseId, scene.spouse))).toBe('REQUEST_NOT_FOUND')
    const seen = (await listed(scene.spouse)).map(({ state }) => state.id)
    expect(seen).not.toContain(caseId)
    expect(code(await scene.cases.view(caseId, scene.applicant))).toBe('ok')
    const again = await scene.cases.decline({ caseId, actor: scene.spouse })
    expect(code(again)).toBe('CASE_NOT_OPEN')
  })

  it('who does not answer in time lets the request expire, however often the term is looked at', async () => {
    const { id, current } = await scene.toConsent()
    const due = current?.due ?? scene.clock()
    scene.setClock(addSeconds(due, 1))
    const [job] = (await scene.jobs()).filter(({ kind }) => kind === 'case.deadline')
    if (job === undefined) throw new Error('no deadline')
    expect(await runJob(scene.cases, job, true)).toBe('done')
    expect(await scene.stands(id)).toMatchObject({ status: 'expired' })
    expect(code(await scene.cases.view(id, scene.spouse))).toBe('REQUEST_NOT_FOUND')
    expect(await runJob(scene.cases, job, true)).toBe('returned')
    const { audit } = (await scene.cases.audit((await scene.stands(id)).number)) ?? {}
    expect(audit).toMatchObject({ replays: true })
  })
})
