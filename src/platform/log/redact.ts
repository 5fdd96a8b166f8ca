/** Members whose value never goes into a log, at any depth (house rule: no names, numbers of persons, documents). */
const SECRET = new Set([
  'iin',
  'bin',
  'name',
  'surname',
  'firstName',
  'lastName',
  'patronymic',
  'fullName',
  'birthDate',
  'address',
  'phone',
  'email',
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  'privateKey',
  'body',
  'payload',
  'content',
])
const HIDDEN = '[hidden]'
const DEEPEST = 6

/** Twelve digits in a row are an IIN or a BIN, wherever they stand in a text. */
export const maskNumbers = (text: string): string =>
  text.replace(/(?<!\d)\d{12}(?!\d)/g, '[number]')

/** A copy of what is to be logged without anything personal. Errors are left to the error serializer. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskNumbers(value)
  if (typeof value !== 'object' || value === null || value instanceof Error) return value
  if (Buffer.isBuffer(value) || depth === DEEPEST) return HIDDEN
  if (Array.isArray(value)) return value.map((member) => redact(member, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      SECRET.has(key) && member !== undefined ? HIDDEN : redact(member, depth + 1),
    ]),
  )
}

export interface LoggedError {
  readonly type: string
  readonly code?: string
  readonly message: string
  readonly at: readonly string[]
}

/** An error as it is logged: PostgreSQL's `detail`, which quotes rows, and other members stay out. */
export function describeError(error: unknown): LoggedError | string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const code: unknown = 'code' in error ? error.code : undefined
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: maskNumbers(error.message),
    at: frames.slice(0, 8).map((line) => line.trim().slice(3)),
  }
}
