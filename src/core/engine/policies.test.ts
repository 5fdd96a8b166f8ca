import { beforeAll, describe, expect, it } from 'vitest'
import { type Iin, type Instant, parseBin, type Party } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { Actor, CaseState } from './index.ts'
import { isParty, mayActAs, mayCarryOut, mayConclude, mayOpen } from './policies.ts'
import { countryLaw, PLATFORM } from './testing/index.ts'

let realty: Edition
let land: Edition

beforeAll(async () => {
  const { regulations } = await countryLaw()
  const [a, b] = ['justice.realty-absence@2012-04-10', 'land.purpose-change@2017-01-27']
  const found = [regulations.edition(a ?? ''), regulations.edition(b ?? '')]
  if (found[0] === undefined || found[1] === undefined) throw new Error('editions are missing')
  ;[realty, land] = [found[0], found[1]]
})

const iin = '840731400431' as Iin
const party: Party = { kind: 'person', iin }
const state: CaseState = {
  id: 'case',
  number: '10100000000001',
  edition: '',
  channel: 'portal',
  party,
  status: 'open',
  openedAt: '2017-02-06T04:00:00.000Z' as Instant,
  done: [],
  data: {},
  version: 1,
}
const applicant: Actor = { kind: 'applicant', party }
const other: Actor = { kind: 'applicant', party: { kind: 'person', iin: '850101300125' as Iin } }
const official = (role: string, unit = '*'): Actor => ({
  kind: 'official',
  id: 'x',
  roles: [role],
  unit,
})

describe('the applicant', () => {
  it('is the party of the case, and nobody else', () => {
    expect(isParty(applicant, state)).toBe(true)
    expect(isParty(other, state)).toBe(false)
    expect(isParty(PLATFORM, state)).toBe(false)
    expect(isParty(official('akimat.head'), state)).toBe(false)
  })
  it('is not an organisation with the digits of the person', () => {
    const entity: Actor = { kind: 'applicant', party: { kind: 'entity', bin: iin as never } }
    expect(isParty(entity, state)).toBe(false)
    const bin = parseBin('990140012030')
    if (bin === undefined) throw new Error('no BIN')
    const own: CaseState = { ...state, party: { kind: 'entity', bin } }
    expect(isParty({ kind: 'applicant', party: { kind: 'entity', bin } }, own)).toBe(true)
  })
  it('fills in and signs; others, officials and the platform do not', () => {
    for (const action of ['fill', 'sign']) {
      expect(mayCarryOut(realty, state, action, applicant)).toBe(true)
      for (const actor of [other, PLATFORM, official('justice.registrar')])
        expect(mayCarryOut(realty, state, action, actor)).toBe(false)
    }
  })
  it('opens on the portal, and not at the counter of an office', () => {
    expect(mayOpen(realty, 'portal', applicant)).toBe(true)
    expect(mayOpen(land, 'portal', applicant)).toBe(true)
    expect(mayOpen(land, 'office', applicant)).toBe(false)
    expect(mayOpen(land, 'corporation', applicant)).toBe(false)
  })
})

describe('officials', () => {
  it('carry out what their role is for, and nothing else', () => {
    expect(mayCarryOut(land, state, 'examine', official('akimat.head'))).toBe(true)
    expect(mayCarryOut(land, state, 'examine', official('akimat.chancery'))).toBe(false)
    expect(mayCarryOut(land, state, 'examine', applicant)).toBe(false)
    expect(mayCarryOut(land, state, 'commission', official('akimat.land-commission'))).toBe(true)
    expect(mayCarryOut(land, state, 'commission', official('akimat.head'))).toBe(false)
  })
  it('open where papers are taken in, with the role for it', () => {
    expect(mayOpen(land, 'office', official('akimat.chancery'))).toBe(true)
    expect(mayOpen(land, 'office', official('akimat.head'))).toBe(false)
    expect(mayOpen(land, 'office', PLATFORM)).toBe(false)
    expect(mayOpen(realty, 'portal', official('justice.registrar'))).toBe(false)
  })
  it('act for the unit that took the request in, or for that of the place', () => {
    const operator = (unit: string) => official('centre.operator', unit)
    const at = 'centre-100000000'
    const taken = { ...state, channel: 'centre', unit: at }
    expect(mayCarryOut(realty, taken, 'handOver', operator(at))).toBe(true)
    expect(mayCarryOut(realty, taken, 'handOver', operator('*'))).toBe(true)
    expect(mayCarryOut(realty, taken, 'handOver', operator('centre-110000000'))).toBe(false)
    expect(mayCarryOut(realty, state, 'handOver', operator(at))).toBe(false)
    const placed = { ...state, unit: '710000000', data: { form: { region: '630000000' } } }
    expect(mayCarryOut(land, placed, 'examine', official('akimat.head', '630000000'))).toBe(true)
    expect(mayCarryOut(land, placed, 'examine', official('akimat.head', '710000000'))).toBe(false)
  })
  it('decide no case of their own, nor one that they bring or join', () => {
    const id = '850101300125' as Iin
    const head: Actor = { kind: 'official', id, roles: ['akimat.head'], unit: '*' }
    const mine = (own: Partial<CaseState>, edition = land) =>
      mayCarryOut(edition, { ...state, ...own }, 'examine', head)
    const representative = {
      iin: id,
      name: { kk: 'x', ru: 'x' },
      basis: 'attorney',
      mandate: {},
    } as const
    const name = { kk: 'x', ru: 'x', en: 'x' }
    const joint: Edition = {
      ...land,
      actors: { ...land.actors, spouse: { kind: 'applicant', name, number: 'form.spouse' } },
      evaluate: (_, { form }) => (form as { spouse?: string } | null)?.spouse ?? null,
    }
    expect(mine({})).toBe(true)
    expect(mine({ party: { kind: 'person', iin: id } })).toBe(false)
    expect(mine({ representative })).toBe(false)
    expect(mine({ data: { form: { spouse: iin } } }, joint)).toBe(true)
    expect(mine({ data: { form: { spouse: id } } }, joint)).toBe(false)
  })
  it('conclude for their own body alone', () => {
    const approving = 'akimat.approving'
    expect(mayConclude(land, 'conclusions', 'sanitary', official(approving, 'sanitary'))).toBe(true)
    expect(mayConclude(land, 'conclusions', 'sanitary', official(approving, 'networks'))).toBe(
      false,
    )
    expect(mayConclude(land, 'conclusions', 'sanitary', official('akimat.head', 'sanitary'))).toBe(
      false,
    )
    expect(mayConclude(land, 'conclusions', 'sanitary', applicant)).toBe(false)
    expect(mayConclude(land, 'examine', 'sanitary', official('akimat.head', 'sanitary'))).toBe(
      false,
    )
  })
})

describe('the platform', () => {
  it('brings what workers find out, which no person may', () => {
    for (const action of ['identify', 'verifySignature', 'askRealty', 'issue']) {
      expect(mayCarryOut(realty, state, action, PLATFORM)).toBe(true)
      expect(mayCarryOut(realty, state, action, applicant)).toBe(false)
      expect(mayCarryOut(realty, state, action, official('justice.registrar'))).toBe(false)
    }
    expect(mayCarryOut(land, state, 'issueResolution', official('akimat.chancery'))).toBe(false)
  })
  it('decides nothing that the regulation gives to a person', () => {
    for (const action of ['examine', 'commission', 'checkOffice', 'fill'])
      expect(mayCarryOut(land, state, action, PLATFORM)).toBe(false)
  })
})

it('nobody may do what the regulation does not know', () => {
  for (const actor of [applicant, PLATFORM, official('akimat.head')]) {
    expect(mayActAs(land, undefined, actor, state)).toBe(false)
    expect(mayCarryOut(land, state, 'nothing', actor)).toBe(false)
    expect(mayOpen(land, 'nothing', actor)).toBe(false)
    expect(mayOpen(land, 'constructor', actor)).toBe(false)
  }
})
