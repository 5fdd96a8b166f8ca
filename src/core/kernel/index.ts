export { defineErrors, type CodedError, type ErrorDefinition, type Params } from './errors.ts'
export { birthDate, controlDigit, parseBin, parseIin, type Bin, type Iin } from './identifiers.ts'
export { canonicalJson, type Json, jsonText, type JsonObject } from './json.ts'
export { partyNumber, type Party } from './party.ts'
export { ok, refuse, type Result } from './result.ts'
export { isLang, LANGS, type Lang, type Text } from './text.ts'
export {
  addDays,
  addSeconds,
  dayOf,
  instant,
  instantAt,
  parseDate,
  plainDate,
  wallClock,
  type Instant,
  type PlainDate,
} from './time.ts'
export {
  type Okpo,
  okpoControlDigit,
  parseOkpo,
  parseRnn,
  type Rnn,
  rnnControlDigit,
} from './tax-and-statistics-numbers.ts'
