import { expect, it } from 'vitest'
import type { CaseState } from '#core/engine'
import type { Iin, Instant } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { maySee, type Official } from './official-policies.ts'

const official = (role: string): Official => ({
  kind: 'official',
  id: 'x',
  roles: [role],
  unit: '',
})
const [operator, head] = [official('centre.operator'), official('akimat.head')]

/** Taken in by the portal or by a centre; decided by the head either way. */
const edition = {
  actors: {
    applicant: { kind: 'applicant' },
    operator: { kind: 'official', role: 'centre.operator' },
    head: { kind: 'official', role: 'akimat.head' },
  },
  channels: { portal: { start: 'fill' }, centre: { start: 'takeIn' } },
  actions: {
    fill: { by: 'applicant', does: 'fill', next: { done: 'approve' } },
    takeIn: { by: 'operator', does: 'fill', next: { done: 'approve' } },
    approve: { by: 'head', does: 'approve', next: { done: 'finish' } },
    finish: { by: 'head', does: 'finish' },
  },
} as unknown as Edition

const at = '2017-02-06T04:00:00.000Z' as Instant
const draft = (channel: string, action: string): CaseState => ({
  id: 'case',
  number: '10100000000001',
  edition: '',
  channel,
  party: { kind: 'person', iin: '840731400431' as Iin },
  status: 'open',
  openedAt: at,
  current: { action, visit: 1, since: at },
  done: [],
  data: {},
  version: 1,
})
const filed = (channel: string) => ({ ...draft(channel, 'approve'), filedAt: at })

it('what was filed is seen by those whose turn can come in its channel, and by nobody else', () => {
  for (const channel of ['portal', 'centre'])
    expect(maySee(edition, filed(channel), head)).toBe(true)
  expect(maySee(edition, filed('centre'), operator)).toBe(true)
  expect(maySee(edition, filed('portal'), operator)).toBe(false)
  expect(maySee(edition, filed('nowhere'), head)).toBe(false)
})

it('what is being taken in is seen by who takes it in; a draft of the applicant by no official', () => {
  expect(maySee(edition, draft('centre', 'takeIn'), operator)).toBe(true)
  expect(maySee(edition, draft('centre', 'takeIn'), head)).toBe(false)
  expect(maySee(edition, draft('portal', 'fill'), operator)).toBe(false)
})
