/** What can be kept in an event, a message or a signed document. Numbers are integers: money is tiyn, shares are text. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/**
 * The one byte form of a JSON value (RFC 8785 for the values of {@link Json}): keys sorted by UTF-16 code unit, no space,
 * undefined members left out. What is hashed and signed is always this text in UTF-8.
 * @throws TypeError for a number that is not a safe integer, and for anything that is not JSON.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string')
    return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new TypeError(`canonical JSON has integers only: ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`not JSON: ${typeof value}`)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

/** The text that a member of stored JSON is; empty when it is something else or not there. */
export const jsonText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : ''
