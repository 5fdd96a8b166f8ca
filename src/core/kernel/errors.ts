import type { Text } from './text.ts'

export type Params = Readonly<Record<string, string | number>>

/** One kind of refusal, declared once by the module that raises it. The texts are ICU messages over `params`. */
export interface ErrorDefinition {
  /** HTTP status that a page or the API answers with. */
  readonly status: number
  readonly text: Text
}

/**
 * A refusal that a person can act on. `code` is stable and public (`AREA_REASON`, listed in docs/errors.md);
 * `text` says in the reader's language what to do; `field` names the form field it belongs to.
 */
export interface CodedError extends ErrorDefinition {
  readonly code: string
  readonly params: Params
  readonly field?: string
}

type Raise = (params?: Params, field?: string) => CodedError
type Reason = Lowercase<string> | Uppercase<string>

/**
 * Declares the refusals of one area: `defineErrors('CASE', { STALE: {...} })` gives `{ STALE: (params) => CodedError }`
 * with the code `CASE_STALE`. The definitions stay readable at `.definitions` for docs/errors.md.
 */
export function defineErrors<K extends Reason>(area: string, table: Record<K, ErrorDefinition>) {
  const raise = {} as Record<K, Raise>
  for (const reason of Object.keys(table) as K[]) {
    raise[reason] = (params = {}, field) => ({
      ...table[reason],
      code: `${area}_${reason}`,
      params,
      ...(field === undefined ? {} : { field }),
    })
  }
  return { ...raise, area, definitions: table }
}
