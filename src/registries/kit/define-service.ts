import type { z } from 'zod'
import { type CodedError, type Instant, type Json, ok, type Result, refuse } from '#core/kernel'
import type { Sql } from '#platform/db'
import { registryErrors } from './errors.ts'

/** What the register says. `no-data`: what was named in the request is not in the register. */
export type Outcome<A> =
  | { readonly status: 'found' | 'absent'; readonly body: A }
  | { readonly status: 'absent' | 'no-data'; readonly body: null }

export interface ServiceContract<Q, A> {
  readonly id: string
  readonly request: z.ZodType<Q>
  readonly answer: z.ZodType<A>
  readonly alsoAbout?: (body: unknown) => readonly string[]
}

export interface ServiceHandler<Q, A> {
  /**
   * IIN or BIN that the request asks about; it must be the `subject` of the message, so that the journal tells the truth.
   * Undefined where a service is about nobody: then the message must name nobody.
   */
  readonly subject: (request: Q) => string | undefined
  /** What the register says; a service that does something may refuse to. */
  readonly answer: (sql: Sql, request: Q, now: Instant) => Promise<Outcome<A> | Result<Outcome<A>>>
}

export interface Question {
  readonly subject: string | undefined
  readonly alsoAbout?: readonly string[] | undefined
  readonly body: Json
}

/** A service with its types closed inside. */
export interface RegistryService {
  readonly id: string
  readonly answer: (sql: Sql, question: Question, now: Instant) => Promise<Result<Outcome<Json>>>
}

const badRequest = (path: readonly PropertyKey[]): CodedError =>
  registryErrors.BAD_REQUEST({ at: path.map(String).join('.').slice(0, 80) || 'body' })

/** Whether the message names all whom the request asks about, and nobody else. */
function namesAll<Q, A>(
  contract: ServiceContract<Q, A>,
  { alsoAbout = [], body }: Question,
): boolean {
  const meant = contract.alsoAbout?.(body) ?? []
  return meant.length === alsoAbout.length && meant.every((one) => alsoAbout.includes(one))
}

/** Joins a contract to the code that answers it. Refusals: REGISTRY_BAD_REQUEST, REGISTRY_WRONG_SUBJECT. */
export function defineService<Q, A extends Json>(
  contract: ServiceContract<Q, A>,
  handler: ServiceHandler<Q, A>,
): RegistryService {
  return {
    id: contract.id,
    async answer(sql, question, now) {
      const request = contract.request.safeParse(question.body)
      if (!request.success) return refuse(badRequest(request.error.issues[0]?.path ?? []))
      if (handler.subject(request.data) !== question.subject || !namesAll(contract, question))
        return refuse(registryErrors.WRONG_SUBJECT())
      const answered = await handler.answer(sql, request.data, now)
      return 'ok' in answered ? answered : ok(answered)
    },
  }
}
