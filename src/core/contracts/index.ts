export {
  type AnswerOf,
  type Contract,
  type ContractId,
  contractOf,
  contracts,
  type RequestOf,
} from './contracts.ts'
export type { LegalEntityIdentity } from './legal-entities-identify.ts'
export type { PersonIdentity } from './persons-identify.ts'
export type { RegisteredRight, RightsOfPerson, RightsRequest } from './realty-rights-of-person.ts'
export type { Bilingual, PersonName } from './shapes.ts'
