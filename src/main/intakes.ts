import type pg from 'pg'
import type { Database, SchemaModule } from '#platform/db'
import { civilActIntake, civilActsSchema, officeIntake } from '#registries/civil-acts'
import type { Intake } from '#registries/kit'
import { landIntake, landSchema } from '#registries/land'
import { legalEntitiesSchema, legalEntityIntake } from '#registries/legal-entities'
import { notarySchema, powerIntake } from '#registries/notary'
import { personIntake, personsSchema } from '#registries/persons'
import { realtyIntake, realtySchema } from '#registries/realty'

/** A registry's intake with the pool of the only role that may write there. */
export interface Intakes<R> {
  readonly pool: pg.Pool
  readonly intake: Intake<R>
}

/** Every kind of records that can be imported and exported, by the name of its registry. */
export const INTAKES = {
  persons: { module: personsSchema, intake: personIntake },
  'legal-entities': { module: legalEntitiesSchema, intake: legalEntityIntake },
  realty: { module: realtySchema, intake: realtyIntake },
  land: { module: landSchema, intake: landIntake },
  'civil-offices': { module: civilActsSchema, intake: officeIntake },
  'civil-acts': { module: civilActsSchema, intake: civilActIntake },
  notary: { module: notarySchema, intake: powerIntake },
} as const
export type IntakeName = keyof typeof INTAKES

export const REGISTRY_NAMES = Object.keys(INTAKES) as readonly IntakeName[]
export const isIntakeName = (name: string): name is IntakeName => Object.hasOwn(INTAKES, name)

/** The intakes with their pools. */
export const intakesOf = (database: Database) => {
  const at = <R>({
    module,
    intake,
  }: {
    readonly module: SchemaModule
    readonly intake: Intake<R>
  }): Intakes<R> => ({
    pool: database.pool(module.role),
    intake,
  })
  return {
    persons: at(INTAKES.persons),
    'legal-entities': at(INTAKES['legal-entities']),
    realty: at(INTAKES.realty),
    land: at(INTAKES.land),
    'civil-offices': at(INTAKES['civil-offices']),
    'civil-acts': at(INTAKES['civil-acts']),
    notary: at(INTAKES.notary),
  }
}
