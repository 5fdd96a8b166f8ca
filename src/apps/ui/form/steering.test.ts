import { expect, test } from 'vitest'
import type { FormData } from '#core/regulation'
import type { DraftForm } from './draft-form.ts'
import { pageCount, steeringOn } from './steering.ts'

const label = { kk: 'Өріс', ru: 'Поле', en: 'Field' }
const text = (id: string, when?: string) =>
  ({ id, kind: 'text', label, required: true, maxLength: 200, ...(when && { when }) }) as const
const page = (id: string, ...fields: FormData['pages'][number]['fields']) => ({
  id,
  title: label,
  fields,
})
const hour = {
  ...text('time'),
  kind: 'appointment',
  calendar: 'marriage',
  office: 'office',
} as const

const variant = page('variant', text('variant'), text('title', 'party.kind = "entity"'))
const record = page(
  'record',
  text('born', 'form.variant = "birth"'),
  text('wed', 'form.variant = "marriage"'),
)
const object = page(
  'object',
  text('object'),
  text('house', 'form.object = "address"'),
  text('office'),
  hour,
)
const form: FormData = { title: label, pages: [variant, record, object], checks: [] }
const draftWith = (...asked: string[]): DraftForm => ({
  id: 'request',
  form,
  values: {},
  read: {},
  proposed: new Set(),
  errors: [],
  asked: new Set(asked),
})

test('a page tells which of its answers change what is asked on it or may be chosen there', () => {
  expect([...steeringOn(draftWith(), object)]).toEqual(['object', 'office'])
  expect([...steeringOn(draftWith(), variant)]).toEqual([])
})

test('pages are counted once nothing that is still to be answered decides how many there are', () => {
  expect(pageCount(draftWith('variant', 'object'), variant)).toBeUndefined()
  expect(pageCount(draftWith('variant', 'born', 'object'), record)).toBe(3)
  expect(pageCount(draftWith('variant', 'object'), object)).toBe(2)
})
