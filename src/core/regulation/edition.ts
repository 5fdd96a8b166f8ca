import type { Json, JsonObject } from '#core/kernel'
import type { EditionData, FormData, ServiceData } from './model.ts'

declare const parsed: unique symbol

/**
 * An edition of a regulation that passed every check. Only `loadEdition` makes one, so whoever holds it may trust it:
 * each outcome has a next action, each expression evaluates, each ground has its texts.
 */
export interface Edition extends EditionData {
  readonly [parsed]: true
  /** `justice.realty-absence@2012-04-10`: what a case is pinned to. */
  readonly ref: string
  /** SHA-256 (hex) over the edition's files; the one in `editions.lock` once it is published. */
  readonly hash: string
  readonly about: ServiceData
  readonly forms: Readonly<Record<string, FormData>>
  /**
   * Evaluates an expression of this edition over the data of a case (or of a form that is being filled).
   * Pure; compiled once at load. Names that are absent in `context` give null; dates come as text `YYYY-MM-DD`.
   */
  evaluate(expression: string, context: JsonObject): Json
}
