export type { ChildrenOf } from './civil-acts-children.ts'
export type { ActKind, CivilRecord, RecordQuestion } from './civil-acts-find-record.ts'
export type { ImpedimentCode, Impediments, MarriageAcceptance } from './civil-acts-marriage.ts'
export type { Acceptance, HandOver } from './civil-acts-repeat-requests.ts'
export {
  type BankDecline,
  type BankPayment,
  bankContracts,
  DECLINE_REASONS,
  type DeclineReason,
  type PaymentResult,
  paymentResult,
  type StatementEntry,
} from './bank.ts'
export {
  type AnswerOf,
  asPromised,
  type Contract,
  type ContractId,
  contractOf,
  contracts,
  type RequestOf,
} from './contracts.ts'
export type { EntityParticulars, Founder, Participation } from './entity-shapes.ts'
export type {
  CadastralInformation,
  LandIdentification,
  LandTitle,
  PlotOwnership,
  PlotOwnershipRequest,
} from './land.ts'
export type { IdentificationDocument, Plot, PlotRight, TitleDocument } from './land-shapes.ts'
export type {
  EntityBranches,
  EntityParticipation,
  PersonParticipation,
  RegisteredEntity,
} from './legal-entities-certificates.ts'
export type { LegalEntityIdentity } from './legal-entities-identify.ts'
export type { Power, PowerCheck, PowerCode, Powers } from './notary-powers.ts'
export type { PersonIdentity } from './persons-identify.ts'
export type { RealtyCorrected, RealtyCorrection } from './realty-correct.ts'
export type { ObjectRights, ObjectRightsRequest } from './realty-object-rights.ts'
export type { RegisteredRight, RightsOfPerson, RightsRequest } from './realty-rights-of-person.ts'
export type { Bilingual, PersonName } from './shapes.ts'
export { codeTitleOf, titleOf } from './titles.ts'
