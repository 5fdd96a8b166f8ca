import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interpret } from './feel.ts'
import { hasAge } from './functions.ts'
import { compileSimple, tried } from './simple.ts'

const context = {
  item: 'ф',
  other: 3,
  form: { variant: 'history', house: null, count: 3, agreed: true },
  realty: { status: 'found', objects: [{ address: { kk: 'а' } }, { address: { kk: 'б' } }] },
  party: { kind: 'person', number: '840731400431' },
}

const scalar = fc.constantFrom(
  'form.variant',
  'form.house',
  'form.count',
  'form.agreed',
  'party.kind',
  '"history"',
  '"a \\" \\\\ қ"',
  '3',
  '0',
  'true',
  'false',
  'null',
  '(form.variant)',
)
const expression = fc.letrec<{ any: string; compared: string; value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc
      .tuple(tie('compared'), tie('value'), tie('value'))
      .map(([c, a, b]) => `(if ${c} then ${a} else ${b})`),
  ),
  compared: fc.tuple(scalar, fc.constantFrom('=', '!='), scalar).map((parts) => parts.join(' ')),
  any: fc.oneof(
    { maxDepth: 4 },
    tie('compared'),
    scalar,
    fc
      .tuple(tie('any'), fc.constantFrom('and', 'or'), tie('any'))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('any').map((inner) => `not(${inner})`),
    fc
      .tuple(tie('value'), tie('any'))
      .map(([a, b]) => `{a: ${a}, b: [${b}, realty.objects.address.kk]}`),
  ),
}))

test('the simple part of FEEL gives what the interpreter gives', () => {
  fc.assert(
    fc.property(expression.any, (text) => {
      const simple = compileSimple(text)
      expect(simple, text).toBeDefined()
      expect(simple?.(context), text).toEqual(interpret(text, context).value)
    }),
    { numRuns: 500 },
  )
})

const richer = fc.letrec<{ sum: string; list: string }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.constantFrom('item', 'other', '"ә"', '2'),
    fc.tuple(tie('sum'), tie('sum')).map(([a, b]) => `${a} + ${b}`),
    tie('list').map((list) => `count(${list})`),
    tie('sum').map((value) => `string(${value})`),
    fc.tuple(tie('list'), scalar).map(([list, one]) => `list contains(${list}, ${one})`),
    fc
      .tuple(tie('sum'), fc.integer({ min: 1, max: 4 }), fc.constantFrom('', ', 0', ', 2'))
      .map(([value, from, length]) => `substring(${value}, ${from}${length})`),
    fc.constantFrom(
      'hasAge(party.number, 18, "2002-07-30")',
      'hasAge(party.number, 18, "2002-07-31")',
      'hasAge("840731400431", 18, form.house)',
      'hasAge(form.variant, 18, "2002-07-31")',
      'hasAge(null, 18, "2002-07-31")',
    ),
    fc.constantFrom('moment("2015-03-16T05:20:00Z")', 'moment(null)', 'moment(form.variant)'),
  ),
  list: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('realty.objects.address.kk', 'null', '[]', '["a", null, 7]', '"a"'),
    fc.tuple(tie('list'), tie('sum')).map(([list, sum]) => `(for item in ${list} return ${sum})`),
    fc
      .tuple(tie('list'), tie('list'))
      .map(([a, b]) => `(for item in ${a} return for other in ${b} return other)`),
  ),
}))

function outcomeOf(written: string) {
  const simple = compileSimple(written)
  if (simple === undefined) throw new Error(`not simple: ${written}`)
  return tried(simple, context)
}

const isAbsence = (warning: string) => warning.endsWith('not found')

test('sums, lists and functions give what the interpreter gives, and are refused where it warns', () => {
  fc.assert(
    fc.property(fc.oneof(richer.sum, richer.list), (written) => {
      const { value, warnings } = interpret(written, context)
      const faults = warnings.filter((warning) => !isAbsence(warning))
      const outcome = outcomeOf(written)
      // The text of a list is left to nobody: a document has no use for it.
      const isRefused = faults.length > 0 || (outcome === undefined && written.includes('string('))
      expect(outcome, written).toEqual(isRefused ? undefined : value)
    }),
    { numRuns: 1500 },
  )
})

test.each([
  '1.5',
  'a - b',
  'sum(form)',
  'list contains(a)',
  'list contains a',
  'count(a, b)',
  'for x in a, y in b return x',
  'for 1 in a return 1',
  'a[1]',
  'a in b',
  '"a\\n"',
  'a =',
  'a +',
  '(a',
  '@"2026-01-01"',
])('what needs the interpreter is left to it: %s', (text) =>
  expect(compileSimple(text)).toBeUndefined(),
)

test.each([
  ['840731400431', '2002-07-30', false],
  ['840731400431', '2002-07-31', true],
  // Of a person of the twenty-first century.
  ['150612600018', '2033-06-12', true],
  ['нет', '2033-06-12', null],
])('%s is of age on %s: %s', (number, day, is) => expect(hasAge(number, 18, day)).toBe(is))

test('any text is either compiled or left alone, never an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc
          .array(fc.constantFrom('(', ')', 'a', '.', 'if', 'not', '"', '=', '{', ':'))
          .map((t) => t.join(' ')),
      ),
      (text) => {
        if (compileSimple(text) !== undefined) outcomeOf(text)
        interpret(text, context)
      },
    ),
  )
  expect(compileSimple('('.repeat(5000))).toBeUndefined()
})
