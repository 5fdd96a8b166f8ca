import type { Machine } from './machine.ts'

/** One figure of the project's goals. */
export interface Figure {
  readonly name: string
  readonly unit: string
  readonly value: number
  readonly goal?: number
  /** Whether a bigger or a smaller value is the better one. */
  readonly better: 'more' | 'less'
}

export interface Part {
  readonly figures: readonly Figure[]
  /** What else was measured, for whoever wants to know where the time goes. */
  readonly details: Readonly<Record<string, unknown>>
}

export interface Report {
  readonly takenAt: string
  readonly machine: Machine & { readonly postgres: string; readonly loadAfter: number }
  readonly figures: readonly (Figure & { readonly reached?: boolean })[]
  readonly details: Readonly<Record<string, unknown>>
  readonly seconds: number
}

export function judged(figure: Figure): Figure & { readonly reached?: boolean } {
  const { value, goal, better } = figure
  if (goal === undefined) return figure
  return { ...figure, reached: better === 'more' ? value >= goal : value <= goal }
}

export function line({
  name,
  unit,
  value,
  goal,
  better,
  reached,
}: Report['figures'][number]): string {
  const shown = `${name.padEnd(58)} ${String(value).padStart(9)} ${unit.padEnd(8)}`
  if (goal === undefined) return shown.trimEnd()
  return `${shown} goal ${better === 'more' ? '>=' : '<='} ${goal}  ${reached ? 'reached' : 'missed'}`
}

/** The report for people. */
export function printed({ machine, figures, seconds, takenAt }: Report): string {
  const { processor, cores, node, postgres, load, loadAfter } = machine
  return [
    `${takenAt}  ${processor}, ${cores} cores, Node ${node}, PostgreSQL ${postgres}, load ${load.toFixed(2)} before, ${loadAfter.toFixed(2)} after`,
    ...figures.map(line),
    `taken in ${seconds} s`,
    '',
  ].join('\n')
}
