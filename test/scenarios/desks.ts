import { type Iin, plainDate } from '#core/kernel'
import type { Page } from '../../src/main/demo/page.ts'
import type { Answers, Visitor } from '../../src/main/demo/visitor.ts'
import type { TestPlatform } from '../kit/platform.ts'
import {
  type Citizen,
  cmsOf,
  contentOf,
  type Key,
  keyFor,
  PASSWORD,
  until,
  visit,
} from './citizens.ts'

/** An official at a desk, in one of their seats. */
export interface Desk {
  readonly visitor: Visitor
  readonly iin: Iin
}

const seatIn = ({ html }: Page, seat: RegExp): string => {
  for (const [, value = '', label = ''] of html.matchAll(
    /name="appointment"[^>]*value="([^"]+)"[\s\S]*?<label[^>]*>([^<]*)</g,
  ))
    if (seat.test(label)) return value
  throw new Error(`no seat ${seat.source}`)
}

/** Signs one of the demonstration's officials in, and takes the seat whose label matches. */
export async function sit(platform: TestPlatform, id: string, seat = /./): Promise<Desk> {
  const account = platform.accounts.find((one) => one.id === id)
  if (account === undefined) throw new Error(`no account ${id}`)
  const visitor = visit(platform.baseUrl)
  const page = await visitor.get('/office/sign-in')
  const { number, password } = account
  const next = await visitor.submit(page, '/office/sign-in', { number, password })
  if (next.url.endsWith('/office/seat'))
    await visitor.submit(next, '/office/seat', { appointment: seatIn(next, seat) })
  return { visitor, iin: number as Iin }
}

/** Appoints a citizen, and signs them in at the desk: one seat needs no choice. */
export async function appointed(
  { platform }: TestPlatform,
  { visitor, number, signer }: Citizen,
  post: { readonly role: string; readonly unit: string },
): Promise<Desk & { readonly appointment: string }> {
  const name = { kk: 'СЫНАҚОВА САЯ', ru: 'СЫНАКОВА САЯ' }
  const order = { iin: number, name, from: plainDate('2026-01-05'), order: '99-к', ...post }
  const made = await platform.backend.officials.appoint(order)
  if (!made.ok) throw new Error(made.error.code)
  const page = await visitor.get('/office/sign-in')
  await visitor.submit(page, '/office/sign-in', { number, password: PASSWORD })
  return { visitor, iin: signer, appointment: made.value.id }
}

export const open = ({ visitor }: Desk, number: string): Promise<Page> =>
  visitor.get(`/office/cases/${number}`)

/** Decides at the action that the case waits at; gives the page that comes next. */
export async function decide(desk: Desk, number: string, answers: Answers = {}): Promise<Page> {
  return desk.visitor.submit(await open(desk, number), `/cases/${number}/decide`, answers)
}

/** Where the signature of this page goes: not to the way out, which begins alike. */
export const signing = ({ forms }: Page): string =>
  forms.find(({ action }) => action.endsWith('/sign'))?.action ?? 'no signing here'

/** Signs the decision on this page of signing, with the official's own key or another one. */
export async function signDecision(
  platform: TestPlatform,
  desk: Desk,
  page: Page,
  over: { readonly key?: Key; readonly content?: Buffer; readonly fields?: Answers } = {},
): Promise<Page> {
  const own = { signer: desk.iin, number: desk.iin, kind: 'person' } as const
  const key = over.key ?? (await keyFor(platform, own))
  const cms = cmsOf(key, over.content ?? contentOf(page))
  return desk.visitor.submit(page, signing(page), { cms, ...over.fields })
}

export const CHANGE = 'land.purpose-change'

/** Everybody whom a change of purpose passes: the same official may have several seats. */
export async function officials(platform: TestPlatform) {
  const [chancery, relations, head, commission, architectureHead, specialist] = await Promise.all([
    sit(platform, 'chancery', /канцелярии/),
    sit(platform, 'chancery', /земельных отношений/),
    sit(platform, 'akim', /Руководитель услугодателя/),
    sit(platform, 'akim', /комиссия/),
    sit(platform, 'architect', /Руководитель органа/),
    sit(platform, 'architect', /Специалист/),
  ])
  const bodies = await Promise.all(
    [/санитарно/, /окружающей/, /чрезвычайным/].map((body) => sit(platform, 'approver', body)),
  )
  return { chancery, relations, head, commission, architectureHead, specialist, bodies }
}

export type Officials = Awaited<ReturnType<typeof officials>>

/** The office worker takes the papers of a visitor in; gives the number of the request. */
export async function takeIn({ chancery }: Officials, applicant: string): Promise<string> {
  const { visitor } = chancery
  const opened = await visitor.submit(await visitor.get('/office/new'), '/office/new', {
    opening: `${CHANGE} office`,
    number: applicant,
  })
  const number = /cases\/(\d{14})/.exec(opened.url)?.[1]
  if (number === undefined) throw new Error(`not opened: ${opened.status} ${opened.url}`)
  await decide(chancery, number, {
    plot: '05-245-001-123',
    place: 'Көкпекті ауданы',
    purposeNow: 'ауыл шаруашылығы',
    purposeNew: 'тұрғын үй құрылысы',
    reason: 'үй салу',
  })
  return number
}

/** From registration to the commission's meeting: everybody agrees. */
export async function bringToCommission(who: Officials, number: string): Promise<void> {
  const { chancery, head, architectureHead, specialist, bodies } = who
  await decide(chancery, number)
  await decide(chancery, number, { outcome: 'complete', check: ['1', '2', '3', '4'] })
  await decide(head, number, { remark: 'в работу' })
  await decide(architectureHead, number)
  await decide(specialist, number)
  for (const body of bodies) await decide(body, number, { outcome: 'positive' })
  await decide(specialist, number)
}

/** From registration to the head's signature: everybody agrees. */
export async function bringToHead(who: Officials, number: string): Promise<void> {
  const { commission, relations } = who
  await bringToCommission(who, number)
  const minutes = { minutes: '12', heldOn: '01.11.2026', present: '5', for: '4', against: '1' }
  await decide(commission, number, { outcome: 'positive', ...minutes })
  await decide(relations, number, { outcome: 'positive' })
}

/** The page of a case once it says what is waited for. */
export const untilCase = (
  { visitor }: Desk,
  number: string,
  says: string | RegExp,
): Promise<Page> =>
  until({ visitor }, `/office/cases/${number}`, ({ html }) =>
    typeof says === 'string' ? html.includes(says) : says.test(html),
  )

/** A plot that the land cadastre knows. */
export async function plotOf({ platform }: TestPlatform): Promise<string> {
  const { rows } = await platform.database
    .pool('registry_land')
    .query<{ number: string }>('select cadastral_number as number from reg_land.plot limit 1')
  return rows[0]?.number ?? ''
}
