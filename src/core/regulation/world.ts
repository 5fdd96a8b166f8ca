import type { Contract } from '#core/contracts'

/** The names that exist outside of a regulation, and that it may refer to. */
export interface World {
  /** What registries answer, by service such as `realty.rights-of-person`. */
  readonly services: Readonly<Record<string, Contract>>
  readonly systems: readonly string[]
  readonly roles: readonly string[]
  readonly seals: readonly string[]
  /** KATO codes of the regions and of the cities of republican significance. */
  readonly regions: readonly string[]
  /** Codes of the offices of classifiers/units.yaml, by their kind. */
  readonly units: Readonly<Record<string, readonly string[]>>
  /** Names of the calendars in which offices give appointments. */
  readonly calendars: readonly string[]
}
