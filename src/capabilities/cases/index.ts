export { type Audit, auditCase } from './audit-case.ts'
export { casesSchema } from './cases-schema.ts'
export { type Cases, type CasesWiring, createCases } from './create-cases.ts'
export type { CasesDeps, Notice, Question, Waiting } from './deps.ts'
export { requestErrors } from './errors.ts'
export type { Filled } from './fill-request.ts'
export {
  nameOfApplicant,
  type NameOf,
  type RequestDocument,
} from './request-document.ts'
export { signatureFault } from './signature-fault.ts'
export { draftOf, type FormInput } from './typed-fields.ts'
export { type CaseView, type WayStep } from './view-case.ts'
