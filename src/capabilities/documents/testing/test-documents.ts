import { createPublicKey, randomBytes } from 'node:crypto'
import { type Instant, instant } from '#core/kernel'
import { answerTimeStampQuery, createTrust, extensions, type Trust } from '#platform/crypto'
import {
  certify,
  createTestAuthority,
  signingPurpose,
  type Holder,
  type TestAuthority,
} from '#platform/crypto/testing'
import type { KeyPair } from '#platform/keys'
import type { Sql } from '#platform/db'
import { createDocuments, type Documents } from '../documents.ts'
import type { DocumentRequest, IssuedDocument } from '../model.ts'
import { createQrReader, type QrReader } from '../qr-reader.ts'
import { createRenderer, type Renderer } from '../renderer.ts'
import { sampleRequest } from './sample-request.ts'
import { buildWorker, fontFolders, regulationsFolder } from './build-worker.ts'

/** Everything that documents need, real, with a certification authority and a time-stamp authority of its own. */
export interface TestDocuments {
  readonly documents: Documents
  readonly authority: TestAuthority
  readonly trust: Trust
  readonly seal: Holder
  readonly qrReader: QrReader
  readonly renderer: Renderer
  /** What the clock shows; the time-stamp authority goes by the same clock. */
  now: Instant
  /** False: the time-stamp authority does not answer. */
  stamps: boolean
  stampNow(query: Buffer): Buffer
  /** Issues a sample and gives its entry and its bytes. @throws Error when it is refused. */
  issue(change?: Partial<DocumentRequest>): Promise<{ issued: IssuedDocument; pdf: Buffer }>
  close(): Promise<void>
}

const pairOf = ({ key, certificate }: Holder, chain: readonly Buffer[]): KeyPair => ({
  privateKey: key,
  publicKey: createPublicKey(key),
  certificate: certificate.der,
  chain,
})

/** Where real certificates say their status is told; pdfsig does not trust one that says nothing. */
const addresses = (): Buffer[] => [
  extensions.crlDistributionPoint('http://authority.test/issuing.crl'),
  extensions.authorityInfoAccess({
    ocsp: 'http://authority.test/ocsp',
    aia: 'http://authority.test/issuing.cer',
  }),
]

async function issueSample(documents: Documents, change?: Partial<DocumentRequest>) {
  const issued = await documents.issue(sampleRequest(change))
  if (!issued.ok) throw new Error(issued.error.code)
  const pdf = await documents.content(issued.value.number)
  if (!pdf) throw new Error('a document without content')
  return { issued: issued.value, pdf }
}

function makeSeal(issuing: Holder): Holder {
  const organization = 'Шығыс Қазақстан облысының Әділет департаменті'
  const extra = [signingPurpose(), ...addresses()]
  return certify({ name: { commonName: organization, organization }, extra }, issuing)
}

/** `isSeal` of the test: seals are named by an organisation, people are not. */
export const isTestSeal = ({ subject }: Holder['certificate']): boolean =>
  subject.organization !== undefined

export async function testDocuments(pool: Sql, demonstration = true): Promise<TestDocuments> {
  const authority = createTestAuthority()
  const { issuing, tsa } = authority
  const seal = makeSeal(issuing)
  const trust = createTrust({
    roots: [authority.root.certificate.der],
    intermediates: [issuing.certificate.der],
  })
  const [typst, qr] = await Promise.all([buildWorker('typst'), buildWorker('qr')])
  const renderer = createRenderer({
    workerUrl: typst,
    root: regulationsFolder,
    fonts: fontFolders,
    size: 1,
  })
  const qrReader = createQrReader({ workerUrl: qr, size: 1 })
  const stamper = { ...tsa, chain: [issuing.certificate.der], policy: '2.25.1', accuracySeconds: 1 }
  const test: TestDocuments = {
    documents: createDocuments({
      pool,
      clock: () => test.now,
      renderer,
      qrReader,
      seals: () => Promise.resolve(pairOf(seal, [issuing.certificate.der])),
      timeStamp: (query) => Promise.resolve(test.stamps ? test.stampNow(query) : undefined),
      trust,
      isSeal: isTestSeal,
      checkAt: 'qyzmet.example/check',
      demonstration,
    }),
    authority,
    trust,
    seal,
    qrReader,
    renderer,
    now: instant(new Date()),
    stamps: true,
    stampNow: (query) =>
      answerTimeStampQuery(query, stamper, { now: test.now, serial: randomBytes(16) }),
    issue: (change) => issueSample(test.documents, change),
    close: async () => {
      await Promise.all([renderer.close(), qrReader.close()])
    },
  }
  return test
}
