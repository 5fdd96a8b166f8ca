import type { z } from 'zod'
import type { Text } from '#core/kernel'
import { civilActsChildren } from './civil-acts-children.ts'
import { civilActsFindRecord } from './civil-acts-find-record.ts'
import {
  civilActsAcceptMarriageApplication,
  civilActsMarriageImpediments,
} from './civil-acts-marriage.ts'
import {
  civilActsAcceptRepeatRequest,
  civilActsRecordHandOver,
} from './civil-acts-repeat-requests.ts'
import {
  landCadastralInformation,
  landIdentificationDocument,
  landPlotOwnership,
  landTitleDocument,
} from './land.ts'
import {
  legalEntitiesBranches,
  legalEntitiesEntityParticipation,
  legalEntitiesPersonParticipation,
  legalEntitiesRegisteredEntity,
} from './legal-entities-certificates.ts'
import { legalEntitiesIdentify } from './legal-entities-identify.ts'
import { notaryCheckPower, notaryPowers, notaryPowersGiven } from './notary-powers.ts'
import { personsIdentify } from './persons-identify.ts'
import { realtyCorrect } from './realty-correct.ts'
import { realtyObjectRights } from './realty-object-rights.ts'
import { realtyRightsOfPerson } from './realty-rights-of-person.ts'

/** What one registry promises to answer: the shapes of `body` in a request and in an answer `found` or `absent`. */
export interface Contract {
  readonly id: string
  /** The system that answers. */
  readonly system: string
  readonly name: Text
  /** Its answer `found` says that the register was changed: what is asked so cannot be taken back. */
  readonly changes?: true
  readonly request: z.ZodType
  /** Whom a request asks about beside the subject of its message, IINs or BINs: they see it too. */
  readonly alsoAbout?: (body: unknown) => readonly string[]
  readonly answer: z.ZodType
  /** One correct answer body a status: for checks of regulations, for previews and golden examples. */
  readonly sample: {
    readonly found: unknown
    readonly absent?: unknown
    /** More bodies of `found`, where an answer has several kinds. */
    readonly others?: readonly unknown[]
  }
}

/** The contracts of all services of registries, by service. */
export const contracts = {
  [personsIdentify.id]: personsIdentify,
  [legalEntitiesIdentify.id]: legalEntitiesIdentify,
  [legalEntitiesRegisteredEntity.id]: legalEntitiesRegisteredEntity,
  [legalEntitiesBranches.id]: legalEntitiesBranches,
  [legalEntitiesEntityParticipation.id]: legalEntitiesEntityParticipation,
  [legalEntitiesPersonParticipation.id]: legalEntitiesPersonParticipation,
  [realtyRightsOfPerson.id]: realtyRightsOfPerson,
  [civilActsFindRecord.id]: civilActsFindRecord,
  [civilActsChildren.id]: civilActsChildren,
  [civilActsAcceptRepeatRequest.id]: civilActsAcceptRepeatRequest,
  [civilActsRecordHandOver.id]: civilActsRecordHandOver,
  [civilActsMarriageImpediments.id]: civilActsMarriageImpediments,
  [civilActsAcceptMarriageApplication.id]: civilActsAcceptMarriageApplication,
  [notaryPowers.id]: notaryPowers,
  [notaryPowersGiven.id]: notaryPowersGiven,
  [notaryCheckPower.id]: notaryCheckPower,
  [realtyObjectRights.id]: realtyObjectRights,
  [realtyCorrect.id]: realtyCorrect,
  [landIdentificationDocument.id]: landIdentificationDocument,
  [landCadastralInformation.id]: landCadastralInformation,
  [landPlotOwnership.id]: landPlotOwnership,
  [landTitleDocument.id]: landTitleDocument,
} as const satisfies Readonly<Record<string, Contract>>

export type ContractId = keyof typeof contracts
export type RequestOf<S extends ContractId> = z.output<(typeof contracts)[S]['request']>
export type AnswerOf<S extends ContractId> = z.output<(typeof contracts)[S]['answer']>

const byService: ReadonlyMap<string, Contract> = new Map(Object.entries(contracts))

/** The contract of a service that comes as text; undefined when no registry offers it. */
export const contractOf = (service: string): Contract | undefined => byService.get(service)

/**
 * Whether an answer of substance (`found` or `absent`) is what its service promised. Where the contract has nothing to say of what
 * is absent, the body may be null. A service without a contract promised nothing.
 */
export function asPromised(
  service: string,
  { status, body }: { readonly status: string; readonly body: unknown },
): boolean {
  const contract = contractOf(service)
  if (contract === undefined) return false
  if (status === 'absent' && body === null) return contract.sample.absent === undefined
  return contract.answer.safeParse(body).success
}
