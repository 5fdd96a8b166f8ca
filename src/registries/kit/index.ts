export {
  type AccessRule,
  createRegistry,
  type Endpoint,
  type Registry,
  type RegistryOptions,
  RegistryUnavailable,
} from './create-registry.ts'
export { defineService, type Outcome, type RegistryService } from './define-service.ts'

export { type Batch, type ImportReport, insertRows, type RejectedRow } from './insert-rows.ts'
export { kitMigration } from './kit-migration.ts'
export { registryHttp } from './registry-http.ts'
