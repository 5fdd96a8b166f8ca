import type { FormInput } from './typed-fields.ts'

/** What an official decides at the action that a case waits at. */
export interface Decision {
  readonly action: string
  readonly visit: number
  /** One of the action's outcomes; empty for a refusal. */
  readonly outcome: string
  /** Of a refusal: one of the grounds that the regulation allows here. */
  readonly ground?: string
  readonly remark?: string
  /** Of `fill`: the form; of another action: what is kept of it under its name. */
  readonly fields?: FormInput
}
