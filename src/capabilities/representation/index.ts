export type { Acting } from './acting-store.ts'
export type { Claimant } from './claim-mandate.ts'
export { createRepresentation, type Representation } from './create-representation.ts'
export type { RegisterQuestion, RepresentationDeps } from './deps.ts'
export { representationErrors } from './errors.ts'
export {
  actorFor,
  allows,
  asRepresentative,
  type Basis,
  concernsOthers,
  type Mandate,
} from './mandate.ts'
export type { Ordered } from './ordered.ts'
export { representationSchema } from './representation-schema.ts'
