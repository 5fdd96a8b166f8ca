import type { Seal } from '#core/envelope'
import type { Instant } from '#core/kernel'
import type { Database, SchemaModule } from '#platform/db'
import {
  civilActsAcceptMarriageApplication,
  civilActsAcceptRepeatRequest,
  civilActsChildren,
  civilActsFindRecord,
  civilActsMarriageImpediments,
  civilActsRecordHandOver,
  civilActsSchema,
} from '#registries/civil-acts'
import { createRegistry, type Registry, type RegistryService } from '#registries/kit'
import { landSchema, landServices } from '#registries/land'
import {
  legalEntitiesIdentify,
  legalEntitiesSchema,
  legalEntityCertificates,
} from '#registries/legal-entities'
import { notaryCheckPower, notaryPowers, notaryPowersGiven, notarySchema } from '#registries/notary'
import { personsIdentify, personsSchema } from '#registries/persons'
import {
  realtyCorrect,
  realtyObjectRights,
  realtyRightsOfPerson,
  realtySchema,
} from '#registries/realty'
import type { Systems } from './systems.ts'

type RegistryId = 'persons' | 'legal-entities' | 'realty' | 'civil-acts' | 'notary' | 'land'

interface Offer {
  readonly module: SchemaModule
  readonly services: readonly RegistryService[]
}

const OFFERS: Readonly<Record<RegistryId, Offer>> = {
  persons: { module: personsSchema, services: [personsIdentify] },
  'legal-entities': {
    module: legalEntitiesSchema,
    services: [legalEntitiesIdentify, ...legalEntityCertificates],
  },
  realty: {
    module: realtySchema,
    services: [realtyRightsOfPerson, realtyObjectRights, realtyCorrect],
  },
  land: { module: landSchema, services: landServices },
  'civil-acts': {
    module: civilActsSchema,
    services: [
      civilActsFindRecord,
      civilActsChildren,
      civilActsAcceptRepeatRequest,
      civilActsRecordHandOver,
      civilActsMarriageImpediments,
      civilActsAcceptMarriageApplication,
    ],
  },
  notary: { module: notarySchema, services: [notaryPowers, notaryPowersGiven, notaryCheckPower] },
}

/** Every service that a registry of ours offers. */
export const REGISTRY_SERVICES: readonly RegistryService[] = Object.values(OFFERS).flatMap(
  ({ services }) => services,
)

/** The registries of this process: each with its own database role, schema, key and list of who may ask. */
export function createRegistries(deps: {
  readonly database: Database
  readonly seal: Seal
  readonly systems: Systems
  readonly clock: () => Instant
}): Readonly<Record<RegistryId, Registry>> {
  const { database, seal, clock, systems } = deps
  const registry = (system: RegistryId): Registry => {
    const { module, services } = OFFERS[system]
    return createRegistry({
      system,
      schema: module.schema,
      sql: database.pool(module.role),
      services,
      rights: systems.rights.filter((right) => right.to === system),
      seal,
      clock,
    })
  }
  return {
    persons: registry('persons'),
    'legal-entities': registry('legal-entities'),
    realty: registry('realty'),
    'civil-acts': registry('civil-acts'),
    notary: registry('notary'),
    land: registry('land'),
  }
}
