import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interpret } from './feel.ts'
import { compileSimple } from './simple.ts'

const context = {
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

test.each([
  '1.5',
  'a + b',
  'count(form)',
  'a[1]',
  'a in b',
  'for x in y return x',
  '"a\\n"',
  'a =',
  '(a',
  '@"2026-01-01"',
])('what needs the interpreter is left to it: %s', (text) =>
  expect(compileSimple(text)).toBeUndefined(),
)

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
        const compiled = compileSimple(text)
        if (compiled) compiled(context)
        interpret(text, context)
      },
    ),
  )
  expect(compileSimple('('.repeat(5000))).toBeUndefined()
})
