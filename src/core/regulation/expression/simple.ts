import type { Json, JsonObject } from '#core/kernel'
import { FUNCTIONS } from './functions.ts'
import { readTokens, type Token } from './tokens.ts'

/**
 * An expression made ready: the value over a context, names that are absent give null.
 * @throws TypeError where the interpreter would warn: the data are not what the samples at load promised.
 */
export type Compiled = (context: JsonObject) => Json

/** The part of FEEL that needs no interpreter failed to read it; the expression may still be good FEEL. */
class NotSimple extends Error {}

/**
 * Compiles the simple part of FEEL into a function: paths, literals, lists and contexts, `+`, `=` and `!=`, `and`, `or`, `not()`,
 * `if then else`, `for in return`, and a few functions. Undefined for everything else. It agrees with the interpreter on what it accepts (a test and the loader
 * hold it to that), needs no library, and so runs in the browser and in the engine's hot paths.
 */
export function compileSimple(expression: string): Compiled | undefined {
  const tokens = readTokens(expression)
  if (tokens === undefined) return undefined
  try {
    const reader = new Reader(tokens)
    const compiled = disjunction(reader)
    return reader.atEnd() ? compiled : undefined
  } catch (error) {
    if (error instanceof NotSimple) return undefined
    throw error
  }
}

/** The value over these data; undefined where they are not what the expression takes. */
export function tried(compiled: Compiled, context: JsonObject): Json | undefined {
  try {
    return compiled(context)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

class Reader {
  private at = 0
  private depth = 0
  private readonly tokens: readonly Token[]
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }
  atEnd(): boolean {
    return this.at === this.tokens.length
  }
  /** Takes the next token if it is this word or sign. */
  take(text: string): boolean {
    const token = this.tokens[this.at]
    if (token?.kind === 'literal' || token?.text !== text) return false
    this.at += 1
    return true
  }
  need(text: string): void {
    if (!this.take(text)) throw new NotSimple()
  }
  next(): Token {
    const token = this.tokens[this.at]
    if (token === undefined) throw new NotSimple()
    this.at += 1
    return token
  }
  nested<T>(read: () => T): T {
    this.depth += 1
    if (this.depth > 30) throw new NotSimple()
    const value = read()
    this.depth -= 1
    return value
  }
}

function disjunction(reader: Reader): Compiled {
  let left = conjunction(reader)
  while (reader.take('or')) {
    const [a, b] = [left, conjunction(reader)]
    left = (context) => or(truth(a(context)), truth(b(context)))
  }
  return left
}

function conjunction(reader: Reader): Compiled {
  let left = comparison(reader)
  while (reader.take('and')) {
    const [a, b] = [left, comparison(reader)]
    left = (context) => and(truth(a(context)), truth(b(context)))
  }
  return left
}

const truth = (value: Json) => (typeof value === 'boolean' ? value : null)

function or(a: boolean | null, b: boolean | null): boolean | null {
  if (a === true || b === true) return true
  return a === null || b === null ? null : false
}

function and(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false
  return a === null || b === null ? null : true
}

function comparison(reader: Reader): Compiled {
  const left = sum(reader)
  if (reader.take('=')) {
    const right = sum(reader)
    return (context) => equal(left(context), right(context))
  }
  if (!reader.take('!=')) return left
  const right = sum(reader)
  return (context) => {
    const same = equal(left(context), right(context))
    return same === null ? null : !same
  }
}

/** FEEL's equality: with null it is an answer, between different types it is null. */
function equal(a: Json, b: Json): boolean | null {
  if (a === null || b === null) return a === b
  return typeof a === typeof b && typeof a !== 'object' ? a === b : null
}

function sum(reader: Reader): Compiled {
  let left = primary(reader)
  while (reader.take('+')) {
    const [a, b] = [left, primary(reader)]
    left = (context) => added(a(context), b(context))
  }
  return left
}

function added(a: Json, b: Json): Json {
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b
  throw new TypeError(`${typeof a} and ${typeof b} cannot be added`)
}

function primary(reader: Reader): Compiled {
  return reader.nested(() => {
    if (reader.take('(')) return closed(reader, ')')
    if (reader.take('[')) return list(reader)
    if (reader.take('{')) return members(reader)
    if (reader.take('if')) return conditional(reader)
    if (reader.take('for')) return iteration(reader)
    const token = reader.next()
    if (token.kind === 'literal') return () => token.value
    if (token.kind !== 'name') throw new NotSimple()
    return token.text === 'not' ? negation(reader) : path(reader, token.text)
  })
}

function closed(reader: Reader, end: string): Compiled {
  const inner = disjunction(reader)
  reader.need(end)
  return inner
}

function negation(reader: Reader): Compiled {
  reader.need('(')
  const inner = closed(reader, ')')
  return (context) => {
    const value = truth(inner(context))
    return value === null ? null : !value
  }
}

function conditional(reader: Reader): Compiled {
  const condition = disjunction(reader)
  reader.need('then')
  const yes = disjunction(reader)
  reader.need('else')
  const no = disjunction(reader)
  return (context) => (condition(context) === true ? yes(context) : no(context))
}

/** `for name in list return value`; over what is no list, null. */
function iteration(reader: Reader): Compiled {
  const name = reader.next()
  if (name.kind !== 'name') throw new NotSimple()
  reader.need('in')
  const all = disjunction(reader)
  reader.need('return')
  const each = disjunction(reader)
  return (context) => {
    const items = all(context)
    if (!isList(items)) return null
    return items.map((item) => each({ ...context, [name.text]: item }))
  }
}

function parts(reader: Reader, end: string): readonly Compiled[] {
  const items: Compiled[] = []
  while (!reader.take(end)) {
    if (items.length > 0) reader.need(',')
    items.push(disjunction(reader))
  }
  return items
}

function call(reader: Reader, name: string): Compiled {
  const known = FUNCTIONS.get(name)
  const args = parts(reader, ')')
  if (known === undefined || !known.takes.includes(args.length)) throw new NotSimple()
  return (context) => known.gives(args.map((arg) => arg(context)))
}

function list(reader: Reader): Compiled {
  const items = parts(reader, ']')
  return (context) => items.map((item) => item(context))
}

function members(reader: Reader): Compiled {
  const found: (readonly [string, Compiled])[] = []
  while (!reader.take('}')) {
    if (found.length > 0) reader.need(',')
    const key = reader.next()
    if (key.kind !== 'name') throw new NotSimple()
    reader.need(':')
    found.push([key.text, disjunction(reader)])
  }
  return (values) => Object.fromEntries(found.map(([key, value]) => [key, value(values)]))
}

const RESERVED = new Set(['and', 'or', 'then', 'else', 'for', 'in', 'return', 'some', 'every'])

function path(reader: Reader, first: string): Compiled {
  if (RESERVED.has(first)) throw new NotSimple()
  if (reader.take('(')) return call(reader, first)
  // The one function of two words.
  if (first === 'list' && reader.take('contains')) {
    reader.need('(')
    return call(reader, 'list contains')
  }
  const keys = [first]
  while (reader.take('.')) {
    const key = reader.next()
    if (key.kind !== 'name') throw new NotSimple()
    keys.push(key.text)
  }
  return (context) => keys.reduce<Json>(member, context)
}

/** A member of a context; of a list, the members of its items. */
function member(value: Json, key: string): Json {
  if (isList(value)) return value.map((item) => member(item, key))
  if (value === null || typeof value !== 'object') return null
  return Object.hasOwn(value, key) ? (value[key] ?? null) : null
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
