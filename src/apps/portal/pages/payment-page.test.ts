import { h } from 'preact'
import { expect, test } from 'vitest'
import type { PaymentView } from '#capabilities/payments'
import type { Iin, Instant } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { LangProvider, renderFragment } from '#platform/views'
import { viewIn } from '../testing/view-in.ts'
import { PaymentPage } from './payment-page.tsx'

const named = { kk: 'Баж', ru: 'Пошлина', en: 'Duty' }
const payment: PaymentView = {
  order: '0b0c6a3e-5f0e-4a3c-9d1c-0c6f6c0d7a11',
  caseId: 'case',
  request: '10100000000001',
  party: { kind: 'person', iin: '840731400431' as Iin },
  people: { party: { kk: 'ӘСЕЛ', ru: 'АСЕЛ' } },
  service: named,
  name: named,
  unwanted: null,
  amount: 432_500,
  offeredAt: '2026-04-02T09:00:00.000Z' as Instant,
  until: '2026-04-03T09:00:00.000Z' as Instant,
  state: 'closed',
  closedByBank: true,
  sentAt: '2026-04-02T09:10:00.000Z' as Instant,
  decline: { reason: 'blocked', at: '2026-04-02T09:20:00.000Z' as Instant },
  payment: null,
  returnedAt: null,
}

function shown(change: Partial<PaymentView>, now: string): string {
  const page = h(PaymentPage, {
    view: viewIn('en', now as Instant),
    payment: { ...payment, ...change },
    edition: { fee: { free: named } } as unknown as Edition,
    mrp: () => 432_500,
    receiptReady: false,
  })
  return renderFragment(h('div', {}, h(LangProvider, { lang: 'en', children: page })))
}

test('an order that the bank has closed is not offered any more: the page says why and lets begin again', () => {
  const html = shown({}, '2026-04-02T10:00:00.000Z')
  expect(html).toContain('data-bank-closed')
  expect(html).toContain('data-declined="blocked"')
  expect(html).toContain('none can be taken for this order any more')
  expect(html).toContain('action="/requests/10100000000001/again"')
  expect(html).toContain('/requests/10100000000001/withdraw')
  expect(html).not.toContain('action="/requests/10100000000001/payment"')
})

test('after its time it only lets begin again, and one that merely lapsed says that', () => {
  expect(shown({}, '2026-04-03T10:00:00.000Z')).not.toContain('/withdraw')
  const lapsed = shown({ closedByBank: false, state: 'expired' }, '2026-04-03T10:00:00.000Z')
  expect(lapsed).not.toContain('data-bank-closed')
})

test('after a withdrawal it asks for nothing, and tells of money that came late where it went', () => {
  const closed = { closedByBank: false, decline: null, state: 'closed' } as const
  const now = '2026-04-02T12:00:00.000Z'
  const unwanted = {
    amount: 432_500,
    paidAt: '2026-04-02T11:00:00.000Z' as Instant,
    returnedAt: null,
  }
  expect(shown(closed, now)).toContain('withdrawn before the duty was paid')
  expect(shown(closed, now)).not.toMatch(/data-unwanted|not paid in time/)
  expect(shown({ ...closed, unwanted }, now)).toContain('on its way back to the same card')
  const back = { ...unwanted, returnedAt: '2026-04-02T11:01:00.000Z' as Instant }
  expect(shown({ ...closed, unwanted: back }, now)).toContain('went back to the same card on')
})
