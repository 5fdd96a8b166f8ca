import type { Contract } from '#core/contracts'
import type { Json, JsonObject } from '#core/kernel'
import { filledBy } from './filled-sample.ts'
import type { FieldData, FormData } from './model.ts'

/**
 * Values of every kind that a thing can have, for trying expressions out: `full` has all that may be there, `sparse` only
 * what must be, the rest null.
 */
export type Samples = readonly JsonObject[]

const PARTIES = {
  person: { kind: 'person', number: '840731400431' },
  entity: { kind: 'entity', number: '120140000017' },
} as const
export const partySample = (kind: 'person' | 'entity'): JsonObject => PARTIES[kind]

const isObject = (value: Json): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** The bodies of a registry's answers of one status: the contract's sample, and the same with all nulls that it allows. */
export function answerSamples(contract: Contract, status: string): Samples {
  const known: Readonly<Record<string, unknown>> = contract.sample
  const answer = known[status]
  if (answer === undefined) return [{}]
  const bare = answer as JsonObject
  const full = filledBy(contract.answer, bare)
  const sparse = sparseOf(full, contract)
  return [full, sparse, bare]
}

/** The sample with everything null that the contract allows to be null. */
function sparseOf(full: JsonObject, contract: Contract): JsonObject {
  let sample = full
  for (const path of pathsOf(full)) {
    const candidate = replaced(sample, path, null)
    if (isObject(candidate) && contract.answer.safeParse(candidate).success) sample = candidate
  }
  return sample
}

type Step = string | number

/** Places in a value, inner ones before those that hold them. */
function pathsOf(value: Json, at: readonly Step[] = []): readonly (readonly Step[])[] {
  if (value === null || typeof value !== 'object') return [at]
  const members: readonly (readonly [Step, Json])[] = Array.isArray(value)
    ? value.map((item: Json, i) => [i, item] as const)
    : Object.entries(value)
  return [...members.flatMap(([step, member]) => pathsOf(member, [...at, step])), at]
}

function replaced(value: Json, path: readonly Step[], by: Json): Json {
  const [step, ...rest] = path
  if (step === undefined) return by
  if (Array.isArray(value))
    return value.map((item: Json, i) => (i === step ? replaced(item, rest, by) : item))
  if (!isObject(value)) return value
  return { ...value, [step]: replaced(value[step] ?? null, rest, by) }
}

/** What the platform keeps of bodies, commissions and decisions. */
export function decisionSamples(bodies: readonly string[] | undefined): Samples {
  const one = { positive: true, remark: null, at: '2026-11-22T06:00:00.000Z' }
  const other = { positive: false, remark: 'мәтін', at: '2026-11-22T06:00:00.000Z' }
  if (bodies === undefined) return [one, other]
  return [one, other].map((said) => Object.fromEntries(bodies.map((body) => [body, said])))
}

/** Filled forms: one for each option of its choices with all fields there, and one with nothing that may be left out. */
export function formSamples(form: FormData): Samples {
  const fields = form.pages.flatMap((page) => page.fields)
  const most = Math.max(1, ...fields.map((field) => optionsOf(field).length))
  const full = Array.from({ length: most }, (_, nth) =>
    Object.fromEntries(fields.map((field) => [field.id, valueOf(field, nth)])),
  )
  const sparse = fields.map((field) => {
    const asked = field.required === true && field.when === undefined
    return [field.id, asked ? valueOf(field, 0) : null] as const
  })
  return [...full, Object.fromEntries(sparse)]
}

const optionsOf = (field: FieldData): readonly string[] => {
  if (field.kind === 'choice') return field.options.map((option) => option.value)
  return field.kind === 'region' ? (field.codes ?? []).slice(0, 2) : []
}

function valueOf(field: FieldData, nth: number): Json {
  switch (field.kind) {
    case 'number-of-party':
      return '840731400431'
    case 'choice':
    case 'region': {
      const options = optionsOf(field)
      return options[nth % Math.max(1, options.length)] ?? '630000000'
    }
    case 'text':
      return 'м'.repeat(Math.min(field.maxLength, 2000))
    case 'cadastral-number':
      return '05:245:001:123:1:2'
    case 'file':
      return '5f0f6c1e-8a55-4b7e-9d57-0c5a4b1f2e3d'
    default:
      return field satisfies never
  }
}
