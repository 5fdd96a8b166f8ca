import { expect, test } from 'vitest'
import { type Break, changed, expectRefused, loadSample, sampleFiles } from '../testing/index.ts'

const FORM = 'form.yaml'
const SIGN = '    next: { done: verifySignature }'
const REGION = `            kind: region
            label:
              kk: Өңір (облыс, Астана қаласы немесе Алматы қаласы)`
const EXPIRE = `  expire:
    name: { kk: Мерзімі өтті, ru: Срок истёк, en: Expired }
    does: expire
    by: portal
    note: for the test
    text: { kk: Мерзімі өтті, ru: Срок истёк, en: Expired }
  finish:`

const BREAKS: readonly Break[] = [
  {
    it: 'an action that goes on when its term passes, and has none',
    code: 'NO_TERM',
    from: SIGN,
    to: '    next: { done: verifySignature, lapsed: refuseSignature }',
    line: '  sign:',
  },
  {
    it: 'an outcome that the verb has only for others',
    code: 'UNKNOWN_OUTCOME',
    from: '    next: { done: sign }',
    to: '    next: { done: sign, declined: refuseNoData }',
    line: 'declined: refuseNoData',
  },
  {
    it: 'a signed decision of the applicant',
    code: 'WRONG_ACTOR',
    from: '    form: request\n',
    to: '    form: request\n    signed: true\n',
    line: 'signed: true',
  },
  {
    it: 'a payment where there is no duty',
    code: 'NO_DUTY',
    from: `${SIGN}\n`,
    to: `    next: { done: pay }\n  pay:\n    name: { kk: Төлеу, ru: Оплата, en: Payment }\n    does: pay\n    by: applicant\n    as: payment\n    within: { hours: 24 }\n    note: for the test\n    next: { paid: verifySignature, lapsed: refuseSignature }\n`,
    line: '  pay:',
  },
  {
    it: 'a refusal without its notification',
    code: 'NO_NOTIFICATION',
    from: '    ground: signature\n    document: refusal\n',
    to: '    ground: signature\n',
    line: '  refuseSignature:',
  },
  {
    it: 'a document without the lines of its form',
    code: 'MISSING',
    from: `    form:\n      - line: Документ сформирован`,
    to: `    forms:\n      - line: Документ сформирован`,
    line: '  refusal:',
  },
  {
    it: 'silence on who may order for another',
    code: 'MISSING',
    from: 'representation:\n',
    to: 'representatives:\n',
    line: '',
  },
  {
    it: 'nobody and somebody who may order for another',
    code: 'SHAPE',
    from: 'representation:\n',
    to: 'representation:\n  none: { kk: а, ru: а, en: a }\n',
    line: 'representation:',
  },
  {
    it: 'a signature that nobody makes',
    code: 'UNKNOWN_SIGNATURE',
    from: '    does: verify-signature\n',
    to: '    does: verify-signature\n    of: fill\n',
    line: 'of: fill',
  },
  {
    it: 'a change of something that nobody chose',
    code: 'UNKNOWN_FIELD',
    from: '      of: correction.attribute\n',
    to: '      of: correction.wrong\n',
    line: 'of: correction.wrong',
  },
  {
    it: 'a change of an entry that no register gives',
    code: 'EXPRESSION',
    from: 'entry.object.addressCode',
    to: 'entry.object.postCode',
    line: 'now:',
  },
  {
    it: 'an official of a unit that nothing tells',
    code: 'NO_UNIT',
    from: '    unit: by-centre\n    of: case.unit\n',
    to: '    unit: by-centre\n',
    line: 'unit: by-centre',
  },
  {
    it: 'an official of the whole country who has a unit',
    code: 'NO_UNIT',
    from: '    unit: by-centre\n',
    to: '    unit: country\n',
    line: 'unit: country',
  },
  {
    it: 'a way to tell the unit that is none of the language',
    code: 'SHAPE',
    from: '    unit: by-centre\n',
    to: '    unit: somewhere\n',
    line: 'unit: somewhere',
  },
  {
    it: 'an unknown kind of offices',
    code: 'UNKNOWN_KIND_OF_UNITS',
    file: FORM,
    from: REGION,
    to: REGION.replace('kind: region', 'kind: unit\n            of: nothing'),
    line: 'of: nothing',
  },
  {
    it: 'an unknown office',
    code: 'UNKNOWN_UNIT',
    file: FORM,
    from: REGION,
    to: REGION.replace(
      'kind: region',
      "kind: unit\n            of: civil-registry\n            codes: ['999']",
    ),
    line: "codes: ['999']",
  },
  {
    it: 'a time in a calendar that is not kept',
    code: 'UNKNOWN_CALENDAR',
    file: FORM,
    from: REGION,
    to: REGION.replace(
      'kind: region',
      'kind: appointment\n            calendar: nothing\n            office: region',
    ),
    line: 'calendar: nothing',
  },
  {
    it: 'a time at an office that nobody chooses',
    code: 'UNKNOWN_FIELD',
    file: FORM,
    from: REGION,
    to: REGION.replace(
      'kind: region',
      'kind: appointment\n            calendar: marriage\n            office: object',
    ),
    line: 'office: object',
  },
  {
    it: 'a limit of a day that is not in the data',
    code: 'EXPRESSION',
    file: FORM,
    from: REGION,
    to: REGION.replace('kind: region', 'kind: date\n            max: tomorrow'),
    line: 'max: tomorrow',
  },
  {
    it: 'a test that does not give true or false',
    code: 'EXPRESSION_TYPE',
    from: SIGN,
    to: '    next: { done: same }\n  same:\n    name: { kk: а, ru: а, en: a }\n    does: test\n    by: portal\n    note: for the test\n    holds: form.variant\n    next: { holds: verifySignature, fails: verifySignature }',
    line: 'holds: form.variant',
  },
]

test.each(BREAKS)('a regulation is refused with file, line and reason for $it', expectRefused)

test('a unit is told by an expression that is tried on what the case can hold', () => {
  const asked = changed(
    'regulation.yaml',
    'of: if original = null then form.region',
    'of: if original = null then form.regoin',
  ).map((file) => ({
    ...file,
    text: file.text.replace(
      SIGN,
      '    next: { done: look }\n  look:\n    name: { kk: а, ru: а, en: a }\n    does: review\n    by: registrar\n    note: for the test\n    next: { done: verifySignature }',
    ),
  }))
  const codes = loadSample(asked).problems.map(({ code }) => code)
  expect(codes).toContain('REGULATION_EXPRESSION')
})

test('a term that passes may lead to an end of its own', () => {
  const files = changed(
    'regulation.yaml',
    SIGN,
    '    within: { hours: 24 }\n    next: { done: verifySignature, lapsed: expire }',
  ).map((file) => ({ ...file, text: file.text.replace('  finish:', EXPIRE) }))
  expect(loadSample(files).problems).toEqual([])
})

test('a duty that nobody pays is named in vain', () => {
  const duty =
    'fee:\n  duty: { amount: { mrp: 1 }, name: { kk: а, ru: а, en: a }, reference: { kk: а, ru: а, en: a } }\n'
  const files = sampleFiles().map((file) => ({
    ...file,
    text: file.text.replace(/fee:\n {2}none:\n(?: {4}.*\n)+/, duty),
  }))
  expect(loadSample(files).problems.map(({ code }) => code)).toEqual(['REGULATION_UNUSED'])
})
