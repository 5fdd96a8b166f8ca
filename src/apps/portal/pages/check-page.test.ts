import { h } from 'preact'
import { expect, test } from 'vitest'
import { draftForm } from '#apps/ui'
import type { CaseState } from '#core/engine'
import type { Iin, Instant } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { formState, LangProvider, renderFragment } from '#platform/views'
import { viewIn } from '../testing/view-in.ts'
import { CheckPage } from './order-pages.tsx'

const label = { kk: 'Туған күні', ru: 'Дата рождения', en: 'Date of birth' }
const born = { id: 'born', kind: 'date', label, required: true } as const
const edition = {
  about: { name: label },
  actions: { fill: { does: 'fill', form: 'request' } },
  forms: { request: { pages: [{ id: 'person', title: label, fields: [born] }], checks: [] } },
} as unknown as Edition
const now = '2026-04-02T10:00:00.000Z' as Instant
const state: CaseState = {
  id: 'case',
  number: '10100000000001',
  edition: 'x@2012-04-10',
  channel: 'portal',
  party: { kind: 'person', iin: '840731400431' as Iin },
  status: 'open',
  openedAt: now,
  done: [],
  data: { draft: { born: '18.8.2012' } },
  current: { action: 'fill', visit: 1, since: now },
  version: 1,
}

test('answers are checked as they were understood: a date typed in three parts is a day', () => {
  const draft = draftForm(edition, state, now)
  if (draft === undefined) throw new Error('there is no form')
  const named: unknown[] = []
  const page = h(CheckPage, {
    view: viewIn('ru', now),
    state,
    edition,
    draft,
    form: formState({}),
    nameOf: (_, value) => {
      named.push(value)
      return label
    },
  })
  const html = renderFragment(h('div', {}, h(LangProvider, { lang: 'ru', children: page })))
  expect(named).toEqual(['2012-08-18'])
  expect(html).toContain('Дата рождения')
})
