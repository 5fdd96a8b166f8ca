/**
 * A call of an SQL function that a module offers, to be part of somebody else's statement: what several modules write is
 * then one statement, so one round trip and one transaction. A function that fails undoes the whole statement.
 */
export interface SqlCall {
  /** With its schema: `jobs.add`. */
  readonly name: string
  readonly values: readonly unknown[]
}

/** `jobs.add($4), gateway.send($5, $6)` with the values in that order; `first` is the number of the first one. */
export function writeCalls(
  calls: readonly SqlCall[],
  first: number,
): { readonly text: string; readonly values: readonly unknown[] } {
  let next = first
  const texts = calls.map(({ name, values }) => {
    const numbers = values.map((_, offset) => `$${next + offset}`)
    next += values.length
    return `${name}(${numbers.join(', ')})`
  })
  return { text: texts.join(', '), values: calls.flatMap(({ values }) => values) }
}
