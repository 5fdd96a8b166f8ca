import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Lang } from '#core/kernel'
import { certify } from '#platform/crypto/testing'
import { getKey, numberOf, sign } from '../../../src/main/demo/citizen.ts'
import {
  type Citizen,
  contentOf,
  file,
  fillOut,
  type Key,
  keyFor,
  newEntity,
  newPerson,
  request,
  textOf,
  untilEnded,
} from '../citizens.ts'
import { caseOf, expectPassed, type Scenario, type Scene, type Step } from './scene.ts'

const WORDS: Readonly<Record<Lang, string>> = {
  kk: 'Пайдаланушының ЭЦҚ-сының түпнұсқалығы расталмады',
  ru: 'Подлинность ЭЦП пользователя не подтверждена',
  en: 'The authenticity of the user&#39;s EDS is not confirmed',
}

interface Attempt {
  readonly code: string
  readonly about: string
  readonly lang: Lang
  readonly by?: 'entity'
  readonly key: (platform: Scene['platform'], citizen: Citizen) => Promise<Key>
  readonly content?: (content: Buffer) => Buffer
}

const TWO_SECONDS = 2 / 86_400

const ATTEMPTS: readonly Attempt[] = [
  {
    code: 'SIGNATURE_CONTENT_CHANGED',
    about: 'another content was signed',
    lang: 'ru',
    key: keyFor,
    content: (content) => Buffer.concat([content, Buffer.from(' ')]),
  },
  {
    code: 'SIGNATURE_REVOKED',
    about: 'the certificate was revoked on the portal',
    lang: 'kk',
    key: async (platform, citizen) => {
      const key = await keyFor(platform, citizen)
      const { visitor } = citizen
      const page = await visitor.get(`/cabinet/keys/${key.serialHex}/revoke`)
      const done = await visitor.submit(page, '/revoke', { reason: 'keyCompromise' })
      expect(done.status).toBe(200)
      return key
    },
  },
  {
    code: 'SIGNATURE_EXPIRED',
    about: 'the certificate has expired',
    lang: 'en',
    key: async (platform, citizen) => {
      const key = await keyFor(platform, citizen, { validDays: TWO_SECONDS })
      await setTimeout(3100)
      return key
    },
  },
  {
    code: 'SIGNATURE_WRONG_PERSON',
    about: 'the key is another person’s',
    lang: 'ru',
    key: async (platform) => keyFor(platform, await newPerson(platform)),
  },
  {
    code: 'SIGNATURE_WRONG_KEY_USAGE',
    about: 'the key is for signing in',
    lang: 'en',
    key: (platform, citizen) => keyFor(platform, citizen, { profile: 'person-auth' }),
  },
  {
    code: 'SIGNATURE_ORGANISATION_KEY',
    about: 'a person signs with the key of an organisation',
    lang: 'kk',
    key: async (platform, { signer }) => {
      const { number } = await newEntity(platform)
      return keyFor(platform, { signer, number, kind: 'entity' })
    },
  },
  {
    code: 'SIGNATURE_WRONG_ORGANISATION',
    about: 'an organisation signs with a personal key of its head',
    lang: 'ru',
    by: 'entity',
    key: (platform, { signer }) => keyFor(platform, { signer, number: signer, kind: 'person' }),
  },
  {
    code: 'SIGNATURE_UNTRUSTED',
    about: 'the certificate is of an authority nobody knows',
    lang: 'en',
    key: async () => {
      const { key, certificate } = certify({ name: { commonName: 'Somebody' } })
      return { key, certificate, chain: [], serialHex: certificate.serialHex }
    },
  },
]

async function refusedSignature(scene: Scene, attempt: Attempt): Promise<void> {
  const { code, lang, by, key, content } = attempt
  const { platform } = scene
  const citizen = await (by === 'entity' ? newEntity(platform, lang) : newPerson(platform, lang))
  const held = await key(platform, citizen)
  const page = await fillOut(citizen, {})
  const number = numberOf(page)
  const shown = contentOf(page)
  await file(citizen, page, { key: held, content: content?.(shown) ?? shown })
  const ended = await untilEnded(citizen, number)
  expect(ended.html.replaceAll('’', '&#39;').replaceAll("'", '&#39;')).toContain(WORDS[lang])
  expect(textOf(ended)).toContain(code)
  const state = await expectPassed(scene, number)
  expect([state.status, state.ground?.id]).toEqual(['refused', 'signature'])
  const documents = await platform.platform.backend.documents.ofOwner(state.party)
  expect(documents.map(({ document }) => document)).toEqual(['refusal'])
}

const refusals: readonly Scenario[] = ATTEMPTS.map((attempt) => ({
  about: `${attempt.about}: ${attempt.code}`,
  run: (scene) => refusedSignature(scene, attempt),
}))

async function malformed(scene: Scene): Promise<void> {
  const citizen = await newPerson(scene.platform, 'en')
  const page = await fillOut(citizen, {})
  const at = new URL(page.url).pathname
  const none = await citizen.visitor.submit(page, at, { cms: '' })
  expect([none.status, new URL(none.url).pathname.endsWith('/sign')]).toEqual([422, true])
  await citizen.visitor.submit(none, at, { cms: Buffer.alloc(300, 7).toString('base64') })
  const ended = await untilEnded(citizen, numberOf(page))
  expect(textOf(ended)).toContain('SIGNATURE_MALFORMED')
  await expectPassed(scene, numberOf(page))
}

/** What OpenSSL, which knows nothing of us, says about a signature kept with a case. */
async function opensslVerifies({ platform }: Scene, caseId: string): Promise<void> {
  const { rows } = await platform.platform.database
    .pool('app')
    .query<{ cms: Buffer; content: Buffer }>(
      'select cms, content from cases.signature where case_id = $1',
      [caseId],
    )
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-signature-'))
  const [cms, content, anchors] = ['cms', 'content', 'anchors'].map((one) => path.join(dir, one))
  try {
    const { root, issuing } = platform.platform.backend.authority.anchors
    const pem = (der: Buffer) =>
      `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`
    fs.writeFileSync(String(cms), rows[0]?.cms ?? '')
    fs.writeFileSync(String(content), rows[0]?.content ?? '')
    fs.writeFileSync(String(anchors), pem(root) + pem(issuing))
    const args = [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-purpose',
      'any',
      '-no_check_time',
    ]
    const files = ['-in', cms, '-content', content, '-CAfile', anchors, '-out', `${content}.out`]
    execFileSync('openssl', [...args, ...files.map(String)], { stdio: 'pipe' })
    expect(fs.readFileSync(`${content}.out`)).toEqual(rows[0]?.content)
  } finally {
    fs.rmSync(dir, { recursive: true })
  }
}

const accepted = async (scene: Scene): Promise<string> => {
  const citizen = await newPerson(scene.platform)
  const { number } = await request(citizen, await keyFor(scene.platform, citizen), {})
  return number
}

/** Items 5 to 8: the certificate, its check, refusal of the signature, signing. */
export const SIGNING: readonly Step[] = [
  {
    item: '5) process 4',
    scenarios: [
      {
        about: 'the authority is asked about the certificate and its answer kept as evidence',
        run: async (scene) => {
          const number = await accepted(scene)
          const { id } = await expectPassed(scene, number)
          const { rows } = await scene.platform.platform.database
            .pool('app')
            .query<{ evidence: Record<string, string> }>(
              'select evidence from cases.signature where case_id = $1',
              [id],
            )
          expect(rows).toHaveLength(1)
          expect(Object.keys(rows[0]?.evidence ?? {})).toEqual(
            expect.arrayContaining(['certificate', 'ocspResponse', 'timeStampToken']),
          )
          expect(rows[0]?.evidence['ocspResponse']).toMatch(/^MI/)
        },
      },
    ],
  },
  {
    item: '6) condition 1',
    scenarios: [
      {
        about: 'a valid certificate and an authentic signature let the request pass',
        run: async (scene) => {
          const state = await expectPassed(scene, await accepted(scene))
          expect(state.done.find(({ action }) => action === 'verifySignature')?.outcome).toBe(
            'valid',
          )
          expect(state.status).toBe('finished')
        },
      },
      {
        about: 'a head signs for the legal entity with the key of that entity',
        run: async (scene) => {
          const citizen = await newEntity(scene.platform)
          const { number } = await request(citizen, await keyFor(scene.platform, citizen), {})
          expect((await expectPassed(scene, number)).status).toBe('finished')
        },
      },
    ],
  },
  {
    item: '7) process 5',
    scenarios: [
      ...refusals,
      { about: 'what is no signature: SIGNATURE_MALFORMED', run: malformed },
    ],
  },
  {
    item: '8) process 6',
    scenarios: [
      {
        about: 'the filled form is signed with a key got on the portal; OpenSSL finds it good',
        run: async (scene) => {
          const citizen = await newPerson(scene.platform, 'kk')
          const key = await getKey(citizen.visitor)
          const page = await fillOut(citizen, { variant: 'history', language: 'ru' })
          const signed = JSON.parse(contentOf(page).toString('utf8')) as Record<string, unknown>
          expect(signed).toMatchObject({
            number: numberOf(page),
            service: 'justice.realty-absence',
            edition: `justice.realty-absence@${scene.edition}`,
            applicant: { kind: 'person', number: citizen.number },
          })
          const next = await sign(citizen.visitor, page, key)
          expect(new URL(next.url).pathname).toBe(`/requests/${numberOf(page)}`)
          await untilEnded(citizen, numberOf(page))
          const { id } = await expectPassed(scene, numberOf(page))
          await opensslVerifies(scene, id)
          expect((await caseOf(scene, numberOf(page))).status).toBe('finished')
        },
      },
    ],
  },
]
