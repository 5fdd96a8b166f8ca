import { expect, test } from 'vitest'
import type { CaseState } from '#core/engine'
import { countryLaw } from '#core/engine/testing'
import { nameOfParticipant } from './request-document.ts'

test('another person of a case has the name by which the register that was asked about them calls them', async () => {
  const { editions } = await countryLaw()
  const edition = editions.find(({ service }) => service === 'justice.marriage-application')
  if (edition === undefined) throw new Error('no such edition')
  const fullName = { kk: 'СЫНАҚОВА САЯ', ru: 'СЫНАКОВА САЯ' }
  const state = {
    party: { kind: 'person', iin: '840731400431' },
    openedAt: '2026-11-27T06:00:00.000Z',
    done: [{ action: 'fill' }, { action: 'askPartner' }],
    data: { form: { partner: '880722400013' }, partner: { status: 'found', fullName } },
  } as unknown as CaseState
  expect(nameOfParticipant(edition, state, '880722400013')).toEqual({
    ...fullName,
    en: fullName.ru,
  })
  expect(nameOfParticipant(edition, state, '840731400431')).toBeUndefined()
  const early = { ...state, done: state.done.slice(0, 1) }
  expect(nameOfParticipant(edition, early, '880722400013')).toBeUndefined()
})
