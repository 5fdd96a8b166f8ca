import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '#core/kernel'
import { nameOfApplicant } from './request-document.ts'
import { createJointScene, type JointScene, runJob, value } from './testing/index.ts'

let scene: JointScene
beforeAll(async () => {
  scene = await createJointScene()
})
beforeEach(() => scene.fresh())
afterAll(() => scene.close())

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code)

describe('a request to correct a document', () => {
  const correct = (number: string, party = scene.applicant.party) =>
    scene.cases.open({
      service: 'justice.realty-absence',
      channel: 'correction',
      party,
      language: 'kk',
      actor: { kind: 'applicant', party },
      about: number,
    })

  it('is opened about a valid document by its owner alone, once while it is open', async () => {
    const { id } = await scene.certificate()
    const [number = ''] = value(await scene.cases.view(id, scene.applicant)).documents
    expect(code(await correct(number, scene.spouse.party))).toBe('REQUEST_DOCUMENT_UNKNOWN')
    expect(code(await correct('20200101000001'))).toBe('REQUEST_DOCUMENT_UNKNOWN')
    const both = await Promise.all([correct(number), correct(number)] as const)
    const first = value(both[0])
    expect(value(both[1]).id).toBe(first.id)
    expect(first.about).toMatchObject({
      number,
      caseId: id,
      document: 'certificate',
      data: { variant: 'current' },
      holder: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ ҚАЙРАТҚЫЗЫ' },
    })
    // No register is asked who the applicant is: the document tells it.
    const edition = scene.law.regulations.edition(first.edition)
    if (edition === undefined) throw new Error('no edition')
    expect(nameOfApplicant(edition, first).kk).toBe('САҒЫНДЫҚОВА ӘСЕЛ ҚАЙРАТҚЫЗЫ')
    // A draft of the service itself is another thing.
    expect((await scene.filled()).id).not.toBe(first.id)
    value(await scene.cases.withdraw({ caseId: first.id, actor: scene.applicant }))
    expect(value(await correct(number)).id).not.toBe(first.id)
  })

  it('is not opened about a notification of refusal: it has nothing to correct', async () => {
    const { id } = await scene.open()
    await scene.answer(`${id}/identify/1`, 'absent')
    await scene.work('case.issue-document', scene.cases)
    const [number = ''] = value(await scene.cases.view(id, scene.applicant)).documents
    expect(code(await correct(number))).toBe('REQUEST_DOCUMENT_NO_RESULT')
  })

  it('ends with a document in place of the old one, which is no longer valid', async () => {
    const { id } = await scene.certificate()
    const [number = ''] = value(await scene.cases.view(id, scene.applicant)).documents
    const { id: caseId } = value(await correct(number))
    const { pool } = scene.wiring
    // As if everybody had acted: the case waits for its document.
    await pool.query(
      `update cases.case_state set current_action = 'issue',
         state = jsonb_set(state, '{current}', '{"action": "issue", "visit": 1, "since": "2026-11-25T10:00:00.000Z"}')
         || jsonb_build_object('data', (select state->'data' from cases.case_state where id = $2)) where id = $1`,
      [caseId, id],
    )
    const key = `${caseId}/issue/1`
    const payload = { caseId, action: 'issue', visit: 1, document: 'certificate', replaces: number }
    await pool.query('select jobs.add($1)', [
      JSON.stringify([
        { region: 'main', kind: 'case.issue-document', key, payload, run_at: '-infinity' },
      ]),
    ])
    const job = (await scene.jobs()).find((one) => one.key === key)
    if (job === undefined) throw new Error('no job')
    await expect(runJob(scene.cases, job, false)).rejects.toThrow(/lease/)
    expect(await scene.paper.documents.find(number)).toMatchObject({ status: 'valid' })
    expect(await runJob(scene.cases, job, true)).toBe('done')
    const [fresh] = await scene.paper.documents.ofCase(caseId)
    expect(await scene.paper.documents.find(number)).toMatchObject({
      status: 'revoked',
      revocation: { replacedBy: fresh?.number },
    })
    expect(code(await correct(number))).toBe('REQUEST_DOCUMENT_NOT_VALID')
  })
})
