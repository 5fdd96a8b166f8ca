import type { CaseView, Official } from '#capabilities/cases'
import type { Actor } from '#core/engine'
import { type Iin, instant, ok, type Result } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { signData } from '#platform/crypto'
import type { Platform } from '../../src/main/platform.ts'
import type { TestPlatform } from '../kit/platform.ts'
import { type Key, keyFor } from '../scenarios/citizens.ts'
import { type Order, OFFICIALS } from './orders.ts'

/** Keys of everybody who signs, by the number that is in the certificate. */
export type Keys = ReadonlyMap<string, Key>

export const firmOf = ({ onBehalf = '' }: Order): string | undefined =>
  /^head:(\d+)$/.exec(onBehalf)?.[1]

/** The keys of all who sign, made before anything fails. */
export async function keysFor(platform: TestPlatform, orders: readonly Order[]): Promise<Keys> {
  const keys = new Map<string, Key>()
  const add = async (signer: Iin, number: string, kind: 'person' | 'entity') => {
    if (!keys.has(number)) keys.set(number, await keyFor(platform, { signer, number, kind }))
  }
  for (const order of orders) {
    const { iin, partner } = order
    const firm = firmOf(order)
    await add(iin, firm ?? iin, firm === undefined ? 'person' : 'entity')
    if (partner !== undefined) await add(partner, partner, 'person')
  }
  for (const { id } of Object.values(OFFICIALS)) await add(id as Iin, id, 'person')
  return keys
}

export interface Drive {
  readonly platform: Platform
  readonly order: Order
  readonly keys: Keys
  /** Number of the card with which duties are paid, and its expiry. */
  readonly card: { readonly number: string; readonly expires: string }
  /** By when the case must have ended, `performance.now()`. */
  readonly patience: () => number
}

export const clock = () => instant(new Date())

export const asPerson = (iin: Iin): Actor => ({ kind: 'applicant', party: { kind: 'person', iin } })

function cmsBy({ keys }: Drive, number: string, content: Buffer): Buffer {
  const key = keys.get(number)
  if (key === undefined) throw new Error(`no key of ${number}`)
  const { key: secret, certificate, chain } = key
  return signData({
    content,
    key: secret,
    certificate,
    chain,
    detached: true,
    signingTime: clock(),
  })
}

/** Who acts, and the number in the certificate with which they sign. */
export interface Signer {
  readonly actor: Actor
  readonly number: string
}

/** Who makes the request for somebody else confirms the right at signing, as on the portal. */
async function stands({ platform, order }: Drive, number: string): Promise<Result<undefined>> {
  const { representation } = platform.backend
  const acting = await representation.actingIn(number, order.iin)
  return acting === undefined ? ok(undefined) : representation.stands(acting)
}

export async function sign(drive: Drive, { state }: CaseView, { actor, number }: Signer) {
  const { cases } = drive.platform.backend
  const standing = await stands(drive, state.number)
  if (!standing.ok) return standing
  const document = await cases.document(state.id, actor)
  if (!document.ok) return document
  const { bytes, sha256 } = document.value
  return cases.sign({ caseId: state.id, actor, cms: cmsBy(drive, number, bytes), sha256 })
}

export async function pay(
  { platform, card }: Drive,
  { state }: CaseView,
): Promise<Result<unknown>> {
  const { payments } = platform.backend
  const [order] = await payments.ofCase(state.id)
  if (order === undefined || order.state !== 'offered') return ok(undefined)
  if (order.sentAt !== null) return payments.refresh(order.order)
  const begun = await payments.begin({ order: order.order, party: order.party })
  if (!begun.ok) return begun
  const body = new URLSearchParams({ ...card, expiry: card.expires, code: '123' })
  await fetch(begun.value.page, { method: 'POST', body, redirect: 'manual' })
  return ok(undefined)
}

/** The answers, with the first free hour where the form asks for one. */
async function answersOf(
  { platform, order: { fields } }: Drive,
  edition: Edition,
): Promise<Readonly<Record<string, string>>> {
  const asked = Object.values(edition.forms).flatMap(({ pages }) => pages.flatMap((p) => p.fields))
  const hours: Record<string, string> = {}
  for (const field of asked) {
    if (field.kind !== 'appointment') continue
    const office = fields[field.office] ?? ''
    const [free] = await platform.backend.appointments.free(field.calendar, office, undefined, 1)
    hours[field.id] = free?.local ?? ''
  }
  return { ...fields, ...hours }
}

export async function fillIn(
  drive: Drive,
  { state: { id: caseId }, edition }: CaseView,
  { actor }: Signer,
): Promise<Result<unknown>> {
  const { cases } = drive.platform.backend
  return cases.submitForm({ caseId, actor, fields: await answersOf(drive, edition) })
}

/** The official decides so, with their signature. */
export async function decide(
  drive: Drive,
  { state, edition }: CaseView,
  { official, outcome }: { readonly official: Official; readonly outcome: string },
): Promise<Result<unknown>> {
  const { cases } = drive.platform.backend
  const { action = '', visit = 0 } = state.current ?? {}
  const decides = edition.actions[action]
  const fields =
    decides?.does === 'check'
      ? { checked: decides.checklist.map((_, index) => index + 1).join(', ') }
      : {}
  const request = { number: state.number, official, decision: { action, visit, outcome, fields } }
  const document = await cases.decision(request)
  if (!document.ok) return document
  const { bytes, sha256 } = document.value
  return cases.decide({ ...request, cms: cmsBy(drive, official.id, bytes), sha256 })
}
