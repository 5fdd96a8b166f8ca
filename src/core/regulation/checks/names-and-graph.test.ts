import { expect, test } from 'vitest'
import { type Break, expectRefused } from '../testing/index.ts'

const FORM = 'form.yaml'

const BREAKS: readonly Break[] = [
  {
    it: 'a line that is no YAML',
    code: 'YAML',
    from: 'language: 1',
    to: 'language: [1',
    line: 'service: justice',
  },
  {
    it: 'a key twice',
    code: 'YAML',
    from: 'language: 1',
    to: 'language: 1\nlanguage: 1',
    line: 'language: 1',
  },
  {
    it: 'a misspelt key',
    code: 'UNKNOWN_KEY',
    from: '    by: portal\n    ground: userData',
    to: '    by: portal\n    gruond: userData',
    line: 'gruond',
  },
  {
    it: 'a key that is missing',
    code: 'MISSING',
    from: '    form: request\n',
    to: '',
    line: '  fill:',
  },
  {
    it: 'an unknown verb',
    code: 'UNKNOWN_VERB',
    from: 'does: register',
    to: 'does: registre',
    line: 'registre',
  },
  {
    it: 'an unknown term unit',
    code: 'TERM',
    from: 'term: { minutes: 30 }',
    to: 'term: { weeks: 30 }',
    line: 'weeks',
  },
  {
    it: 'a term that runs backwards',
    code: 'TERM',
    from: 'term: { minutes: 30 }',
    to: 'term: { minutes: { min: 30, max: 3 } }',
    line: 'max: 3',
  },
  {
    it: 'a ground without Kazakh',
    code: 'TEXT_MISSING',
    from: '      kk: Пайдаланушының деректерінде бұзушылықтар бар\n',
    to: '',
    line: '    text:',
  },
  {
    it: 'a label without Russian',
    code: 'TEXT_MISSING',
    file: FORM,
    from: '{ kk: Үй, ru: Дом, en: House, ours: [kk, en] }',
    to: '{ kk: Үй, en: House }',
    line: 'kk: Үй, en',
  },
  {
    it: 'an unknown field kind',
    code: 'UNKNOWN_FIELD_KIND',
    file: FORM,
    from: 'kind: cadastral-number',
    to: 'kind: cadastral',
    line: 'kind: cadastral',
  },
  {
    it: 'an action that no channel leads to',
    code: 'UNREACHABLE',
    from: 'done: handOver',
    to: 'done: finish',
    line: '  handOver:',
  },
  {
    it: 'an action from which the case cannot end',
    code: 'NO_END',
    from: '    does: finish\n    by: applicant\n    result: certificate',
    to: '    does: sign\n    by: applicant\n    next: { done: finish }',
    line: '  finish:',
  },
  {
    it: 'an outcome without a next action',
    code: 'OUTCOME_OPEN',
    from: ', noData: refuseNoData',
    to: '',
    line: '    next: { found: issue',
  },
  {
    it: 'an outcome that the verb does not have',
    code: 'UNKNOWN_OUTCOME',
    from: 'noData: refuseNoData',
    to: 'noData: refuseNoData, failed: refuseNoData',
    line: 'failed',
  },
  {
    it: 'a next action that is not there',
    code: 'UNKNOWN_ACTION',
    from: 'next: { done: askRealty }',
    to: 'next: { done: askReality }',
    line: 'askReality',
  },
  {
    it: 'an unknown actor',
    code: 'UNKNOWN_ACTOR',
    from: '    does: register\n    by: portal',
    to: '    does: register\n    by: portall',
    line: 'portall',
  },
  {
    it: 'an unknown system',
    code: 'UNKNOWN_SYSTEM',
    from: 'system: realty',
    to: 'system: reality',
    line: 'reality',
  },
  {
    it: 'an unknown role',
    code: 'UNKNOWN_ROLE',
    from: 'role: justice.registrar',
    to: 'role: justice.registrator',
    line: 'registrator',
  },
  {
    it: 'an unknown seal',
    code: 'UNKNOWN_SEAL',
    from: 'seal: justice-department',
    to: 'seal: justice-ministry',
    line: 'justice-ministry',
  },
  {
    it: 'an unknown service',
    code: 'UNKNOWN_SERVICE',
    from: 'service: realty.rights-of-person',
    to: 'service: realty.rights',
    line: 'service: realty.rights',
  },
  {
    it: 'an unknown form',
    code: 'UNKNOWN_FORM',
    from: 'form: request',
    to: 'form: application',
    line: 'form: application',
  },
  {
    it: 'an unknown document',
    code: 'UNKNOWN_DOCUMENT',
    from: 'document: certificate',
    to: 'document: paper',
    line: '  issue:',
  },
  {
    it: 'an unknown ground',
    code: 'UNKNOWN_GROUND',
    from: 'ground: noData',
    to: 'ground: nothing',
    line: '  refuseNoData:',
  },
  {
    it: 'an unknown result',
    code: 'UNKNOWN_RESULT',
    from: 'result: certificate',
    to: 'result: paper',
    line: 'result: paper',
  },
  {
    it: 'an unknown phrase',
    code: 'UNKNOWN_PHRASE',
    from: 'edoc-002, barcode',
    to: 'edoc-001, barcode',
    line: 'edoc-001',
  },
]

test.each(BREAKS)('a regulation is refused with file, line and reason for $it', (one) => {
  expect.hasAssertions()
  expectRefused(one)
})
