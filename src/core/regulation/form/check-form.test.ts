import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGS } from '#core/kernel'
import { loadSample } from '../testing/index.ts'
import { checkForm, type FormSource, formSource } from './check-form.ts'
import { formErrors } from './errors.ts'

const person = {
  party: { kind: 'person', number: '840731400431' },
  applicant: { address: null },
  case: { language: 'kk' },
}
const entity = { ...person, party: { kind: 'entity', number: '120140000017' } }
const good = {
  identityDocument: 'ПАСПОРТ РК',
  variant: 'current',
  region: '710000000',
  object: 'region',
  language: 'kk',
}
const edition = () => {
  const { edition: loaded } = loadSample()
  if (loaded === undefined) throw new Error('the sample edition is sound')
  return loaded
}
const source: FormSource = edition()
const check = (input: Record<string, string>, context = person) =>
  checkForm(source, 'request', input, context)
const faults = (input: Record<string, string>, context = person) =>
  check(input, context).errors.map((error) => `${error.field} ${error.code}`)

describe('format-logic control of the request', () => {
  test('takes a full request and takes the number from the account alone', () => {
    const { values, errors } = check({ ...good, number: '810921300640', unknown: 'x' })
    expect(errors).toEqual([])
    expect(values).toEqual({
      ...good,
      number: '840731400431',
      address: null,
      house: null,
      block: null,
      flat: null,
      cadastralNumber: null,
    })
  })

  test('asks a legal entity for no identity document', () => {
    expect(faults(good, entity)).toEqual([])
    expect(check(good, entity).values['identityDocument']).toBeNull()
  })

  test('names every field that is missing, in the order of the form', () => {
    expect(faults({})).toEqual([
      'identityDocument FORM_CHOICE',
      'variant FORM_CHOICE',
      'region FORM_REGION',
      'object FORM_CHOICE',
      'language FORM_CHOICE',
    ])
  })

  test('asks for street and house only when one object is named by its address', () => {
    expect(faults({ ...good, object: 'address' })).toEqual([
      'address FORM_REQUIRED',
      'house FORM_REQUIRED',
    ])
    const { values, errors } = check({
      ...good,
      object: 'address',
      address: '  Абая \t',
      house: '12',
      flat: '2',
    })
    expect(errors).toEqual([])
    expect(values).toMatchObject({ address: 'Абая', house: '12', flat: '2', block: null })
  })

  test('forgets what was typed into a field that no longer applies', () => {
    expect(check({ ...good, address: 'Абая', cadastralNumber: 'x' }).values).toMatchObject({
      address: null,
      cadastralNumber: null,
    })
  })

  test.each([
    ['05-245-001-123-1-2', '05:245:001:123:1:2'],
    [' 20:315:012:345 ', '20:315:012:345'],
    ['05 245 001 64', '05:245:001:64'],
    ['05:245: 001:64', '05:245:001:64'],
    ['05:085:001:123:1:25/а', '05:085:001:123:1:25/А'],
  ])('writes the cadastral number %s in one way', (typed, kept) => {
    const { values, errors } = check({ ...good, object: 'cadastralNumber', cadastralNumber: typed })
    expect(errors).toEqual([])
    expect(values['cadastralNumber']).toBe(kept)
  })

  test.each([
    [
      'cadastralNumber',
      { object: 'cadastralNumber', cadastralNumber: '12' },
      'FORM_CADASTRAL_NUMBER',
    ],
    ['region', { region: '990000000' }, 'FORM_REGION'],
    ['variant', { variant: 'constructor' }, 'FORM_CHOICE'],
    ['house', { object: 'address', address: 'Абая', house: '1'.repeat(21) }, 'FORM_TOO_LONG'],
    ['house', { object: 'address', address: 'Абая', house: '1'.repeat(100_000) }, 'FORM_TOO_LONG'],
    ['house', { object: 'address', address: 'Абая', house: '1\u0000' }, 'FORM_CHARACTERS'],
    ['house', { object: 'address', address: 'Абая', house: 'a\u202eb' }, 'FORM_CHARACTERS'],
  ])('refuses a wrong %s', (field, typed, code) => {
    expect(faults({ ...good, ...typed })).toEqual([`${field} ${code}`])
  })

  test('keeps letters composed, so that one name has one spelling', () => {
    const typed = { ...good, object: 'address', address: 'и\u0306', house: '1' }
    expect(check(typed).values['address']).toBe('й')
  })
})

test('the browser comes to the same result as the server', () => {
  const browser = formSource(source.forms)
  const typed = fc.record({
    identityDocument: fc.constantFrom('', 'ПАСПОРТ РК', 'x'),
    variant: fc.constantFrom('', 'current', 'history'),
    region: fc.constantFrom('', '710000000', '1'),
    object: fc.constantFrom('', 'region', 'address', 'cadastralNumber'),
    address: fc.constantFrom('', 'Абая', '\u0000'),
    house: fc.constantFrom('', '12'),
    cadastralNumber: fc.constantFrom('', '05:245:001:123', '5'),
  })
  fc.assert(
    fc.property(typed, fc.constantFrom(person, entity), (input, context) => {
      expect(checkForm(browser, 'request', input, context)).toEqual(check(input, context))
    }),
  )
})

test('a check across fields stands at its field with its own text', () => {
  const request = source.forms['request']
  if (request === undefined) throw new Error('the form is there')
  const text = { kk: 'Тарихы керек.', ru: 'Нужна история.', en: 'Ask for the history.' }
  const checks = [{ id: 'history', field: 'variant', holds: 'form.variant = "history"', text }]
  const strict = formSource({ request: { ...request, checks } })
  expect(checkForm(strict, 'request', good, person).errors).toMatchObject([
    { code: 'FORM_RULE', field: 'variant', text },
  ])
  expect(checkForm(strict, 'request', { ...good, variant: 'history' }, person).errors).toEqual([])
})

test('hostile input gives values or coded errors at fields, never an exception', () => {
  const names = [
    'number',
    ...Object.keys(good),
    'house',
    'cadastralNumber',
    '__proto__',
    'constructor',
  ]
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('address', 'cadastralNumber', '\ud800', 'a'.repeat(5000), '${7*7}', '<script>'),
    fc.anything(),
  )
  const input = fc.dictionary(fc.constantFrom(...names), value)
  fc.assert(
    fc.property(input, fc.constantFrom(person, entity, {}), (typed, context) => {
      const { values, errors } = checkForm(
        source,
        'request',
        typed as Record<string, string>,
        context,
      )
      expect(Object.keys(values)).toHaveLength(11)
      for (const error of errors) {
        expect(error.code).toMatch(/^FORM_[A-Z_]+$/)
        expect(Object.keys(values)).toContain(error.field)
        for (const said of Object.values(error.params)) expect(typeof said).toBe('number')
      }
    }),
    { numRuns: 300 },
  )
})

test('every refusal has its text in the three languages', () => {
  for (const { text } of Object.values(formErrors.definitions))
    for (const lang of LANGS) expect(text[lang].length).toBeGreaterThan(5)
})

test('a form that is not there is broken code', () => {
  expect(() => checkForm(source, 'constructor', {}, person)).toThrow(RangeError)
})
