import fc from 'fast-check'

const HOSTILE = [
  'nul\u0000byte',
  '%00',
  '\ud800',
  '../../etc/passwd',
  "'; drop table cases.case_state; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '\u202e\u200b',
  'x'.repeat(100_000),
]
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'number[]', 'version', '']
const field = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 60 }))
/** Fields of a form as somebody sends them who means harm, or whose program is broken. */
export const hostileFields = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      ...NAMES,
      'number',
      'password',
      'region',
      'variant',
      'object',
      'cms',
      'sha256',
      'do',
      'q1',
    ),
    fc.string({ maxLength: 8 }),
  ),
  field,
  { maxKeys: 6 },
)
