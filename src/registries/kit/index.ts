export {
  day,
  flag,
  list,
  moment,
  oneOf,
  orLeftOut,
  orNothing,
  share,
  text,
  validity,
  whole,
  words,
} from './cells.ts'
export {
  type AccessRule,
  createRegistry,
  type Endpoint,
  type Registry,
  type RegistryOptions,
  RegistryUnavailable,
} from './create-registry.ts'
export { defineService, type Outcome, type RegistryService } from './define-service.ts'
export { ImportRefused, rejectionText } from './exchange/errors.ts'
export { exportFile, templateOf } from './exchange/export-file.ts'
export { type Imported, importFile, type RejectedRecord } from './exchange/import-file.ts'
export { rejectedName, rejectedText } from './exchange/rejected-file.ts'
export { createSheet } from './exchange/sheet.ts'
export { importsMigration } from './imports-migration.ts'
export { type Batch, type ImportReport, type RejectedRow } from './insert-rows.ts'
export {
  type BatchId,
  type Intake,
  sourceOf,
  takeAll,
  takeBatch,
  takenBefore,
} from './intake.ts'
export { kitMigration } from './kit-migration.ts'
export { registryHttp } from './registry-http.ts'
export { withinWholeMigration } from './within-whole.ts'
