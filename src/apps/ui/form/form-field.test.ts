import { h } from 'preact'
import { expect, it } from 'vitest'
import type { Instant, Lang } from '#core/kernel'
import { formatsOf } from '#platform/i18n'
import { formState, LangProvider, renderFragment } from '#platform/views'
import { FormField } from './form-field.tsx'

const label = { kk: 'Уақыты', ru: 'Время', en: 'Time' }
const field = {
  id: 'time',
  kind: 'appointment',
  label,
  required: true,
  calendar: 'marriage',
  office: 'office',
} as const

it.each<[Lang, string]>([
  ['kk', '2026 жылғы 28 желтоқсан, дүйсенбі, 10:30'],
  ['ru', '28 декабря 2026 г., понедельник, 10:30'],
  ['en', '28 December 2026, Monday, 10:30'],
])('an hour to choose names its day with year and weekday in %s', (lang, text) => {
  const view = {
    lang,
    t: () => '',
    f: formatsOf(lang),
    text: (said: Record<Lang, string>) => said[lang],
  }
  const slots = { time: [{ at: '2026-12-28T05:30:00.000Z' as Instant, local: '2026-12-28T10:30' }] }
  const choices = { regions: [], units: () => [], slots }
  const input = h(FormField, {
    view,
    field,
    form: formState({}),
    choices,
    proposed: false,
  } as never)
  const html = renderFragment(h('div', {}, h(LangProvider, { lang, children: input })))
  expect(html.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(`>${text}</option>`)
})
