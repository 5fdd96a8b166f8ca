import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Instant, instant, plainDate } from '#core/kernel'
import { addSecurityStore, signPdf } from '#platform/crypto'
import { type TestDatabase, testDatabase } from '#platform/db/testing'
import { checkOffline, documentsSchema, type IssuedDocument } from './index.ts'
import { isTestSeal, sampleData, testDocuments, type TestDocuments } from './testing/index.ts'

const start = instant(new Date())

let database: TestDatabase
let test: TestDocuments
let issued: IssuedDocument
let pdf: Buffer

async function verdictOf(bytes: Buffer) {
  const report = await test.documents.check({ kind: 'pdf', bytes })
  return report.ok ? report.value.verdict : report.error.code
}

beforeAll(async () => {
  database = await testDatabase([documentsSchema])
  test = await testDocuments(database.database.pool('app'))
  ;({ issued, pdf } = await test.issue())
})
beforeEach(() => {
  test.now = start
  test.stamps = true
})
afterAll(async () => {
  await test.close()
  await database.close()
})

describe('checking', () => {
  it('by number shows only what is nobody’s secret', async () => {
    const spaced = `${issued.number.slice(0, 4)} ${issued.number.slice(4)}`
    const report = await test.documents.check({ kind: 'number', number: spaced })
    expect(report).toMatchObject({
      ok: true,
      value: {
        verdict: 'valid',
        document: { owner: { name: 'С. Ә. Қ.', number: '••••••••0431', masked: true } },
      },
    })
    expect(JSON.stringify(report)).not.toMatch(/840731|САҒЫНДЫҚОВА|Қазақстан к-сі/)
  })

  it('by an unknown number says so, by no number asks for one', async () => {
    const unknown = await test.documents.check({ kind: 'number', number: '19990101000001' })
    expect(unknown).toMatchObject({ ok: true, value: { verdict: 'unknown' } })
    const none = await test.documents.check({ kind: 'number', number: '12' })
    expect(none).toMatchObject({
      ok: false,
      error: { code: 'DOCUMENT_NUMBER_INVALID', field: 'number' },
    })
  })

  it('of the PDF passes every check and gives all fields', async () => {
    const report = await test.documents.check({ kind: 'pdf', bytes: pdf })
    if (!report.ok) throw new Error(report.error.code)
    expect(report.value.verdict).toBe('valid')
    expect(report.value.checks.map(({ name, outcome }) => [name, outcome])).toEqual(
      ['signature', 'certificate', 'time-stamp', 'attachments', 'barcode', 'register'].map(
        (name) => [name, 'passed'],
      ),
    )
    expect(report.value.document?.facts).toEqual(sampleData)
  })

  it('without a network and a database finds the same, but for the register', async () => {
    const report = await checkOffline(pdf, { trust: test.trust, at: test.now, isSeal: isTestSeal })
    expect(report).toMatchObject({
      ok: true,
      value: { verdict: 'valid', document: { number: issued.number } },
    })
    expect(report.ok && report.value.checks.at(-1)).toEqual({
      name: 'register',
      outcome: 'skipped',
    })
  })

  it('tells a revoked document, and what replaced it', async () => {
    const { issued: old, pdf: oldPdf } = await test.issue({ key: 'old' })
    const { issued: fresh } = await test.issue({ key: 'fresh' })
    const reason = {
      kk: 'Деректер түзетілді.',
      ru: 'Данные исправлены.',
      en: 'The data were corrected.',
    }
    const request = { number: old.number, reason, replacedBy: fresh.number }
    expect(await test.documents.revoke(request)).toMatchObject({
      ok: true,
      value: { status: 'revoked' },
    })
    expect(await test.documents.revoke(request)).toMatchObject({
      ok: false,
      error: { code: 'DOCUMENT_ALREADY_REVOKED' },
    })
    expect(await test.documents.check({ kind: 'pdf', bytes: oldPdf })).toMatchObject({
      ok: true,
      value: { verdict: 'revoked', document: { revocation: { reason, replacedBy: fresh.number } } },
    })
  })

  it('refuses to revoke what was never issued', async () => {
    const reason = { kk: 'а', ru: 'а', en: 'a' }
    const refused = await test.documents.revoke({ number: '19990101000001', reason })
    expect(refused).toMatchObject({ ok: false, error: { code: 'DOCUMENT_NOT_FOUND' } })
  })

  it('tells a document whose last day has passed', async () => {
    const { pdf: short } = await test.issue({ key: 'short', validUntil: plainDate('2099-01-01') })
    expect(await verdictOf(short)).toBe('valid')
    test.now = '2099-01-03T00:00:00.000Z' as Instant
    expect(await verdictOf(short)).toBe('expired')
  })

  it('tells a changed byte, an added page content, junk and a cut end from the original', async () => {
    const flipped = Buffer.from(pdf)
    flipped[5000] = (flipped[5000] ?? 0) ^ 4
    expect(await verdictOf(flipped)).toBe('changed')
    expect(await verdictOf(Buffer.concat([pdf, Buffer.from('junk')]))).toBe('changed')
    expect(await verdictOf(pdf.subarray(0, pdf.length - 40))).toBe('PDF_MALFORMED')
    expect(await verdictOf(Buffer.from('hello'))).toBe('PDF_MALFORMED')
  })

  it('does not believe a document that a citizen made with their own trusted key', async () => {
    const { signer, issuing } = test.authority
    const rendered = unsealed()
    const forged = await signPdf(rendered, {
      key: signer.key,
      certificate: signer.certificate,
      chain: [issuing.certificate.der],
      reason: 'x',
      name: 'x',
      location: 'x',
      signedAt: test.now,
      trust: test.trust,
      timeStamp: (query) => Promise.resolve(test.stampNow(query)),
    })
    if (!forged.ok) throw new Error(forged.error.code)
    const report = await checkOffline(forged.value, {
      trust: test.trust,
      at: test.now,
      isSeal: isTestSeal,
    })
    expect(report.ok && report.value.verdict).not.toBe('valid')
    expect(report.ok && report.value.checks[1]).toMatchObject({
      name: 'certificate',
      outcome: 'failed',
      error: { code: 'DOCUMENT_NOT_A_SEAL' },
    })
  })

  it('accepts proof added later, such as a security store', async () => {
    const longTerm = addSecurityStore(pdf, {
      certificates: [test.authority.issuing.certificate.der],
    })
    expect(longTerm.ok && (await verdictOf(longTerm.value))).toBe('valid')
  })

  it('refuses pictures that hide their size or show no barcode', async () => {
    const huge = Buffer.from(
      '89504e470d0a1a0a0000000d494844520000ffff0000ffff08020000000000000000',
      'hex',
    )
    expect(await test.documents.check({ kind: 'image', bytes: huge })).toMatchObject({
      ok: false,
      error: { code: 'DOCUMENT_IMAGE_TOO_LARGE' },
    })
    expect(await test.documents.check({ kind: 'image', bytes: pdf })).toMatchObject({
      ok: false,
      error: { code: 'DOCUMENT_IMAGE_UNREADABLE' },
    })
    const broken = Buffer.concat([
      huge.subarray(0, 16),
      Buffer.from('0000001000000010', 'hex'),
      huge.subarray(24),
    ])
    const report = await test.documents.check({ kind: 'image', bytes: broken })
    expect(report.ok ? '' : report.error.code).toMatch(/^DOCUMENT_(IMAGE_UNREADABLE|QR_NOT_FOUND)$/)
  })
})

/** The document as it was before the seal's increment. */
function unsealed(): Buffer {
  return pdf.subarray(0, pdf.lastIndexOf('%%EOF', -20) + 6)
}
