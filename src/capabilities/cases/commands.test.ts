import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, CaseState } from '#core/engine'
import { addSeconds, type Instant, instant, plainDate, instantAt, type Result } from '#core/kernel'
import { draftOf } from './index.ts'
import { ANSWERS, type CaseScene, createCaseScene, value } from './testing/index.ts'

let scene: CaseScene
let actor: CaseScene['applicant']

beforeAll(async () => {
  scene = await createCaseScene()
  actor = scene.applicant
})
beforeEach(async () => {
  scene.now = instant(new Date())
  // Each test begins without a draft; requests that were filed stay.
  for (const { state } of (await drafts()).cases)
    await scene.cases.withdraw({ caseId: state.id, actor })
  scene.asked.length = 0
  scene.told.length = 0
})
afterAll(() => scene.close())

const drafts = () => scene.cases.list(actor.party, { status: 'draft', limit: 50, offset: 0 })
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code)
const stranger: Actor = {
  kind: 'applicant',
  party: { kind: 'person', iin: '840731400431' as never },
}
const order = (
  more: { readonly service?: string; readonly channel?: string; readonly actor?: Actor } = {},
) =>
  scene.cases.open({
    service: 'justice.realty-absence',
    channel: 'portal',
    party: actor.party,
    language: 'kk',
    actor,
    ...more,
  })
const at = (day: string, time = '10:00:00') => instantAt(plainDate(day), time)

describe('opening a case', () => {
  it('asks the register who the applicant is, and waits for the answer', async () => {
    const state = await scene.open()
    expect(state.number).toMatch(/^101000\d{8}$/)
    expect(state.current?.action).toBe('identify')
    expect(scene.asked).toMatchObject([
      {
        caseId: state.id,
        ask: { service: 'persons.identify', subject: scene.signing.subject.iin },
      },
    ])
  })

  it('gives the same draft to a second click and to a second tab', async () => {
    const first = await scene.open()
    expect((await scene.open()).id).toBe(first.id)
    expect((await drafts()).total).toBe(1)
  })

  it('makes one case of ten clicks at the same moment', async () => {
    const opened = await Promise.all(Array.from({ length: 10 }, () => order()))
    expect(new Set(opened.map((one) => value(one).id)).size).toBe(1)
    expect(scene.asked).toHaveLength(1)
  })

  it('refuses services and channels that there are not', async () => {
    expect(code(await order({ service: 'justice.nothing' }))).toBe('REQUEST_SERVICE_UNKNOWN')
    expect(code(await order({ channel: 'post' }))).toBe('CASE_CHANNEL_UNKNOWN')
    expect(code(await order({ channel: 'constructor' }))).toBe('CASE_CHANNEL_UNKNOWN')
    scene.now = at('2001-01-01')
    expect(code(await order())).toBe('REQUEST_SERVICE_UNKNOWN')
  })

  it("neither opens a case in another's name nor gives away that other's draft", async () => {
    expect(code(await order({ actor: stranger }))).toBe('CASE_FORBIDDEN')
    await scene.open()
    expect(code(await order({ actor: stranger }))).toBe('CASE_FORBIDDEN')
  })

  it('lets a desk take the papers in beside the draft that the applicant left on the portal', async () => {
    const draft = await scene.open()
    const clerk: Actor = {
      kind: 'official',
      id: '950310300101',
      roles: ['centre.operator'],
      unit: '*',
    }
    const atCentre = value(await order({ channel: 'centre', actor: clerk }))
    expect(atCentre.id).not.toBe(draft.id)
    expect(value(await order()).id).toBe(draft.id)
  })

  it('runs under the edition that was in force on the day', async () => {
    scene.now = at('2011-10-03')
    const state = await scene.opened()
    expect(state.edition).toBe('justice.realty-absence@2011-08-26')
    const submitted = await scene.cases.submitForm({ caseId: state.id, actor, fields: ANSWERS })
    const signed = value(await scene.sign(value(submitted)))
    expect(signed.current?.action).toBe('verifySignature')
    expect(signed.filedAt).toBe(scene.now)
  })
})

describe('filling in', () => {
  it('keeps what was typed, right or wrong, page by page', async () => {
    const { id: caseId } = await scene.opened()
    await scene.cases.saveDraft({
      caseId,
      actor,
      fields: { region: 'nowhere', variant: 'current' },
    })
    const saved = value(await scene.cases.saveDraft({ caseId, actor, fields: { variant: '???' } }))
    expect(draftOf(saved)).toEqual({ region: 'nowhere', variant: '???' })
  })

  it('keeps the fields of the form only, and only text that can be kept', async () => {
    const { id: caseId } = await scene.opened()
    const fields = { address: 'Аба\0й \ud800', hidden: 'x', __proto__: 'y' }
    const saved = value(await scene.cases.saveDraft({ caseId, actor, fields }))
    expect(draftOf(saved)).toEqual({ address: 'Абай \ufffd' })
  })

  it('tells every mistake at its field and changes nothing', async () => {
    const before = await scene.opened()
    const fields = { ...ANSWERS, region: 'nowhere', object: 'address', language: '' }
    const result = await scene.cases.submitForm({ caseId: before.id, actor, fields })
    expect(code(result)).toBe('REQUEST_FORM_INCOMPLETE')
    const found = result.mistakes?.map(({ field, code: what }) => `${field ?? ''} ${what}`)
    expect(found).toEqual([
      'region FORM_REGION',
      'address FORM_REQUIRED',
      'house FORM_REQUIRED',
      'language FORM_CHOICE',
    ])
    expect(await scene.state(before.id)).toEqual(before)
  })

  it('goes on to signing with typed values, and back again with the answers kept', async () => {
    const filled = await scene.filled()
    expect(filled.current?.action).toBe('sign')
    expect(filled.data['form']).toMatchObject({
      number: scene.signing.subject.iin,
      region: '710000000',
    })
    const back = value(await scene.cases.revise(filled.id, actor))
    expect(back.current).toMatchObject({ action: 'fill', visit: 2 })
    const fields = { ...ANSWERS, variant: 'history' }
    const again = value(await scene.cases.submitForm({ caseId: filled.id, actor, fields }))
    expect(again.data['form']).toMatchObject({ variant: 'history' })
    expect(again.current).toMatchObject({ action: 'sign', visit: 2 })
  })

  it('is for the applicant alone, who alone learns what is wrong', async () => {
    const { id: caseId } = await scene.opened()
    const request = { caseId, actor: stranger, fields: {} }
    const submitted = await scene.cases.submitForm(request)
    expect(code(submitted)).toBe('CASE_FORBIDDEN')
    expect(submitted.mistakes).toBeUndefined()
    expect(code(await scene.cases.saveDraft(request))).toBe('CASE_FORBIDDEN')
    expect(code(await scene.cases.revise(caseId, stranger))).toBe('CASE_FORBIDDEN')
  })
})

describe('signing', () => {
  it('is over the very bytes that were shown, in three languages', async () => {
    const state = await scene.filled()
    const { bytes, lines } = value(await scene.cases.document(state.id, actor))
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({
      number: state.number,
      edition: 'justice.realty-absence@2012-04-10',
      applicant: { number: scene.signing.subject.iin, name: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ ҚАЙРАТҚЫЗЫ' } },
    })
    expect(lines.length).toBe(Object.keys(ANSWERS).length + 1)
  })

  it('is refused when another tab has changed the answers', async () => {
    const state = await scene.filled()
    const shown = value(await scene.cases.document(state.id, actor))
    await scene.cases.revise(state.id, actor)
    const fields = { ...ANSWERS, variant: 'history' }
    await scene.cases.submitForm({ caseId: state.id, actor, fields })
    const cms = scene.signing.sign(scene.signing.citizen, shown.bytes)
    const late = await scene.cases.sign({ caseId: state.id, actor, cms, sha256: shown.sha256 })
    expect(code(late)).toBe('REQUEST_CONTENT_CHANGED')
    expect((await scene.state(state.id)).filedAt).toBeUndefined()
  })

  it('files once, however often the button is pressed', async () => {
    const state = await scene.filled()
    const results = await Promise.all([scene.sign(state), scene.sign(state), scene.sign(state)])
    expect(results.map(code).toSorted()).toEqual(['CASE_STALE', 'CASE_STALE', 'ok'])
    const kept = await scene.database
      .pool('app')
      .query('select from cases.signature where case_id = $1', [state.id])
    expect(kept.rowCount).toBe(1)
    const jobs = (await scene.jobs()).filter(({ payload }) => payload['caseId'] === state.id)
    expect(jobs.map(({ kind }) => kind)).toEqual(['case.verify-signature'])
  })

  it('is refused to others, and for what is no signature by its size', async () => {
    const state = await scene.filled()
    const request = { caseId: state.id, actor: stranger, cms: Buffer.alloc(1), sha256: '' }
    expect(code(await scene.cases.sign(request))).toBe('CASE_FORBIDDEN')
    const cms = Buffer.alloc(64 * 1024 + 1)
    const big = await scene.cases.sign({ ...request, actor, cms })
    expect(code(big)).toBe('REQUEST_SIGNATURE_TOO_BIG')
  })
})

describe('a new edition between filling in and signing', () => {
  async function overNight(): Promise<CaseState> {
    scene.now = at('2012-04-09', '23:50:00')
    const state = await scene.filled()
    expect(state.edition).toBe('justice.realty-absence@2011-08-26')
    scene.now = at('2012-04-10', '00:05:00')
    return state
  }

  it('refuses the signature: the request must be filed under the law of its day', async () => {
    const state = await overNight()
    expect(code(await scene.sign(state))).toBe('REQUEST_EDITION_CHANGED')
    value(await scene.cases.revise(state.id, actor))
    const again = await scene.cases.submitForm({ caseId: state.id, actor, fields: ANSWERS })
    expect(code(again)).toBe('REQUEST_EDITION_CHANGED')
  })

  it('lets the applicant start again under the new one with the answers kept', async () => {
    const old = await overNight()
    value(await scene.cases.revise(old.id, actor))
    await scene.cases.saveDraft({ caseId: old.id, actor, fields: ANSWERS })
    const fresh = value(await order())
    expect(fresh.id).not.toBe(old.id)
    expect(fresh.edition).toBe('justice.realty-absence@2012-04-10')
    expect(draftOf(fresh)).toEqual(ANSWERS)
    expect((await scene.state(old.id)).status).toBe('withdrawn')
    expect((await drafts()).total).toBe(1)
  })

  it('changes nothing for a request that was filed before', async () => {
    scene.now = at('2012-04-09', '23:50:00')
    const signed = await scene.signed()
    scene.now = at('2012-04-10', '00:05:00')
    expect((await scene.state(signed.id)).edition).toBe('justice.realty-absence@2011-08-26')
    const fresh = value(await order())
    expect(fresh.edition).toBe('justice.realty-absence@2012-04-10')
  })
})

describe('a case', () => {
  it('takes commands that come at once one after the other', async () => {
    const { id: caseId } = await scene.opened()
    const saves = ['variant', 'region', 'language', 'object'].map((field) =>
      scene.cases.saveDraft({ caseId, actor, fields: { [field]: field } }),
    )
    expect((await Promise.all(saves)).map(code)).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(Object.keys(draftOf(await scene.state(caseId))).toSorted()).toEqual([
      'language',
      'object',
      'region',
      'variant',
    ])
  })

  it('is either signed or withdrawn when both are asked at once', async () => {
    const state = await scene.filled()
    const [signed, withdrawn] = await Promise.all([
      scene.sign(state),
      scene.cases.withdraw({ caseId: state.id, actor, reason: 'a\0b' }),
    ])
    const after = await scene.state(state.id)
    expect(code(withdrawn)).toBe('ok')
    expect(after.status).toBe('withdrawn')
    expect(after.filedAt !== undefined).toBe(signed.ok)
  })

  it('is shown to its party alone, as if it were not there', async () => {
    const { id, number } = await scene.open()
    expect(code(await scene.cases.view(id, stranger))).toBe('REQUEST_NOT_FOUND')
    expect(code(await scene.cases.byNumber(number, stranger))).toBe('REQUEST_NOT_FOUND')
    expect(code(await scene.cases.byNumber(number, actor))).toBe('ok')
    expect(code(await scene.cases.withdraw({ caseId: id, actor: stranger }))).toBe('CASE_FORBIDDEN')
  })

  it('shows the way: what is done, what runs and what comes, each action once', async () => {
    const filled = await scene.filled()
    value(await scene.cases.revise(filled.id, actor))
    const { way } = value(await scene.cases.view(filled.id, actor))
    expect(way.map(({ action, status }) => `${action} ${status}`)).toEqual([
      'identify done',
      'fill now',
      'sign next',
      'verifySignature next',
      'register next',
      'askRealty next',
      'issue next',
      'finish next',
    ])
  })

  it('that has ended takes no command any more', async () => {
    const { id: caseId } = await scene.filled()
    value(await scene.cases.withdraw({ caseId, actor }))
    scene.now = addSeconds(scene.now, 60) satisfies Instant
    const again = [
      await scene.cases.withdraw({ caseId, actor }),
      await scene.cases.saveDraft({ caseId, actor, fields: ANSWERS }),
      await scene.cases.submitForm({ caseId, actor, fields: ANSWERS }),
      await scene.cases.sign({ caseId, actor, cms: Buffer.alloc(1), sha256: '' }),
    ]
    expect(again.map(code)).toEqual(again.map(() => 'CASE_NOT_OPEN'))
  })
})
