import type { Seal } from '#core/envelope'
import type { Instant } from '#core/kernel'
import type { Database } from '#platform/db'
import { createRegistry, type Registry } from '#registries/kit'
import { legalEntitiesIdentify } from '#registries/legal-entities'
import { personsIdentify } from '#registries/persons'
import { realtyRightsOfPerson } from '#registries/realty'
import type { Systems } from './systems.ts'

/** The registries of this process: each with its own database role, schema, key and list of who may ask. */
export function createRegistries(deps: {
  readonly database: Database
  readonly seal: Seal
  readonly systems: Systems
  readonly clock: () => Instant
}): Readonly<Record<'persons' | 'legal-entities' | 'realty', Registry>> {
  const { database, seal, clock, systems } = deps
  const rightsOf = (system: string) => systems.rights.filter((right) => right.to === system)
  return {
    persons: createRegistry({
      system: 'persons',
      schema: 'reg_persons',
      sql: database.pool('registry_persons'),
      services: [personsIdentify],
      rights: rightsOf('persons'),
      seal,
      clock,
    }),
    'legal-entities': createRegistry({
      system: 'legal-entities',
      schema: 'reg_legal_entities',
      sql: database.pool('registry_legal_entities'),
      services: [legalEntitiesIdentify],
      rights: rightsOf('legal-entities'),
      seal,
      clock,
    }),
    realty: createRegistry({
      system: 'realty',
      schema: 'reg_realty',
      sql: database.pool('registry_realty'),
      services: [realtyRightsOfPerson],
      rights: rightsOf('realty'),
      seal,
      clock,
    }),
  }
}
