import { evaluate } from 'feelin'
import type { Json, JsonObject } from '#core/kernel'
import { hasAge, moment } from './functions.ts'
import { type Compiled, compileSimple } from './simple.ts'

/** What the interpreter made of an expression. Any entry in `warnings` means: do not trust the value. */
export interface Interpreted {
  readonly value: Json
  readonly warnings: readonly string[]
}

/** Evaluates any FEEL expression. Never throws: a syntax error is a warning. */
export function interpret(expression: string, context: JsonObject): Interpreted {
  try {
    const { value, warnings } = evaluate(expression, { hasAge, moment, ...context })
    const json = toJson(value)
    const said = warnings.map((warning) => warning.message)
    return json === undefined
      ? { value: null, warnings: [...said, 'the result is not a value that can be kept'] }
      : { value: json, warnings: said }
  } catch (error) {
    return { value: null, warnings: [error instanceof Error ? error.message : 'not FEEL'] }
  }
}

/** JSON of a FEEL value: dates, times and durations as their ISO text; undefined for functions, ranges and fractions. */
function toJson(value: unknown): Json | undefined {
  if (value === undefined) return null
  if (typeof value === 'object' && value !== null) return jsonOfObject(value)
  return isScalar(value) ? value : undefined
}

const isScalar = (value: unknown): value is null | string | boolean | number =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  Number.isSafeInteger(value)

function jsonOfObject(value: object): Json | undefined {
  if ('iso' in value && typeof value.iso === 'string') return value.iso
  if (Array.isArray(value)) return allOf(value.map(toJson))
  const plain = Object.getPrototypeOf(value) === Object.prototype
  return plain ? contextOf(Object.entries(value)) : undefined
}

const allOf = (items: readonly (Json | undefined)[]): Json | undefined =>
  items.every((item) => item !== undefined) ? items : undefined

function contextOf(members: readonly (readonly [string, unknown])[]): Json | undefined {
  const read = members.map(([key, member]) => [key, toJson(member)] as const)
  return read.every(([, member]) => member !== undefined)
    ? (Object.fromEntries(read) as JsonObject)
    : undefined
}

/** A name that a case has no value for yet is null; anything else that FEEL complains of must not reach a document. */
const isAbsence = (warning: string) => /^Variable '[^']*' not found$/.test(warning)

/** @throws TypeError when the data are not what the samples at load promised. */
function trusted(expression: string, context: JsonObject): Json {
  const { value, warnings } = interpret(expression, context)
  const fault = warnings.find((warning) => !isAbsence(warning))
  if (fault !== undefined) throw new TypeError(`"${expression.slice(0, 80)}": ${fault}`)
  return value
}

/** The expression as a function: compiled where it is simple, interpreted where it needs all of FEEL. */
export function compile(expression: string): Compiled {
  return compileSimple(expression) ?? ((context) => trusted(expression, context))
}
