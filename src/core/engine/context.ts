import { dayOf, type Instant, type Json, type JsonObject, partyNumber } from '#core/kernel'
import type { CaseState } from './state.ts'

/** What expressions of the regulation see. */
export const contextOf = (state: CaseState, now: Instant): JsonObject => ({
  ...state.data,
  party: { kind: state.party.kind, number: partyNumber(state.party) },
  representative: json(state.representative),
  original: json(state.about),
  refusal: json(state.current?.refusal),
  officials: Object.fromEntries(
    state.done.flatMap(({ action, by }) => (by === undefined ? [] : [[action, by]])),
  ),
  case: {
    number: state.number,
    language: state.data['language'] ?? 'kk',
    unit: state.unit ?? null,
    filedOn: state.filedAt === undefined ? null : dayOf(state.filedAt),
  },
  today: dayOf(now),
})

/** Parts of the state are plain data. */
const json = (value: object | undefined): Json => (value as JsonObject | undefined) ?? null
