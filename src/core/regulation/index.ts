export type { Edition } from './edition.ts'

export {
  checkForm,
  type CheckedForm,
  formErrors,
  type FormSource,
} from './form/index.ts'
export { graphOf } from './graph.ts'
export { loadAdoption } from './load-adoption.ts'
export { type Loaded, loadEdition } from './load-edition.ts'
export type {
  ActionData,
  ActorData,
  AdoptionData,
  ChannelData,
  DocumentData,
  DutyData,
  EditionData,
  FieldData,
  FormData,
  RepresentationData,
  ServiceData,
  TermData,
  TextData,
} from './model.ts'
export type { Problem } from './problem.ts'
export { languageSchemas } from './schemas.ts'
export type { SourceFile } from './source.ts'
export { termOf, termOfAction, totalOf } from './term-of.ts'
export { LAPSED, namedOutcome, outcomesOf, type Verb, type VerbRule, VERBS } from './verbs.ts'
export type { World } from './world.ts'
