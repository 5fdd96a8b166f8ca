export { civilActsAcceptMarriageApplication } from './accept-marriage-application.ts'
export { civilActsAcceptRepeatRequest } from './accept-repeat-request.ts'
export { civilActsChildren } from './children.ts'
export { civilActsFindRecord } from './find-record.ts'
export type { CivilActRow, OfficeRow, ParticipantRow, VersionRow } from './civil-act-row.ts'
export {
  civilActIntake,
  importCivilActs,
  officeIntake,
} from './import-civil-acts.ts'
export { civilActsMarriageImpediments } from './marriage-impediments.ts'
export { civilActsRecordHandOver } from './record-hand-over.ts'
export { civilActsSchema } from './schema.ts'
