import type { Lang } from '#core/kernel'
import { stemOf } from './stems.ts'

export interface Segment {
  readonly text: string
  readonly hit: boolean
}

/** A text cut where it says what was searched for. */
export function highlight(text: string, lang: Lang, hits: ReadonlySet<string>): Segment[] {
  if (hits.size === 0) return [{ text, hit: false }]
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, hit: hits.has(stemOf(part.toLowerCase(), lang)) }))
}
