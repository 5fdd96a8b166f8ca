import { expect, test } from 'vitest'
import { form } from '../form-model.ts'
import { checkForm, formSource } from './check-form.ts'

const text = (word: string) => ({ kk: word, ru: word, en: word })
const field = (id: string, more: object) => ({ id, label: text(id), required: false, ...more })
const asked = form.parse({
  title: text('form'),
  pages: [
    {
      id: 'page',
      title: text('page'),
      fields: [
        field('iin', { kind: 'iin' }),
        field('bin', { kind: 'bin' }),
        field('day', { kind: 'date', min: '2012-01-01', max: 'today' }),
        field('count', { kind: 'number', min: 1, max: 5 }),
        field('free', { kind: 'number' }),
        field('area', { kind: 'decimal' }),
        field('office', { kind: 'unit', of: 'civil-registry', codes: ['101', '102'] }),
        field('time', { kind: 'appointment', calendar: 'marriage', office: 'office' }),
      ],
    },
  ],
})
const source = formSource({ request: asked })
const check = (typed: Record<string, string>) =>
  checkForm(source, 'request', typed, { today: '2012-05-15' })

test.each([
  ['iin', '840731400431', '840731400431'],
  ['iin', '840731 400431', '840731400431'],
  ['bin', '120140000017', '120140000017'],
  ['day', '2012-05-15', '2012-05-15'],
  ['day', '1.2.2012', '2012-02-01'],
  ['count', '5', 5],
  ['free', '-17', -17],
  ['area', '54,3', '54.3'],
  ['area', '1 054.30', '1054.3'],
  ['area', '060', '60'],
  ['office', '102', '102'],
  ['time', '2012-06-20T10:30', '2012-06-20T10:30'],
])('%s reads "%s"', (id, typed, value) => {
  expect(check({ [id]: typed })).toMatchObject({ values: { [id]: value }, errors: [] })
})

test.each([
  ['iin', '840731400432', 'IIN'],
  ['iin', '120140000017', 'IIN'],
  ['bin', '840731400431', 'BIN'],
  ['day', '31.02.2012', 'NO_SUCH_DAY'],
  ['day', '2012-13-01', 'NO_SUCH_DAY'],
  ['day', 'вчера', 'DATE'],
  ['area', '54,35', 'DECIMAL'],
  ['area', '-1', 'DECIMAL'],
  ['area', '5,4,3', 'DECIMAL'],
  ['day', '2011-12-31', 'DATE_EARLY'],
  ['day', '2012-05-16', 'DATE_LATE'],
  ['count', '6', 'NUMBER_RANGE'],
  ['count', '1.5', 'NUMBER'],
  ['free', '99999999999999999999', 'NUMBER'],
  ['office', '103', 'UNIT'],
  ['time', '2012-06-20 10:30', 'APPOINTMENT'],
  ['time', '2012-02-30T10:30', 'APPOINTMENT'],
  ['time', '2012-06-20T24:30', 'APPOINTMENT'],
])('%s refuses "%s" as FORM_%s', (id, typed, code) => {
  expect(check({ [id]: typed }).errors).toMatchObject([{ code: `FORM_${code}`, field: id }])
})

test('a day out of its limits is told the limit as people write it', () => {
  expect(check({ day: '2013-01-01' }).errors[0]?.params).toEqual({ max: '15.05.2012' })
})

test('what must be chosen says what to choose', () => {
  const pages = asked.pages.map((page) => ({
    ...page,
    fields: page.fields.map((one) => ({ ...one, required: true })),
  }))
  const strict = formSource({ request: { ...asked, pages } })
  const codes = (typed: Record<string, string>) =>
    checkForm(strict, 'request', typed, {}).errors.map(({ code }) => code.replace('FORM_', ''))
  const texts = ['REQUIRED', 'REQUIRED', 'REQUIRED', 'REQUIRED', 'REQUIRED', 'REQUIRED']
  expect(codes({})).toEqual([...texts, 'UNIT'])
  // An hour is chosen once its office is.
  expect(codes({ office: '102' })).toEqual([...texts, 'APPOINTMENT'])
})

test('a form of officials sees its own answers by its own name, and those of the applicant beside', () => {
  const own = form.parse({
    title: text('form'),
    pages: [
      {
        id: 'page',
        title: text('page'),
        fields: [
          field('kind', { kind: 'text' }),
          field('more', {
            kind: 'text',
            when: 'decision.kind = "other" and form.variant = "history"',
          }),
        ],
      },
    ],
  })
  const office = formSource({ decision: { ...own, as: 'decision' } })
  const typed = { kind: 'other', more: 'мәтін' }
  const given = (variant: string) =>
    checkForm(office, 'decision', typed, { form: { variant } }).values['more']
  expect([given('history'), given('current')]).toEqual(['мәтін', null])
})
