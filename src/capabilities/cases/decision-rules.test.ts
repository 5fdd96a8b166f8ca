import { expect, test } from 'vitest'
import type { CaseState } from '#core/engine'
import type { Instant } from '#core/kernel'
import type { ActionData } from '#core/regulation'
import { faultsOfDecision } from './decision-rules.ts'

const action = { does: 'hand-over', next: { done: 'end' } } as unknown as ActionData
const state = {
  current: { action: 'handOver', visit: 1, since: '2026-04-01T09:00:00.000Z' },
} as unknown as CaseState
const faults = (receivedBy: string) =>
  faultsOfDecision(
    action,
    {
      action: 'handOver',
      visit: 1,
      outcome: 'done',
      fields: { receivedBy, identity: 'удостоверение № 031234567', handedOn: '2026-04-02' },
    },
    { state, now: '2026-04-02T10:00:00.000Z' as Instant },
  ).map(({ code }) => code)

test.each(['СЫНАҚОВА САЯ', '  Сынақова   Сая Ерланқызы ', 'Ким В.', 'О’Нил Шон'])(
  '“%s” names who received the paper',
  (name) => expect(faults(name)).toEqual([]),
)

test.each(['', '   ', 'Сынақова', 'Сынақова 123', '1 2', 'А Б', 'С. А.'])(
  '“%s” is no name of who received the paper',
  (name) => expect(faults(name)).toEqual(['DECISION_NO_RECIPIENT']),
)
