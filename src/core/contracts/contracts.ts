import type { z } from 'zod'
import type { Text } from '#core/kernel'
import { legalEntitiesIdentify } from './legal-entities-identify.ts'
import { personsIdentify } from './persons-identify.ts'
import { realtyRightsOfPerson } from './realty-rights-of-person.ts'

/** What one registry promises to answer: the shapes of `body` in a request and in an answer `found` or `absent`. */
export interface Contract {
  readonly id: string
  /** The system that answers. */
  readonly system: string
  readonly name: Text
  readonly request: z.ZodType
  readonly answer: z.ZodType
  /** One correct answer body a status: for checks of regulations, for previews and golden examples. */
  readonly sample: { readonly found: unknown; readonly absent?: unknown }
}

/** The contracts of all services of registries, by service. */
export const contracts = {
  [personsIdentify.id]: personsIdentify,
  [legalEntitiesIdentify.id]: legalEntitiesIdentify,
  [realtyRightsOfPerson.id]: realtyRightsOfPerson,
} as const satisfies Readonly<Record<string, Contract>>

export type ContractId = keyof typeof contracts
export type RequestOf<S extends ContractId> = z.output<(typeof contracts)[S]['request']>
export type AnswerOf<S extends ContractId> = z.output<(typeof contracts)[S]['answer']>

/** The contract of a service that comes as text; undefined when no registry offers it. */
export const contractOf = (service: string): Contract | undefined =>
  new Map<string, Contract>(Object.entries(contracts)).get(service)
