import { expect, test } from 'vitest'
import { type Break, expectRefused } from '../testing/index.ts'

const FORM = 'form.yaml'

const BREAKS: readonly Break[] = [
  {
    it: 'a fact of the barcode that is no scalar',
    code: 'EXPRESSION_TYPE',
    from: 'count(realty.former)',
    to: 'realty.former',
    line: 'formerly: realty.former',
  },
  {
    it: 'a condition that gives no truth',
    code: 'EXPRESSION_TYPE',
    file: FORM,
    from: 'when: party.kind = "person"',
    to: 'when: party.kind',
    line: 'when: party.kind',
  },
  {
    it: 'a form expression that the browser does not know',
    code: 'FORM_EXPRESSION',
    file: FORM,
    from: 'when: party.kind = "person"',
    to: 'when: sum([1]) = 1',
    line: 'when: sum',
  },
  {
    it: 'a question that the register does not take',
    code: 'REQUEST',
    from: '{ bin: party.number }',
    to: '{ bin: party.kind }',
    line: 'request: { bin',
  },
  {
    it: 'a question that changes a register and does not say so',
    code: 'BINDING',
    from: '    binding: true\n    service: realty.correct',
    to: '    service: realty.correct',
    line: '  correctRegister:',
  },
  {
    it: 'a question that changes nothing and says that it does',
    code: 'BINDING',
    from: '    service: realty.rights-of-person',
    to: '    binding: true\n    service: realty.rights-of-person',
    line: '  askRealty:',
  },
  {
    it: 'a member that the register does not ask for',
    code: 'REQUEST',
    from: '{ bin: party.number }',
    to: '{ bin: party.number, rnn: party.number }',
    line: 'rnn',
  },
  {
    it: 'a field too long for the register',
    code: 'REQUEST',
    file: FORM,
    from: 'maxLength: 200',
    to: 'maxLength: 300',
    line: '',
  },
  {
    it: 'a printed field that nothing fills',
    code: 'FIELD_NOT_FILLED',
    from: '      variant: form.variant\n      asked',
    to: '      asked',
    line: '    fields:',
  },
  {
    it: 'a field that is not printed',
    code: 'FIELD_NOT_PRINTED',
    from: '      variant: form.variant\n      asked',
    to: '      variant: form.variant\n      fee: party.number\n      asked',
    line: 'fee: party',
  },
  {
    it: 'a field that the platform gives',
    code: 'FIELD_OF_PLATFORM',
    from: '      variant: form.variant\n      asked',
    to: '      variant: form.variant\n      number: party.number\n      asked',
    line: 'number: party.number',
  },
  {
    it: 'a template that is not there',
    code: 'UNKNOWN_TEMPLATE',
    from: 'certificate.typ',
    to: 'paper.typ',
    line: 'paper.typ',
  },
  {
    it: "the act's own language marked as ours",
    code: 'TRANSLATION',
    from: 'en: Routing of the request to the GBD RN, ours: [kk, en]',
    to: 'en: Routing of the request to the GBD RN, ours: [kk, ru, en]',
    line: 'Routing of the request to the',
  },
  {
    it: 'a translation that is not marked',
    code: 'TRANSLATION',
    from: 'en: Routing of the request to the GBD RN, ours: [kk, en]',
    to: 'en: Routing of the request to the GBD RN, ours: [kk]',
    line: 'Routing of the request to the',
  },
  {
    it: 'a field twice',
    code: 'TWICE',
    file: FORM,
    from: '- id: flat',
    to: '- id: block',
    line: '',
  },
  {
    it: 'an initial option that is none',
    code: 'UNKNOWN_OPTION',
    file: FORM,
    from: 'initial: current',
    to: 'initial: present',
    line: 'initial: present',
  },
  {
    it: 'a pattern that is no regular expression',
    code: 'PATTERN',
    file: FORM,
    from: 'maxLength: 200',
    to: "maxLength: 200\n            pattern: '('",
    line: "pattern: '('",
  },
  {
    it: 'a variant that cannot be chosen',
    code: 'VARIANTS',
    from: '  history: { kk',
    to: '  formerly: { kk',
    line: 'variants:',
  },
  {
    it: 'a day that does not exist',
    code: 'DATE',
    from: 'date: 2012-03-28',
    to: 'date: 2012-02-30',
    line: '2012-02-30',
  },
  {
    it: 'an edition not named by its first day',
    code: 'DATE',
    from: 'edition: 2012-04-10',
    to: 'edition: 2012-04-11',
    line: '2012-04-11',
  },
  {
    it: 'an edition that ends before it begins',
    code: 'DATE',
    from: 'to: 2012-12-10',
    to: 'to: 2012-04-10',
    line: 'to: 2012-04-10',
  },
]

test.each(BREAKS)('a regulation is refused with file, line and reason for $it', (one) => {
  expect.hasAssertions()
  expectRefused(one)
})
