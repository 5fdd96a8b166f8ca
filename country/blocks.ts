import type { PlainDate } from '#core/kernel'

export interface CountryOptions {
  /** Number of people, the fixed personas included; 1,000. There is one legal entity for ten people. */
  readonly size?: number
  /** The same seed and the same day give the same country. */
  readonly seed?: number
  /** The day on which this is the country; from 2013 on. */
  readonly today: PlainDate
}

/** A part of the country that is whole in itself: nobody in it owns, heads, founds or marries outside it. */
export interface Block {
  readonly block: number
  readonly size: number
  readonly seed: number
  readonly today: PlainDate
}

const DEFAULT_SIZE = 1000
const BLOCK_SIZE = 5000
/** Numbers, addresses and quarters of the cadastre are shared out among so many blocks: a million people. */
export const MOST_BLOCKS = 200

/** The blocks that make up a country. The personas live in the first one. */
export function blocksOf({ size = DEFAULT_SIZE, seed = 1, today }: CountryOptions): Block[] {
  const count = Math.max(1, Math.ceil(size / BLOCK_SIZE))
  if (count > MOST_BLOCKS) throw new RangeError('a country has at most a million people')
  return Array.from({ length: count }, (_, block) => ({
    block,
    size: Math.min(BLOCK_SIZE, size - block * BLOCK_SIZE),
    seed: block === 0 ? seed : Math.imul(seed, 0x9e3779b1) ^ Math.imul(block, 0x85ebca6b),
    today,
  }))
}
