import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseState } from '#core/engine'
import { countryLaw } from '#core/engine/testing'
import type { Iin, Instant, JsonObject } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { wayOf } from './case-way.ts'

let editions: readonly Edition[]
beforeAll(async () => {
  editions = (await countryLaw()).editions
}, 120_000)

const now = '2026-04-02T10:00:00.000Z' as Instant
function wayFrom(service: string, action: string, data: JsonObject): string[] {
  const edition = editions.find((one) => one.service === service)
  if (edition === undefined) throw new Error(`there is no ${service}`)
  const state: CaseState = {
    id: 'case',
    number: '10100000000001',
    edition: edition.ref,
    channel: 'portal',
    party: { kind: 'person', iin: '840731400431' as Iin },
    status: 'open',
    openedAt: now,
    done: [],
    data,
    current: { action, visit: 1, since: now },
    version: 1,
  }
  return wayOf(edition, state).map((step) => step.action)
}

describe('what lies ahead of a case', () => {
  const SERVICE = 'justice.civil-act-certificate'
  it.each([
    ['birth', 'issueBirth'],
    ['marriage', 'issueMarriage'],
    ['divorce', 'issueDivorce'],
    ['nameChange', 'issueNameChange'],
  ])('names the document of the kind that was ordered: %s', (variant, issue) => {
    const way = wayFrom(SERVICE, 'findRecord', { form: { variant } })
    expect(way).toEqual(['findRecord', 'pay', issue, 'finish'])
  })

  it('names no document while the kind is not chosen, also where an earlier choice may be changed', () => {
    for (const data of [{}, { form: { variant: 'divorce' } }]) {
      const way = wayFrom(SERVICE, 'fill', data)
      expect(way.filter((action) => action.startsWith('issue'))).toEqual([])
      expect(way).toEqual(expect.arrayContaining(['fill', 'sign', 'findRecord', 'pay', 'finish']))
    }
  })

  it('ends at the end of the service in every edition, and asks nothing twice', () => {
    for (const edition of editions)
      for (const [channel, { start }] of Object.entries(edition.channels)) {
        const way = wayFrom(edition.service, start, {})
        expect(new Set(way).size, `${edition.ref} ${channel}`).toBe(way.length)
        expect(way[0]).toBe(start)
      }
  })
})
