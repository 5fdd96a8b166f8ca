import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { documentErrors } from '#capabilities/documents'
import { type TestDocuments, testDocuments } from '#capabilities/documents/testing'
import { contracts } from '#core/contracts'
import type { Actor, CaseState, Command } from '#core/engine'
import { addSeconds, instant, type JsonObject, ok, refuse } from '#core/kernel'
import type { Job } from '#platform/jobs'
import type { Cases } from './create-cases.ts'
import { runCommand } from './run-command.ts'
import { type CaseScene, createCaseScene, runJob, value } from './testing/index.ts'

let scene: CaseScene
let paper: TestDocuments
let withPaper: Cases

const person: JsonObject = contracts['persons.identify'].sample.found
const noRights: JsonObject = contracts['realty.rights-of-person'].sample.absent

beforeAll(async () => {
  scene = await createCaseScene()
  paper = await testDocuments(scene.database.pool('app'))
  withPaper = scene.wired({ documents: paper.documents })
})
beforeEach(async () => {
  scene.now = instant(new Date())
  paper.now = scene.now
  paper.stamps = true
  await scene.database.pool('app').query('delete from jobs.job')
  const { cases } = await scene.cases.list(scene.applicant.party, {
    status: 'draft',
    limit: 50,
    offset: 0,
  })
  for (const { state } of cases)
    await scene.cases.withdraw({ caseId: state.id, actor: scene.applicant })
  scene.asked.length = 0
  scene.told.length = 0
})
afterAll(async () => {
  await paper.close()
  await scene.close()
})

const pool = () => scene.database.pool('app')
const withdraw = ({ id: caseId }: CaseState) =>
  scene.cases.withdraw({ caseId, actor: scene.applicant })

/** A case whose signature was found valid: it waits for the register of real property. */
async function registered(): Promise<CaseState> {
  const { id } = await scene.signed()
  await scene.work('case.verify-signature')
  return scene.state(id)
}

/** A case whose certificate is to be made. */
async function answered(): Promise<CaseState> {
  const { id } = await registered()
  await scene.answer(`${id}/askRealty/1`, 'absent', noRights)
  return scene.state(id)
}

async function onlyJob(): Promise<Job> {
  const [job, ...more] = await scene.jobs()
  if (job === undefined || more.length > 0) throw new Error('there is not exactly one job')
  return job
}

describe('an answer of a register', () => {
  it('takes the case on, with what it says kept under the name of the action', async () => {
    const { id } = await scene.open()
    expect(await scene.answer(`${id}/identify/1`, 'found', person)).toBe('done')
    const state = await scene.state(id)
    expect(state.current?.action).toBe('fill')
    expect(state.data['applicant']).toMatchObject({ fullName: person['fullName'], status: 'found' })
  })

  it('that nobody is there by that number, or that the person is dead, refuses the service', async () => {
    for (const [status, body] of [
      ['absent', null],
      ['found', { ...person, status: 'dead' }],
    ] as const) {
      const { id } = await scene.open()
      await scene.answer(`${id}/identify/1`, status, body)
      expect(await scene.state(id)).toMatchObject({ current: { refusal: { ground: 'userData' } } })
    }
    expect(scene.told).toEqual([])
  })

  it('that the object is not in the register refuses; that nothing is registered does not', async () => {
    const refused = await registered()
    await scene.answer(`${refused.id}/askRealty/1`, 'no-data')
    expect(await scene.state(refused.id)).toMatchObject({
      current: { refusal: { ground: 'noData' } },
    })
    const granted = await answered()
    expect(granted.current?.action).toBe('issue')
  })

  it('to a step that has passed is dropped, whatever it says', async () => {
    const state = await scene.opened()
    for (const status of ['found', 'absent', 'refused'])
      expect(await scene.answer(`${state.id}/identify/1`, status, person)).toBe('returned')
    expect(await scene.state(state.id)).toEqual(state)
    const left = await scene.open()
    await withdraw(left)
    expect(await scene.answer(`${left.id}/identify/1`, 'refused')).toBe('returned')
  })

  it('that the question was refused leaves the case waiting, and the job for people to see', async () => {
    const state = await scene.open()
    await expect(scene.answer(`${state.id}/identify/1`, 'refused')).rejects.toThrow(/refused/)
    expect(await scene.state(state.id)).toEqual(state)
  })

  it('for a case that there is not is not swallowed either', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000/identify/1'
    await expect(scene.answer(nowhere, 'found', person)).rejects.toThrow('REQUEST_NOT_FOUND')
  })
})

describe('the check of a signature', () => {
  it('that is valid registers the request and keeps the evidence', async () => {
    const state = await registered()
    expect(state.current?.action).toBe('askRealty')
    expect(state.registeredAt).toBe(scene.now)
    expect(state.due).toBe(addSeconds(scene.now, 30 * 60))
    const { rows } = await pool().query<{ verdict: string; evidence: JsonObject }>(
      'select verdict, evidence from cases.signature where case_id = $1',
      [state.id],
    )
    expect(rows).toMatchObject([{ verdict: 'valid', evidence: { verifiedAt: expect.any(String) } }])
    expect(scene.told.map(({ about }) => about)).toEqual(['registered'])
    expect(await scene.jobs()).toEqual([])
  })

  it('under another text refuses the service with the reason', async () => {
    const { id, version } = await scene.filled()
    const { bytes, sha256 } = value(await scene.cases.document(id, scene.applicant))
    const cms = scene.signing.sign(scene.signing.citizen, Buffer.concat([bytes, Buffer.of(32)]))
    value(await scene.cases.sign({ caseId: id, actor: scene.applicant, cms, sha256 }))
    expect(await scene.work('case.verify-signature')).toEqual(['done'])
    const state = await scene.state(id)
    expect(state).toMatchObject({ current: { refusal: { ground: 'signature' } } })
    const found = { verdict: 'invalid', code: 'SIGNATURE_CONTENT_CHANGED' }
    expect(state.data['verifySignature']).toMatchObject(found)
    expect(state.version).toBeGreaterThan(version)
  })

  it('that the authority does not answer is put off, for longer each time, and decides nothing', async () => {
    const state = await scene.signed()
    const signatures = scene.signing.signatures({ tsa: () => Promise.resolve(undefined) })
    const deaf = scene.wired({ signatures })
    const reason = 'SIGNATURE_UNKNOWN_STATUS'
    for (const [waited, pause] of [
      [0, 1],
      [10, 10],
      [600, 60],
    ] as const) {
      scene.now = addSeconds(state.current?.since ?? scene.now, waited)
      const later = addSeconds(scene.now, pause)
      expect(await scene.work('case.verify-signature', deaf)).toEqual([{ later, reason }])
    }
    expect(await scene.state(state.id)).toEqual(state)
    scene.now = instant(new Date())
    expect(await scene.work('case.verify-signature')).toEqual(['done'])
  })

  it('of a request that was withdrawn meanwhile is not made any more', async () => {
    await withdraw(await scene.signed())
    const signatures = { verify: () => Promise.reject(new Error('asked for nothing')) }
    expect(await scene.work('case.verify-signature', scene.wired({ signatures }))).toEqual([
      'returned',
    ])
  })
})

describe('a worker that has lost its lease', () => {
  it('changes nothing: whoever holds the job does it', async () => {
    const state = await scene.signed()
    const job = await onlyJob()
    await expect(runJob(scene.cases, job, false)).rejects.toThrow(/lease/)
    expect(await scene.state(state.id)).toEqual(state)
    expect(await scene.jobs()).toEqual([job])
    const { rows } = await pool().query('select verdict from cases.signature where case_id = $1', [
      state.id,
    ])
    expect(rows).toEqual([{ verdict: null }])
  })

  it('but was only slow finds the step done by the other one', async () => {
    const { id } = await scene.signed()
    const job = await onlyJob()
    expect(await runJob(scene.cases, job, true)).toBe('done')
    const after = await scene.state(id)
    expect(await runJob(scene.cases, job, false)).toBe('returned')
    expect(await scene.state(id)).toEqual(after)
  })
})

describe('the result', () => {
  it('is sealed, registered and given to the applicant', async () => {
    const { id } = await answered()
    expect(await scene.work('case.issue-document', withPaper)).toEqual(['done'])
    const { state, documents } = value(await withPaper.view(id, scene.applicant))
    expect(state).toMatchObject({ status: 'finished', result: 'certificate' })
    expect(documents).toHaveLength(1)
    const [issued] = await paper.documents.ofCase(id)
    expect(issued).toMatchObject({ number: documents[0], status: 'valid' })
    expect((await scene.cases.audit(state.number))?.audit.replays).toBe(true)
  })

  it('is the same document when the job runs again after a crash', async () => {
    const { id } = await answered()
    const job = await onlyJob()
    await expect(runJob(withPaper, job, false)).rejects.toThrow(/lease/)
    expect((await scene.state(id)).current?.action).toBe('issue')
    expect(await runJob(withPaper, job, true)).toBe('done')
    expect(await runJob(withPaper, job, true)).toBe('returned')
    expect(await paper.documents.ofCase(id)).toHaveLength(1)
  })

  it('waits when no time stamp is to be had', async () => {
    const before = await answered()
    paper.stamps = false
    const [later] = await scene.work('case.issue-document', withPaper)
    expect(later).toMatchObject({ reason: 'DOCUMENT_NO_TIMESTAMP' })
    expect(await scene.state(before.id)).toEqual(before)
  })

  it('whose template is broken is for people to look at, not to be put off for ever', async () => {
    await answered()
    const error = documentErrors.TEMPLATE_FAILED()
    const documents = { ...paper.documents, issue: () => Promise.resolve(refuse(error)) }
    const broken = scene.work('case.issue-document', scene.wired({ documents }))
    await expect(broken).rejects.toThrow('DOCUMENT_TEMPLATE_FAILED')
  })

  it('of a request that was withdrawn while it was made does not stay valid', async () => {
    const state = await answered()
    const job = await onlyJob()
    const { documents } = paper
    const slow = scene.wired({
      documents: {
        ...documents,
        issue: async (request) => {
          const issued = await documents.issue(request)
          await withdraw(state)
          return issued
        },
      },
    })
    expect(await runJob(slow, job, true)).toBe('returned')
    expect(await documents.ofCase(state.id)).toMatchObject([{ status: 'revoked' }])
    expect(await runJob(withPaper, job, true)).toBe('returned')
  })
})

describe('a term', () => {
  const chancery: Actor = { kind: 'official', id: 'x', roles: ['akimat.chancery'], unit: '*' }

  /** A paper request at the office's counter, taken in and registered: its documents are to be checked in 15 minutes. */
  async function checking(): Promise<CaseState> {
    const { party } = scene.applicant
    const { id: caseId } = value(
      await scene.cases.open({
        service: 'land.purpose-change',
        channel: 'office',
        party,
        language: 'kk',
        actor: chancery,
      }),
    )
    const complete = async (action: string, store = {}) => {
      const command: Command = { do: 'complete', action, visit: 1, outcome: 'done', store }
      const decide = () => ok(command)
      return value(await runCommand(scene.wiring, { caseId, actor: chancery, decide }))
    }
    await complete('acceptOffice')
    return complete('registerOffice')
  }

  it('that runs out marks the case once and tells the applicant', async () => {
    const { id, current } = await checking()
    const { due } = current ?? {}
    if (due === undefined) throw new Error('no term')
    const job = await onlyJob()
    scene.now = addSeconds(due, -1)
    expect(await runJob(scene.cases, job, true)).toBe('returned')
    scene.now = due
    expect(await runJob(scene.cases, job, true)).toBe('done')
    expect(await runJob(scene.cases, job, true)).toBe('returned')
    const { state } = value(await scene.cases.view(id, scene.applicant))
    expect(state.current).toMatchObject({ action: 'checkOffice', overdue: true })
    expect(scene.told.map(({ about }) => about)).toEqual(['registered', 'overdue'])
  })

  it('is kept in the job: it runs when the term is over, not before', async () => {
    const { current, due } = await checking()
    const { rows } = await pool().query<{ kind: string; run_at: Date }>(
      'select kind, run_at from jobs.job order by run_at',
    )
    expect(rows.map(({ kind, run_at: at }) => [kind, at.toISOString()])).toEqual([
      ['case.deadline', current?.due],
      ['case.term', due],
    ])
  })
})
