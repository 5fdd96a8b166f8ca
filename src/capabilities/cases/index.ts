export { type AppointedHour, appointedHour } from './appointed-hour.ts'
export { askedChange, type AskedChange } from './asked-change.ts'
export { auditCase, type AuditedCase } from './audit-case.ts'
export { casesSchema } from './cases-schema.ts'
export { type Cases, type CasesWiring, createCases } from './create-cases.ts'
export type { CasesDeps, Duties, Notice, Question, Waiting } from './deps.ts'
export { requestErrors } from './errors.ts'
export { type HourAnswers, hourMistakes } from './hour-mistakes.ts'
export type { Filled } from './fill-request.ts'
export {
  answersOf,
  filledForm,
  nameOfApplicant,
  nameOfParticipant,
  type NameOf,
  type RequestDocument,
} from './request-document.ts'
export { representativeLines, type RequestLine } from './representative-lines.ts'
export { signatureFault } from './signature-fault.ts'
export { draftOf, type FormInput } from './typed-fields.ts'
export type { WayStep } from './case-way.ts'
export type { DecideRequest, DecisionDocument } from './decide-case.ts'
export { isResult } from './about-document.ts'
export { tickedItems } from './checklist.ts'
export type { Decision } from './decision-model.ts'
export { choicesOf, faultsOfDecision, groundsOf } from './decision-rules.ts'
export type { Deed } from './done-by.ts'
export type { CaseFilter, ListedCase } from './list-cases.ts'
export type { Official } from './official-policies.ts'
export type { Participant } from './participants.ts'
export type { CaseView } from './view-case.ts'
export type { HistoryLine, OfficialView, SeenSignature } from './view-for-official.ts'
export type { WorkFilter, WorkItem, Worklist } from './worklist.ts'
