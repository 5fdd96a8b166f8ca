import type { CodedError } from './errors.ts'

/** An outcome that is expected: a value, or a coded refusal. Broken code throws; a refusal never does. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CodedError }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const refuse = (error: CodedError): Result<never> => ({ ok: false, error })
