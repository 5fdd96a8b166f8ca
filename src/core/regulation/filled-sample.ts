import { z } from 'zod'
import type { Json, JsonObject } from '#core/kernel'

type Schema = z.core.JSONSchema.BaseSchema

const isObject = (value: Json): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** The sample with an item in every list that is empty, so that expressions over lists are tried too. */
export function filledBy(contract: z.ZodType, sample: JsonObject): JsonObject {
  const full = filled(sample, z.toJSONSchema(contract, { unrepresentable: 'any' }))
  return isObject(full) ? full : sample
}

function filled(value: Json, schema: Schema): Json {
  const meant = schema.anyOf?.find((one) => one.type !== 'null') ?? schema
  if (Array.isArray(value)) return listOf(value, meant)
  if (!isObject(value)) return value
  const members = Object.entries(value).map(([key, member]) => {
    const inside = meant.properties?.[key]
    return [key, typeof inside === 'object' ? filled(member, inside) : member] as const
  })
  return Object.fromEntries(members)
}

function listOf(value: readonly Json[], schema: Schema): Json {
  const item = schema.items
  if (item === undefined || typeof item !== 'object' || Array.isArray(item)) return value
  return value.length === 0 ? [invented(item)] : value.map((one) => filled(one, item))
}

/** A value of the schema's types; what a text must look like inside is not tried. */
function invented(schema: Schema): Json {
  const meant = schema.anyOf?.find((one) => one.type !== 'null') ?? schema
  const [first] = meant.enum ?? []
  if (typeof first === 'string') return first
  const make = INVENTED[String(meant.type)]
  return make === undefined ? 'мәтін' : make(meant)
}

const INVENTED: Readonly<Record<string, (schema: Schema) => Json>> = {
  object: (schema) =>
    Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(
        ([key, inside]) => [key, typeof inside === 'object' ? invented(inside) : null] as const,
      ),
    ),
  array: (schema) => listOf([], schema),
  boolean: () => true,
  integer: () => 1,
  number: () => 1,
  string: (schema) => (schema.format === 'date-time' ? '2012-05-15T06:00:00.000Z' : 'мәтін'),
}
