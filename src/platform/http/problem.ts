import type { CodedError, Lang } from '#core/kernel'
import { renderError } from '#platform/i18n'
import { httpErrors } from './errors.ts'

/** A refusal as its reader meets it; never a stack trace. */
export interface Problem {
  readonly status: number
  readonly code: string
  /** In the reader's language: what happened and what to do. */
  readonly text: string
  /** The id of the request, to be told to the help line and found in the log. */
  readonly reference: string
  readonly field?: string
}

export function problemOf(error: CodedError, lang: Lang, reference: string): Problem {
  const field = error.field === undefined ? {} : { field: error.field }
  return {
    status: error.status,
    code: error.code,
    text: renderError(error, lang),
    reference,
    ...field,
  }
}

const BY_STATUS: Readonly<Record<number, () => CodedError>> = {
  403: () => httpErrors.FORBIDDEN(),
  404: () => httpErrors.NOT_FOUND(),
  413: () => httpErrors.TOO_LARGE(),
  415: () => httpErrors.UNSUPPORTED_TYPE(),
  429: () => httpErrors.TOO_MANY(),
  503: () => httpErrors.UNAVAILABLE(),
}

/** The refusal that stands for an error of the server or of one of its plugins, by its status. */
export function refusalOfThrown(error: unknown): CodedError {
  const status = statusOf(error)
  const known = BY_STATUS[status]
  if (known !== undefined) return known()
  return status >= 400 && status < 500 ? httpErrors.BAD_REQUEST() : httpErrors.INTERNAL()
}

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error
    ? Number(error.statusCode)
    : 500
