/**
 * What a system, or the network before it, does: no answer, a late one, a damaged one, the same message delivered twice. A registry
 * may also sign an answer that is not of the shape that it promised.
 */
export const MODES = ['down', 'twice', 'wrong', 'misshapen', 'slow'] as const
export type Mode = (typeof MODES)[number]

const WITHOUT_CONTRACT: readonly string[] = ['bank', 'authority', 'mail']

export const canFail = (system: string, mode: Mode): boolean =>
  mode !== 'misshapen' || !WITHOUT_CONTRACT.includes(system)

/** Faults by system; `hits` counts what met one. */
export interface Faults {
  set(system: string, mode: Mode | undefined): void
  modeOf(system: string): Mode | undefined
  hit(system: string): void
  hits(): number
}

export function createFaults(): Faults {
  const modes = new Map<string, Mode>()
  let hits = 0
  return {
    set(system, mode) {
      hits = 0
      if (mode === undefined) modes.delete(system)
      else modes.set(system, mode)
    },
    modeOf: (system) => modes.get(system),
    hit: () => void (hits += 1),
    hits: () => hits,
  }
}

/** How long a fault stands while too few messages have met it. */
export const LONGEST_SECONDS = 30

export const SLOW_MS = 2500

/** The same bytes with one of them altered, in the middle. */
export function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const at = Math.floor(copy.length / 2)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
