/** The code that Node.js (`ENOENT`) or PostgreSQL (`42P04`) puts on an error; undefined for an error without one. */
export function errorCode(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
