import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSecurityStore } from '#platform/crypto'
import { type TestDatabase, testDatabase } from '#platform/db/testing'
import { documentsSchema, type IssuedDocument } from './index.ts'
import {
  createPdfTools,
  joined,
  type PdfTools,
  sampleData,
  sampleRequest,
  testDocuments,
  type TestDocuments,
} from './testing/index.ts'

const LETTERS = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі№«»—₸'
const LONG_NAME = `«Ұлттық ақпараттық технологиялар холдингі» ЖШС ${LETTERS} #panic(1) $a$ *b* <l> @r "q" \\ ~`

let database: TestDatabase
let test: TestDocuments
let tools: PdfTools
let issued: IssuedDocument
let pdf: Buffer

beforeAll(async () => {
  database = await testDatabase([documentsSchema])
  test = await testDocuments(database.database.pool('app'))
  tools = createPdfTools(test.authority)
  ;({ issued, pdf } = await test.issue())
})
afterAll(async () => {
  tools.close()
  await test.close()
  await database.close()
})

describe('an issued document, before independent tools', () => {
  it('has a seal that pdfsig calls valid and trusted', () => {
    const said = tools.seal(tools.save('ok.pdf', pdf))
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Certificate is Trusted')
    expect(said).toContain('Total document signed')
    expect(said).toContain('ETSI.CAdES.detached')
  })

  it('loses its seal in pdfsig when one byte of a page is changed', () => {
    const changed = Buffer.from(pdf)
    changed[2000] = (changed[2000] ?? 0) ^ 1
    const said = tools.seal(tools.save('bad.pdf', changed))
    expect(said).toContain('Digest Mismatch')
  })

  it('is a clean PDF for qpdf, and still when proof is added to it', () => {
    expect(tools.run('qpdf', '--check', tools.save('ok.pdf', pdf))).toContain(
      'No syntax or stream encoding errors',
    )
    const longTerm = addSecurityStore(pdf, {
      certificates: [test.authority.issuing.certificate.der],
    })
    if (!longTerm.ok) throw new Error(longTerm.error.code)
    expect(tools.run('qpdf', '--check', tools.save('lt.pdf', longTerm.value))).toContain(
      'No syntax or stream encoding errors',
    )
    expect(tools.seal('lt.pdf')).toContain('Signature is Valid')
  })

  it('says it is PDF/A-3b', () => {
    const xmp = tools.run('pdfinfo', '-meta', tools.save('ok.pdf', pdf))
    expect(xmp).toMatch(/pdfaid:part>3</)
    expect(xmp).toMatch(/pdfaid:conformance>B</)
  })

  it('shows every Kazakh letter, and data as it is, whatever it looks like', async () => {
    const entity = { kind: 'entity', name: { kk: LONG_NAME, ru: LONG_NAME }, bin: '040540004321' }
    const { pdf: printed } = await test.issue({
      key: 'letters',
      data: { ...sampleData, issuedTo: entity },
    })
    const text = tools
      .run('pdftotext', '-raw', tools.save('letters.pdf', printed), '-')
      .replace(/\s+/g, ' ')
    expect(text).toContain(LETTERS)
    expect(text).toContain('#panic(1) $a$ *b* <l> @r "q" \\ ~')
  })

  it('carries the fixed phrases and the marks of the demonstration in both languages', () => {
    const text = tools.words(tools.save('ok.pdf', pdf))
    for (const { kk, ru } of Object.values(sampleRequest().phrases)) {
      expect(text).toContain(joined(kk))
      expect(text).toContain(joined(ru))
    }
    expect(text).toContain('заңдықкүшіжоқ')
    expect(text).toContain('юридическойсилынеимеет')
  })

  it('has the signed data inside, byte for byte, with a signature that OpenSSL accepts', () => {
    tools.run('pdfdetach', '-saveall', tools.save('ok.pdf', pdf))
    const record = JSON.parse(tools.read('data.json').toString('utf8')) as {
      number: string
      data: object
    }
    expect(record.number).toBe(issued.number)
    expect(record.data).toEqual(sampleData)
    tools.save('ca.pem', Buffer.concat([tools.read('root.pem'), tools.read('issuing.pem')]))
    tools.run(
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
    expect(tools.read('verified.json')).toEqual(tools.read('data.json'))
  })

  it('has a barcode that is read from the page at 150 dpi and checks out', async () => {
    const pages = Number(
      /Pages:\s+(\d+)/.exec(tools.run('pdfinfo', tools.save('ok.pdf', pdf)))?.[1],
    )
    tools.run('pdftoppm', '-r', '150', '-f', String(pages), '-png', '-singlefile', 'ok.pdf', 'page')
    const bytes = tools.read('page.png')
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
