import type { ContractId } from '#core/contracts'
import type { Instant, Json, Text } from '#core/kernel'
import type { Sql } from '#platform/db'

export interface RegisterQuestion {
  readonly service: ContractId
  /** The person whom the question concerns: sees in the cabinet that it was asked. */
  readonly subject: string
  readonly body: { readonly [key: string]: Json }
  readonly purpose: Text
}

export interface RepresentationDeps {
  /** Pool of the role `app`. */
  readonly sql: Sql
  /** Asks a register through the gateway; undefined: nobody answered in time. */
  readonly ask: (
    question: RegisterQuestion,
  ) => Promise<{ readonly status: string; readonly body: Json } | undefined>
  readonly clock: () => Instant
}
