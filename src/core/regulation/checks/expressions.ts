import type { Json, JsonObject } from '#core/kernel'
import type { Check } from '../draft.ts'
import { interpret } from '../expression/feel.ts'
import { compileSimple, tried } from '../expression/simple.ts'
import type { Finding } from '../problem.ts'
import type { Samples } from '../samples.ts'
import { type Site, sitesOf } from '../sites.ts'

/**
 * Every expression is tried on all kinds of data that it can meet. A name or member that is not there, a comparison of
 * different types, any other warning of the interpreter, or a value of the wrong type is an error.
 */
export const expressionsHold: Check = (draft) =>
  sitesOf(draft).flatMap((site) => faultOf(site) ?? [])

function faultOf(site: Site): Finding | undefined {
  const finding = (reason: string, message: string): Finding => ({
    in: site.in,
    at: site.at,
    code: `REGULATION_${reason}`,
    message: `${quoted(site.expression)}: ${message}`,
  })
  const simple = compileSimple(site.expression)
  if (simple === undefined && site.in === 'form')
    return finding(
      'FORM_EXPRESSION',
      'a form keeps to the simple part of FEEL, which the browser knows too',
    )
  for (const context of told(site)) {
    const { value, warnings } = interpret(site.expression, context)
    if (warnings[0] !== undefined) return finding('EXPRESSION', warnings[0])
    if (simple !== undefined && !same(tried(simple, context), value))
      return finding('EXPRESSION', 'it mixes types, so that its value depends on who evaluates it')
    if (!FITS[site.gives](value)) return finding('EXPRESSION_TYPE', wrongType(site, value))
  }
  return undefined
}

/** The data as far as the expression can see them, each kind once: most expressions look at one or two names. */
function told(site: Site): Samples {
  const words = new Set(site.expression.match(/[A-Za-z][A-Za-z0-9]*/g))
  const seen = new Map<string, JsonObject>()
  for (const context of site.contexts()) {
    const part = only(context, words)
    for (const [name, value] of Object.entries(part))
      if (isContext(value)) part[name] = only(value, words)
    seen.set(JSON.stringify(part), part)
  }
  return [...seen.values()]
}

const only = (value: JsonObject, words: ReadonlySet<string>): Record<string, Json> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => words.has(name)))

const isContext = (value: Json): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const quoted = (expression: string) =>
  `"${expression.length > 60 ? `${expression.slice(0, 57)}...` : expression}"`

const same = (a: Json | undefined, b: Json) => JSON.stringify(a) === JSON.stringify(b)

const isScalar = (value: Json) => value === null || typeof value !== 'object'

const FITS: Readonly<Record<Site['gives'], (value: Json) => boolean>> = {
  condition: (value) => typeof value === 'boolean',
  value: () => true,
  text: (value) => value === null || typeof value === 'string',
  scalar: isScalar,
  list: (value) => Array.isArray(value) && value.every((item: Json) => typeof item === 'string'),
  bilingual: isBilingual,
  words: (value) => value === null || typeof value === 'string' || isBilingual(value),
}

function isBilingual(value: Json): boolean {
  if (value === null || typeof value !== 'object' || !('kk' in value)) return false
  return typeof value['kk'] === 'string' && typeof value['ru'] === 'string'
}

const NAMES: Readonly<Record<Site['gives'], string>> = {
  condition: 'true or false',
  value: 'a value',
  text: 'a text or null',
  scalar: 'a text, a number, true, false or null',
  list: 'a list of names',
  bilingual: 'a text in Kazakh and in Russian, {kk, ru},',
  words: 'a text, {kk, ru, en} or null',
}

const wrongType = (site: Site, value: Json) =>
  `gives ${JSON.stringify(value).slice(0, 60)}, but ${NAMES[site.gives]} is needed here`
