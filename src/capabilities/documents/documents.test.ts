import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addSeconds, instant, plainDate, type Instant } from '#core/kernel'
import { addSecurityStore, signPdf } from '#platform/crypto'
import { pem } from '#platform/crypto/testing'
import { type TestDatabase, testDatabase } from '#platform/db/testing'
import { checkOffline, documentsSchema, type IssuedDocument } from './index.ts'
import {
  isTestSeal,
  sampleData,
  sampleRequest,
  testDocuments,
  type TestDocuments,
} from './testing/index.ts'

const LETTERS = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі№«»—₸'
const LONG_NAME = `«Ұлттық ақпараттық технологиялар холдингі» ЖШС ${LETTERS} #panic(1) $a$ *b* <l> @r "q" \\ ~`

let database: TestDatabase
let test: TestDocuments
let folder: string
let issued: IssuedDocument
let pdf: Buffer
const start = instant(new Date())

const pool = () => database.database.pool('app')
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
const joined = (text: string) => text.replace(/[\s-]+/g, '')
/** The text of a PDF without its spaces: lines break anywhere. */
const wordsOf = (name: string) => joined(run('pdftotext', '-raw', name, '-'))
const save = (name: string, bytes: Buffer) => {
  writeFileSync(path.join(folder, name), bytes)
  return name
}

async function issue(change: Parameters<typeof sampleRequest>[0] = {}) {
  const result = await test.documents.issue(sampleRequest(change))
  if (!result.ok) throw new Error(result.error.code)
  const content = await test.documents.content(result.value.number)
  if (!content) throw new Error('no content')
  return { issued: result.value, pdf: content }
}

async function verdictOf(bytes: Buffer) {
  const report = await test.documents.check({ kind: 'pdf', bytes })
  return report.ok ? report.value.verdict : report.error.code
}

/** The NSS database by which pdfsig trusts our authority. */
function trustAuthority() {
  run('certutil', '-N', '-d', 'sql:nss', '--empty-password')
  const authorities = { root: test.authority.root, issuing: test.authority.issuing }
  for (const [name, { certificate }] of Object.entries(authorities)) {
    save(`${name}.pem`, Buffer.from(pem('CERTIFICATE', certificate.der)))
    run('certutil', '-A', '-d', 'sql:nss', '-n', name, '-t', 'CT,C,C', '-i', `${name}.pem`)
  }
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'documents-'))
  execFileSync('mkdir', [path.join(folder, 'nss')])
  database = await testDatabase([documentsSchema])
  test = await testDocuments(pool())
  trustAuthority()
  ;({ issued, pdf } = await issue())
})
beforeEach(() => {
  test.now = start
  test.stamps = true
})
afterAll(async () => {
  await test.close()
  await database.close()
  rmSync(folder, { recursive: true })
})

describe('an issued document, before independent tools', () => {
  it('has a seal that pdfsig calls valid and trusted', () => {
    const said = run('pdfsig', '-no-ocsp', '-nssdir', 'sql:nss', save('ok.pdf', pdf))
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Certificate is Trusted')
    expect(said).toContain('Total document signed')
    expect(said).toContain('ETSI.CAdES.detached')
  })

  it('loses its seal in pdfsig when one byte of a page is changed', () => {
    const changed = Buffer.from(pdf)
    changed[2000] = (changed[2000] ?? 0) ^ 1
    const said = run('pdfsig', '-no-ocsp', '-nssdir', 'sql:nss', save('bad.pdf', changed))
    expect(said).toContain('Digest Mismatch')
  })

  it('is a clean PDF for qpdf, and still when proof is added to it', () => {
    expect(run('qpdf', '--check', save('ok.pdf', pdf))).toContain(
      'No syntax or stream encoding errors',
    )
    const longTerm = addSecurityStore(pdf, {
      certificates: [test.authority.issuing.certificate.der],
    })
    if (!longTerm.ok) throw new Error(longTerm.error.code)
    expect(run('qpdf', '--check', save('lt.pdf', longTerm.value))).toContain(
      'No syntax or stream encoding errors',
    )
    expect(run('pdfsig', '-no-ocsp', '-nssdir', 'sql:nss', 'lt.pdf')).toContain(
      'Signature is Valid',
    )
  })

  it('says it is PDF/A-3b', () => {
    const xmp = run('pdfinfo', '-meta', save('ok.pdf', pdf))
    expect(xmp).toMatch(/pdfaid:part>3</)
    expect(xmp).toMatch(/pdfaid:conformance>B</)
  })

  it('shows every Kazakh letter, and data as it is, whatever it looks like', async () => {
    const entity = { kind: 'entity', name: LONG_NAME, bin: '040540004321' }
    const { pdf: printed } = await issue({
      key: 'letters',
      data: { ...sampleData, issuedTo: entity },
    })
    const text = run('pdftotext', '-raw', save('letters.pdf', printed), '-').replace(/\s+/g, ' ')
    expect(text).toContain(LETTERS)
    expect(text).toContain('#panic(1) $a$ *b* <l> @r "q" \\ ~')
  })

  it('carries the fixed phrases and the marks of the demonstration in both languages', () => {
    const text = wordsOf(save('ok.pdf', pdf))
    for (const { kk, ru } of Object.values(sampleRequest().phrases)) {
      expect(text).toContain(joined(kk))
      expect(text).toContain(joined(ru))
    }
    expect(text).toContain('заңдықкүшіжоқ')
    expect(text).toContain('юридическойсилынеимеет')
  })

  it('has the signed data inside, byte for byte, with a signature that OpenSSL accepts', () => {
    run('pdfdetach', '-saveall', save('ok.pdf', pdf))
    const record = JSON.parse(readFileSync(path.join(folder, 'data.json'), 'utf8')) as {
      number: string
      data: object
    }
    expect(record.number).toBe(issued.number)
    expect(record.data).toEqual(sampleData)
    save(
      'ca.pem',
      Buffer.concat([
        readFileSync(path.join(folder, 'root.pem')),
        readFileSync(path.join(folder, 'issuing.pem')),
      ]),
    )
    run(
      'openssl',
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-purpose',
      'any',
      '-inform',
      'DER',
      '-in',
      'data.json.p7s',
      '-content',
      'data.json',
      '-CAfile',
      'ca.pem',
      '-out',
      'verified.json',
    )
    expect(readFileSync(path.join(folder, 'verified.json'))).toEqual(
      readFileSync(path.join(folder, 'data.json')),
    )
  })

  it('has a barcode that is read from the page at 150 dpi and checks out', async () => {
    const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', save('ok.pdf', pdf)))?.[1])
    run('pdftoppm', '-r', '150', '-f', String(pages), '-png', '-singlefile', 'ok.pdf', 'page')
    const bytes = readFileSync(path.join(folder, 'page.png'))
    const report = await test.documents.check({ kind: 'image', bytes })
    expect(report).toMatchObject({
      ok: true,
      value: {
        verdict: 'valid',
        document: {
          number: issued.number,
          facts: { variant: 'history', registered: 1, formerly: 1 },
        },
      },
    })
  })
})

describe('issuing', () => {
  it('gives 14 digits: the day and a serial number of the day', () => {
    expect(issued.number).toMatch(/^20\d{6}0\d{5}$/)
    expect(issued.sha256).toBe(createHash('sha256').update(pdf).digest('hex'))
  })

  it('gives one document for one key, however many ask at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => issue({ key: 'together', caseId: 'case-2' })),
    )
    expect(new Set(asked.map((one) => one.issued.number)).size).toBe(1)
    expect(new Set(asked.map((one) => one.issued.sha256)).size).toBe(1)
    expect(await test.documents.ofCase('case-2')).toHaveLength(1)
  })

  it('is put off while the time-stamp authority is down, and goes on with the same number', async () => {
    test.stamps = false
    const refused = await test.documents.issue(sampleRequest({ key: 'waits', caseId: 'case-3' }))
    expect(refused).toMatchObject({ ok: false, error: { code: 'DOCUMENT_NO_TIMESTAMP' } })
    expect(await test.documents.ofCase('case-3')).toEqual([])
    const { rows } = await pool().query<{ number: string }>(
      "select number from documents.reservation where key = 'waits'",
    )
    test.stamps = true
    const { issued: later } = await issue({ key: 'waits', caseId: 'case-3' })
    expect(later.number).toBe(rows[0]?.number)
  })

  it('refuses data that the template cannot print, for good', async () => {
    const refused = await test.documents.issue(
      sampleRequest({ key: 'unfit', data: { variant: 'current' } }),
    )
    expect(refused).toMatchObject({ ok: false, error: { code: 'DOCUMENT_TEMPLATE_FAILED' } })
  })

  it('never changes what is in the register', async () => {
    const { number } = issued
    for (const sql of [
      "update documents.document set owner_name = 'x'",
      'delete from documents.content',
      "update documents.status_change set status = 'issued'",
    ])
      await expect(pool().query(sql)).rejects.toThrow('permission denied')
    expect(await test.documents.find(number)).toEqual(issued)
  })

  it('certifies that nothing is registered, on one page', async () => {
    const none = { ...sampleData, variant: 'current', registered: [], formerly: [] }
    const { pdf: printed } = await issue({ key: 'none', data: none })
    const text = run('pdftotext', save('none.pdf', printed), '-').replace(/\s+/g, ' ')
    expect(text).toContain('Зарегистрированных прав на недвижимое имущество нет.')
    expect(text).not.toContain('Ранее за указанным лицом')
    expect(run('pdfinfo', 'none.pdf')).toMatch(/Pages:\s+1\n/)
  })

  it('prints thirty objects over pages and keeps the barcode readable', async () => {
    const [one] = sampleData['registered'] as unknown[]
    const data = {
      ...sampleData,
      registered: Array.from({ length: 30 }, () => one),
    } as typeof sampleData
    const { pdf: printed, issued: many } = await issue({
      key: 'many',
      data,
      barcode: { list: Array.from({ length: 60 }, (_, i) => `05:085:001:${i * 7919}`) },
    })
    const report = await test.documents.check({ kind: 'pdf', bytes: printed })
    expect(report).toMatchObject({
      ok: true,
      value: { verdict: 'valid', document: { number: many.number } },
    })
  })
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
    const { issued: old, pdf: oldPdf } = await issue({ key: 'old' })
    const { issued: fresh } = await issue({ key: 'fresh' })
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
    const { pdf: short } = await issue({ key: 'short', validUntil: plainDate('2099-01-01') })
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

  it('refuses to seal with a certificate that has run out', async () => {
    test.now = addSeconds(start, 400 * 86_400)
    const refused = await test.documents.issue(sampleRequest({ key: 'late' }))
    expect(refused).toMatchObject({ ok: false, error: { code: 'DOCUMENT_SEAL_UNFIT' } })
  })
})

/** The document as it was before the seal's increment. */
function unsealed(): Buffer {
  return pdf.subarray(0, pdf.lastIndexOf('%%EOF', -20) + 6)
}
