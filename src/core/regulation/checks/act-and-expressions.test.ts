import { expect, test } from 'vitest'
import { type Break, expectRefused } from '../testing/index.ts'

const FORM = 'form.yaml'

const BREAKS: readonly Break[] = [
  {
    it: 'an unknown region',
    code: 'UNKNOWN_REGION',
    file: FORM,
    from: 'kind: region',
    to: "kind: region\n            codes: ['990000000']",
    line: '990000000',
  },
  {
    it: 'a verb done by an actor who cannot',
    code: 'WRONG_ACTOR',
    from: '    does: verify-signature\n    by: portal',
    to: '    does: verify-signature\n    by: registrar',
    line: 'by: registrar',
  },
  {
    it: 'a refusal without a ground',
    code: 'NO_GROUND',
    from: '    ground: noData\n',
    to: '',
    line: '  refuseNoData:',
  },
  {
    it: 'a ground that nobody uses',
    code: 'UNUSED',
    from: '    ground: noData\n',
    to: '    ground: userData\n',
    line: '  noData:',
  },
  {
    it: 'a circle without a person',
    code: 'ENDLESS',
    from: 'noData: refuseNoData }',
    to: 'noData: askRealty }',
    line: '  askRealty:',
  },
  {
    it: 'an item that nothing carries out',
    code: 'ITEM_NOT_CARRIED_OUT',
    from: '        actions: []\n        platform: registration',
    to: '        actions: []',
    line: '- no: 1)',
  },
  {
    it: 'an action that the act does not name',
    code: 'NOT_IN_THE_ACT',
    from: 'actions: [sign]',
    to: 'actions: [issue]',
    line: '  sign:',
  },
  {
    it: 'rows out of order',
    code: 'ROW_NUMBER',
    from: '- no: 7\n',
    to: '- no: 8\n',
    line: '- no: 8',
  },
  { it: 'an item left out', code: 'ITEM_NUMBER', from: '- no: 7)', to: '- no: 17)', line: '17)' },
  {
    it: 'a process left out',
    code: 'NUMBER_HOLE',
    from: 'process: 6',
    to: 'process: 10',
    line: '    items:',
  },
  {
    it: 'a condition twice',
    code: 'NUMBER_TWICE',
    from: 'condition: 2',
    to: 'condition: 1',
    line: '    items:',
  },
  {
    it: 'a next column against the graph',
    code: 'NEXT_COLUMN',
    from: "next: '3'",
    to: "next: '5'",
    line: "next: '5'",
  },
  {
    it: 'terms that do not add up',
    code: 'TERM_UNITS',
    from: "term: { minutes: 1 }\n          termText: { kk: 1 минут, ru: 1 минута, en: 1 minute, ours: [kk, en] }\n          next: '6'",
    to: "term: { workingDays: 1 }\n          next: '6'",
    line: '  askRealty:',
  },
  {
    it: 'a misspelt field in a question',
    code: 'EXPRESSION',
    from: 'variant: form.variant\n      region',
    to: 'variant: form.varient\n      region',
    line: 'form.varient',
  },
  {
    it: 'a misspelt member of an answer',
    code: 'EXPRESSION',
    from: 'asOf: realty.asOf',
    to: 'asOf: realty.asof',
    line: 'realty.asof',
  },
  {
    it: 'a misspelt member inside a list',
    code: 'EXPRESSION',
    from: 'o.termination.basis.kk',
    to: 'o.termination.bases.kk',
    line: 'formerly:',
  },
  {
    it: 'a name that is known only later',
    code: 'EXPRESSION',
    from: 'number: party.number',
    to: 'number: realty.number',
    line: 'realty.number',
  },
  {
    it: 'an expression that is no FEEL',
    code: 'EXPRESSION',
    from: 'count(realty.former)',
    to: 'count(realty.former',
    line: 'count(realty.former',
  },
  {
    it: 'a name of the applicant that is not bilingual',
    code: 'EXPRESSION_TYPE',
    from: 'name: applicant.name',
    to: 'name: applicant.bin',
    line: 'name: applicant.bin',
  },
]

test.each(BREAKS)('a regulation is refused with file, line and reason for $it', (one) => {
  expect.hasAssertions()
  expectRefused(one)
})
