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
  const { others, ...known }: Contract['sample'] = contract.sample
  const answer = new Map(Object.entries(known)).get(status)
  if (answer === undefined) return [{}]
  const bare = answer as JsonObject
  const kinds = status === 'found' ? ((others ?? []) as Samples) : []
  const full = filledBy(contract.answer, bare)
  const sparse = sparseOf(full, contract)
  return [full, sparse, bare, ...kinds]
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

/** What is kept of a payment: one that was made, and none where an exemption holds. */
export const PAYMENTS: Samples = [
  {
    order: '20120515-000001',
    amount: 161_800,
    paidAt: '2012-05-15T06:00:00.000Z',
    receipt: '20120515-000001',
    exempt: null,
  },
  { order: null, amount: 0, paidAt: null, receipt: null, exempt: 'exempt' },
]

const PLACE = { kk: 'мәтін', ru: 'текст', en: 'text' }
export const APPOINTMENT: JsonObject = {
  office: { code: '101', name: PLACE, address: PLACE },
  at: '2012-06-20T04:30:00.000Z',
  local: '2012-06-20T10:30',
}

/** What an official enters when something is handed over. */
export const HANDED_OVER: JsonObject = {
  receivedBy: 'САҒЫНДЫҚОВА ӘСЕЛ',
  identity: '№ 012345678',
  handedOn: '2012-05-15',
}

const REPRESENTED = { iin: '840731400431', name: { kk: 'мәтін', ru: 'текст' } }
export const REPRESENTATIVES = {
  parent: { ...REPRESENTED, basis: 'parent', mandate: { relation: 'mother' } },
  attorney: { ...REPRESENTED, basis: 'attorney', mandate: { number: '00001', codes: ['a'] } },
} as const satisfies Readonly<Record<string, JsonObject>>

/** A refusal on each of these grounds, with what was found and without. */
export const refusalSamples = (grounds: readonly string[]): Samples =>
  grounds.flatMap((ground) =>
    [PLACE, null].map((remark) => ({
      ground,
      text: PLACE,
      reference: PLACE,
      advice: PLACE,
      remark,
    })),
  )

/** Filled forms: one for each option of its choices with all fields there, and one with nothing that may be left out. */
export function formSamples(form: FormData): Samples {
  const fields = form.pages.flatMap((page) => page.fields)
  const most = Math.max(1, ...fields.map((field) => optionsOf(field).length))
  const full = Array.from({ length: most }, (_, nth) =>
    Object.fromEntries(fields.map((field) => [field.id, sampleOf(field, nth)])),
  )
  const sparse = fields.map((field) => {
    const asked = field.required === true && field.when === undefined
    return [field.id, asked ? sampleOf(field, 0) : null] as const
  })
  return [...full, Object.fromEntries(sparse)]
}

const optionsOf = (field: FieldData): readonly string[] => {
  if (field.kind === 'choice') return field.options.map((option) => option.value)
  return field.kind === 'region' || field.kind === 'unit' ? (field.codes ?? []).slice(0, 2) : []
}

/** What a field of a kind can hold that offers no choice. */
const VALUES: Readonly<Record<Exclude<FieldData['kind'], 'choice' | 'text' | 'number'>, string>> = {
  'number-of-party': '840731400431',
  region: '630000000',
  unit: '630000000',
  'cadastral-number': '05:245:001:123:1:2',
  iin: '840731400431',
  bin: '120140000017',
  date: '2012-05-10',
  decimal: '54.3',
  appointment: '2012-06-20T10:30',
  file: '5f0f6c1e-8a55-4b7e-9d57-0c5a4b1f2e3d',
}

/** Shapes of text that patterns of records, codes and measures ask for. */
const SHAPES = ['54.3', ...Array.from({ length: 20 }, (_, i) => '1'.repeat(i + 1))]

function textOf(maxLength: number, pattern: string | undefined): string {
  const plain = 'м'.repeat(Math.min(maxLength, 2000))
  if (pattern === undefined) return plain
  const shape = new RegExp(pattern, 'u')
  return [plain, ...SHAPES].find((one) => shape.test(one)) ?? plain
}

/** Something that the field can hold; of a choice the nth option. */
export function sampleOf(field: FieldData, nth: number): Json {
  const options = optionsOf(field)
  const option = options[nth % Math.max(1, options.length)]
  if (option !== undefined || field.kind === 'choice') return option ?? null
  if (field.kind === 'text') return textOf(field.maxLength, field.pattern)
  if (field.kind === 'number') return field.min ?? field.max ?? 1
  return VALUES[field.kind]
}
