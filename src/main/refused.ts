import type { CodedError } from '#core/kernel'

/** A refusal that ends the program: shown with its code, without a stack trace. */
export class Refused extends Error {
  readonly refusal: CodedError
  constructor(refusal: CodedError) {
    super(refusal.code)
    this.refusal = refusal
  }
}
