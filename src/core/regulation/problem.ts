/** One reason why a regulation is refused, for the person who writes it. `line` counts from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  /** `REGULATION_*`, listed in docs/regulation-language.md. */
  readonly code: string
  /** English, one sentence: what is wrong and what would be right. */
  readonly message: string
}

/** A place in a file: the keys and indexes that lead to it. */
export type Path = readonly (string | number)[]

/** What a check found: like {@link Problem}, with the place not looked up yet. */
export interface Finding {
  readonly in: 'regulation' | 'form' | 'service'
  readonly at: Path
  readonly code: string
  readonly message: string
}

export const inRegulation = (at: Path, reason: string, message: string): Finding => ({
  in: 'regulation',
  at,
  code: `REGULATION_${reason}`,
  message,
})

export const inForm = (at: Path, reason: string, message: string): Finding => ({
  in: 'form',
  at,
  code: `REGULATION_${reason}`,
  message,
})
