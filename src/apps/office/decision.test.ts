import { describe, expect, it } from 'vitest'
import type { OfficialView } from '#capabilities/cases'
import { instant } from '#core/kernel'
import type { ActionData, Edition } from '#core/regulation'
import {
  carriedDecision,
  dayFrom,
  type Deciding,
  decidingOf,
  postedOf,
  readDecision,
  signsRequest,
} from './decision.ts'

const text = { kk: 'a', ru: 'b', en: 'c' }
const now = instant(new Date('2026-11-26T05:00:00Z'))
const action = (data: object): ActionData => ({ name: text, by: 'clerk', ...data }) as ActionData

function deciding(data: object): Deciding {
  const edition = { actions: { act: action(data) }, grounds: {}, forms: {}, actors: {} }
  const view = {
    may: true,
    edition: edition as unknown as Edition,
    state: { current: { action: 'act', visit: 2, since: '2026-03-01T05:00:00Z' } },
  } as unknown as OfficialView
  const found = decidingOf(view)
  if (found === undefined) throw new Error('nothing to decide')
  return found
}
const codes = (data: object, posted: Record<string, string[]>) =>
  readDecision(posted, deciding(data), now).errors.map(({ code, field }) => `${code} ${field}`)

const CHECK = { does: 'check', checklist: [text, text], next: { complete: 'a', incomplete: 'b' } }
const CONVENE = { does: 'convene', as: 'c', quorum: 5, question: text, next: {} }
const REFUSE = { does: 'refuse', grounds: ['untrue', 'court'] }
const HAND = { does: 'hand-over', next: { done: 'a' } }
const REVIEW = { does: 'review', next: { done: 'a' } }
const APPROVE = { does: 'approve', signed: true, next: { done: 'a', returned: 'b' } }

describe('what an official is asked to decide', () => {
  it('follows from the verb: its outcomes, and whether a signature is due', () => {
    expect(deciding(APPROVE)).toMatchObject({ outcomes: ['done', 'returned'], mustSign: true })
    expect(deciding(REVIEW)).toMatchObject({ outcomes: ['done'], mustSign: false, visit: 2 })
    expect(deciding({ does: 'agree', as: 'c', question: text, next: {} }).outcomes).toEqual([
      'positive',
      'negative',
    ])
  })

  it('is nothing where the official may not act, and where a worker does', () => {
    const view = (may: boolean, does: string) =>
      ({
        may,
        edition: { actions: { act: action({ does, next: {} }) } },
        state: { current: { action: 'act', visit: 1 } },
      }) as unknown as OfficialView
    expect(decidingOf(view(false, 'review'))).toBeUndefined()
    expect(decidingOf(view(true, 'issue'))).toBeUndefined()
    expect(decidingOf(view(true, 'sign'))).toBeUndefined()
    expect(signsRequest(view(true, 'sign'))).toBe(true)
    expect(signsRequest(view(false, 'sign'))).toBe(false)
    expect(signsRequest(view(true, 'review'))).toBe(false)
  })
})

describe('a decision as it was typed', () => {
  it('wants a choice, a ground, and a reason for what sends somebody back', () => {
    expect(codes(CHECK, {})).toEqual(['DECISION_NO_OUTCOME outcome'])
    expect(codes(REFUSE, {})).toEqual(['DECISION_NO_GROUND ground'])
    expect(codes(APPROVE, { outcome: ['returned'], remark: [' '] })).toEqual([
      'DECISION_REMARK_NEEDED remark',
    ])
  })

  it('is complete only when every line of the checklist is ticked', () => {
    expect(codes(CHECK, { outcome: ['complete'], check: ['1'] })).toEqual([
      'DECISION_CHECKLIST_OPEN check',
    ])
    expect(codes(CHECK, { outcome: ['complete'], check: ['1', '2'] })).toEqual([])
    expect(codes(CHECK, { outcome: ['incomplete'], check: ['1'], remark: ['no deed'] })).toEqual([])
  })

  it.each([
    ['DECISION_NO_QUORUM present', { present: ['4'] }],
    ['DECISION_VOTES_TOO_MANY for', { for: ['6'] }],
    ['DECISION_VOTES_CONTRADICT for', { for: ['2'], against: ['3'] }],
    ['DECISION_BAD_COUNT present', { present: ['five'] }],
    ['DECISION_NO_MINUTES minutes', { minutes: [''] }],
    ['DECISION_BAD_DAY heldOn', { heldOn: ['27.11.2026'] }],
  ])('of a commission is refused with %s', (code, over) => {
    const minutes = {
      outcome: ['positive'],
      minutes: ['12'],
      heldOn: ['26.11.2026'],
      present: ['5'],
      for: ['4'],
      against: ['1'],
    }
    expect(codes(CONVENE, minutes)).toEqual([])
    expect(codes(CONVENE, { ...minutes, ...over })).toEqual([code])
  })

  it.each([
    ['DECISION_BAD_DAY handedOn', { handedOn: ['28.2.2026'] }],
    ['DECISION_BAD_DAY handedOn', { handedOn: ['27.11.2026'] }],
    ['DECISION_NO_IDENTITY identity', { identity: ['ab'] }],
    ['DECISION_NO_RECIPIENT receivedBy', { receivedBy: ['1'] }],
  ])('to hand over is refused with %s', (code, over) => {
    const posted = { receivedBy: ['НҰРЛАНОВ Д.'], identity: ['031234567'], handedOn: ['1.3.2026'] }
    expect(codes(HAND, posted)).toEqual([])
    expect(codes(HAND, { ...posted, ...over })).toEqual([code])
  })

  it('to hand over names who received it, by which document and when', () => {
    expect(codes(HAND, {})).toEqual([
      'DECISION_NO_RECIPIENT receivedBy',
      'DECISION_NO_IDENTITY identity',
      'DECISION_BAD_DAY handedOn',
    ])
    const posted = { receivedBy: ['НҰРЛАНОВ Д.'], identity: ['031234567'], handedOn: ['2.3.2026'] }
    expect(readDecision(posted, deciding(HAND), now)).toEqual({
      errors: [],
      decision: {
        action: 'act',
        visit: 2,
        outcome: 'done',
        fields: { receivedBy: 'НҰРЛАНОВ Д.', identity: '031234567', handedOn: '2026-03-02' },
      },
    })
  })

  it('of a refusal keeps one of the grounds that stand there, and no other', () => {
    expect(codes(REFUSE, { ground: ['constructor'] })).toEqual(['DECISION_NO_GROUND ground'])
    const { decision } = readDecision({ ground: ['court'] }, deciding(REFUSE), now)
    expect(decision).toMatchObject({ outcome: '', ground: 'court' })
  })
})

describe('a decision on its way to the signature', () => {
  it('comes back as the form that it was typed into', () => {
    const posted = { outcome: ['incomplete'], check: ['1', '2'], remark: ['why'] }
    const { decision } = readDecision(posted, deciding(CHECK), now)
    expect(carriedDecision(JSON.stringify(decision))).toEqual(decision)
    expect(postedOf(decision, action(CHECK))).toMatchObject(posted)
  })

  it.each(['', '{', '[]', '{"action":1}', '{"action":"a","visit":1,"outcome":"x","more":1}'])(
    'is nothing when it is not one of ours: %s',
    (carried) => {
      expect(carriedDecision(carried)).toBeUndefined()
    },
  )
})

describe('a day', () => {
  it('is read as people write it and as machines do', () => {
    expect(dayFrom('2.3.2026')).toBe('2026-03-02')
    expect(dayFrom('2026-03-02')).toBe('2026-03-02')
    expect(dayFrom('31.02.2026')).toBeUndefined()
    expect(dayFrom('soon')).toBeUndefined()
  })
})
