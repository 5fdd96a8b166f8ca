import { generateKeyPairSync, type KeyObject, randomInt } from 'node:crypto'
import type { CertificateProfile, CertificateSubject } from '#capabilities/authority'
import { type Iin, instant, type Lang } from '#core/kernel'
import { type Certificate, parseCertificate, signData } from '#platform/crypto'
import type { Page } from '../../src/main/demo/page.ts'
import { fill, numberOf, order, register } from '../../src/main/demo/citizen.ts'
import { createVisitor, type Visitor } from '../../src/main/demo/visitor.ts'
import type { TestPlatform } from '../kit/platform.ts'
import { bear, found } from './people.ts'

export const SERVICE = 'justice.realty-absence'
export const PASSWORD = 'үш тиін бір теңге'
export const ASTANA = '710000000'

/** The portal believes the proxy before it, so everybody comes from an address of their own and meets no limit of another. */
export const BEHIND_PROXY = { QYZMET_TRUST_PROXY: 'yes' } as const
const someAddress = () => [10, randomInt(256), randomInt(256), randomInt(256)].join('.')

export const visit = (baseUrl: string, lang: Lang = 'ru'): Visitor =>
  createVisitor(baseUrl, lang, { 'x-forwarded-for': someAddress() })

/** Somebody with an account, signed in. */
export interface Citizen {
  readonly visitor: Visitor
  /** IIN or BIN. */
  readonly number: string
  /** Who signs: the person, or the head of the entity. */
  readonly signer: Iin
  readonly kind: 'person' | 'entity'
}

export async function newPerson(platform: TestPlatform, lang: Lang = 'ru'): Promise<Citizen> {
  const number = await bear(platform.platform)
  const visitor = visit(platform.baseUrl, lang)
  if (!(await register(visitor, { number, password: PASSWORD })))
    throw new Error('registered twice')
  return { visitor, number, signer: number, kind: 'person' }
}

export async function newEntity(platform: TestPlatform, lang: Lang = 'ru'): Promise<Citizen> {
  const { bin, headIin } = await found(platform.platform)
  const visitor = visit(platform.baseUrl, lang)
  if (!(await register(visitor, { number: bin, headIin, password: PASSWORD })))
    throw new Error('registered twice')
  return { visitor, number: bin, signer: headIin, kind: 'entity' }
}

/** A key as its holder keeps it. */
export interface Key {
  readonly key: KeyObject
  readonly certificate: Certificate
  readonly chain: readonly Buffer[]
  readonly serialHex: string
}

/** A key certified by the platform's authority for anybody, whoever asks: also such as the portal would never give out. */
export async function keyFor(
  { platform }: TestPlatform,
  holder: { readonly signer: Iin; readonly number: string; readonly kind: Citizen['kind'] },
  more: { readonly profile?: CertificateProfile; readonly validDays?: number } = {},
): Promise<Key> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const person: CertificateSubject = {
    commonName: 'СЫНАҚОВА САЯ',
    surname: 'СЫНАҚОВА',
    iin: holder.signer,
  }
  const entity = { ...person, organization: '«Сынақ» ЖШС', bin: holder.number as never }
  const issued = await platform.backend.authority.issue({
    profile: holder.kind === 'person' ? 'person-sign' : 'entity-head-sign',
    subject: holder.kind === 'person' ? person : entity,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
    ...more,
  })
  if (!issued.ok) throw new Error(issued.error.code)
  const { certificate, chain, serialHex } = issued.value
  return { key: privateKey, certificate: parseCertificate(certificate), chain, serialHex }
}

/** The bytes that the page of signing shows. */
export function contentOf(page: Page): Buffer {
  const [, content = ''] = /data-content="([^"]+)"/.exec(page.html) ?? []
  if (content === '') throw new Error(`${page.url} (${page.status}) has nothing to sign`)
  return Buffer.from(content, 'base64')
}

export const cmsOf = ({ key, certificate, chain }: Key, content: Buffer): string =>
  signData({
    content,
    key,
    certificate,
    chain,
    detached: true,
    signingTime: instant(new Date()),
  }).toString('base64')

type Answers = Readonly<Record<string, string>>

/** Orders the service and fills its form; gives the page of signing. */
export async function fillOut({ visitor }: Citizen, answers: Answers): Promise<Page> {
  return fill(visitor, await order(visitor, SERVICE), { region: ASTANA, ...answers })
}

/** Files the request that this page of signing shows, with a signature over `content`; gives the page that comes next. */
export const file = (
  { visitor }: Citizen,
  page: Page,
  signed: { readonly key: Key; readonly content?: Buffer },
): Promise<Page> =>
  visitor.submit(page, new URL(page.url).pathname, {
    cms: cmsOf(signed.key, signed.content ?? contentOf(page)),
  })

const PATIENCE_MS = 15_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Reloads a page until it says what is waited for. @throws with what it said last. */
export async function until(
  { visitor }: Pick<Citizen, 'visitor'>,
  path: string,
  holds: (page: Page) => boolean,
): Promise<Page> {
  let page = await visitor.get(path)
  for (const end = Date.now() + PATIENCE_MS; !holds(page); page = await visitor.get(path)) {
    if (Date.now() > end) throw new Error(`${path} (${page.status}): ${textOf(page)}`)
    await pause(100)
  }
  return page
}

/** The page of a request once its case has ended. */
export const untilEnded = (citizen: Citizen, number: string): Promise<Page> =>
  until(citizen, `/requests/${number}`, ({ html }) => html.includes('data-ended="true"'))

/** From the order to the end of the case. */
export async function request(
  citizen: Citizen,
  key: Key,
  answers: Answers,
): Promise<{ readonly number: string; readonly page: Page }> {
  const page = await fillOut(citizen, answers)
  const number = numberOf(page)
  await file(citizen, page, { key })
  return { number, page: await untilEnded(citizen, number) }
}

/** What a page says, without its marks. */
export const textOf = ({ html }: Page): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html)
    .replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
