import { expect, test } from 'vitest'
import { lawfulForms } from './lawful-forms.ts'
import { form } from './form-model.ts'

const text = { kk: 'мәтін', ru: 'текст', en: 'text' }
const choice = {
  id: 'variant',
  kind: 'choice',
  label: text,
  options: ['entity', 'person'].map((value) => ({ value, label: text })),
}
const asked = form.parse({
  title: text,
  pages: [
    {
      id: 'one',
      title: text,
      fields: [
        choice,
        { id: 'objectBin', kind: 'bin', label: text, when: 'form.variant = "entity"' },
        { id: 'remark', kind: 'text', label: text, required: false },
      ],
    },
  ],
  checks: [
    {
      id: 'own',
      field: 'variant',
      holds: 'not(form.variant = "person" and party.kind = "entity")',
      text,
    },
  ],
})
const of = (kind: string) => lawfulForms(asked, { party: { kind } })

test('what is not asked is null, and what has to be there is there', () => {
  for (const { variant, objectBin } of of('person'))
    expect(objectBin === null).toBe(variant === 'person')
})

test('what may be left out is there once and once not', () => {
  const remarks = of('person').filter(({ variant }) => variant === 'entity')
  expect(new Set(remarks.map(({ remark }) => remark === null))).toEqual(new Set([true, false]))
})

test('what the checks across fields refuse is no sample', () => {
  expect(new Set(of('entity').map(({ variant }) => variant))).toEqual(new Set(['entity']))
})
