import type { z } from 'zod'
import { FIELD_KINDS } from './field-kinds.ts'
import type { Path, Problem } from './problem.ts'
import type { Source } from './source.ts'
import { VERBS } from './verbs.ts'

type Issue = z.core.$ZodIssue

/** The value of a file in the shape of a schema, or every place where its shape is wrong. */
export function readShape<S extends z.ZodType>(
  source: Source,
  schema: S,
): { readonly value?: z.output<S>; readonly problems: readonly Problem[] } {
  if (source.problems.length > 0) return { problems: source.problems }
  const parsed = schema.safeParse(source.value)
  if (parsed.success) return { value: parsed.data, problems: [] }
  return { problems: parsed.error.issues.flatMap((issue) => problemsOf(source, issue, [])) }
}

function problemsOf(source: Source, issue: Issue, above: Path): readonly Problem[] {
  const at = [...above, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))]
  const nearest = issue.code === 'invalid_union' ? closestBranch(issue.errors) : undefined
  if (nearest !== undefined) return nearest.flatMap((inner) => problemsOf(source, inner, at))
  const place = issue.code === 'unrecognized_keys' ? [...at, issue.keys[0] ?? ''] : at
  const { reason, message } = explain(source, issue, at)
  return [{ file: source.path, line: source.lineOf(place), code: `REGULATION_${reason}`, message }]
}

/** Of a union, the only branch that failed inside and not at its root: the one that was meant. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const inside = branches.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 && issue.code !== 'unrecognized_keys'),
  )
  return inside.length === 1 && inside[0]?.length !== 0 ? inside[0] : undefined
}

function explain(source: Source, issue: Issue, at: Path): { reason: string; message: string } {
  const key = String(at.at(-1) ?? '')
  const value = valueAt(source.value, at)
  const where = at.join('.')
  if (issue.code === 'unrecognized_keys')
    return {
      reason: 'UNKNOWN_KEY',
      message: `${where || 'the file'} has no "${issue.keys.join('", "')}"`,
    }
  if (value === undefined && ['kk', 'ru', 'en'].includes(key))
    return {
      reason: 'TEXT_MISSING',
      message: `${at.slice(0, -1).join('.')} lacks its text in "${key}"`,
    }
  if (value === undefined) return { reason: 'MISSING', message: `${where} is missing` }
  return explainValue(issue, { key, value, where })
}

function explainValue(issue: Issue, at: { key: string; value: unknown; where: string }) {
  const shown = JSON.stringify(at.value)?.slice(0, 60) ?? 'this'
  if (at.key === 'does' && !Object.hasOwn(VERBS, String(at.value)))
    return {
      reason: 'UNKNOWN_VERB',
      message: `there is no verb ${shown}; the verbs are: ${Object.keys(VERBS).join(', ')}`,
    }
  if (at.key === 'kind' && at.where.includes('fields'))
    return {
      reason: 'UNKNOWN_FIELD_KIND',
      message: `there is no field kind ${shown}; the kinds are: ${FIELD_KINDS.join(', ')}`,
    }
  if (/(^|\.)(term|within)(\.|$)/.test(at.where))
    return {
      reason: 'TERM',
      message: `${shown} is no term: "none", "notCounted", or one of seconds, minutes, hours, calendarDays, workingDays with a number or {min, max}`,
    }
  return { reason: 'SHAPE', message: `${at.where}: ${issue.message} (found ${shown})` }
}

function valueAt(value: unknown, at: Path): unknown {
  return at.reduce<unknown>(
    (inner, key) =>
      inner !== null && typeof inner === 'object' && Object.hasOwn(inner, key)
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  )
}
