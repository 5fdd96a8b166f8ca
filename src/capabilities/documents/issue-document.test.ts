import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addSeconds, instant } from '#core/kernel'
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

const start = instant(new Date())

let database: TestDatabase
let test: TestDocuments
let tools: PdfTools
let issued: IssuedDocument
let pdf: Buffer
const pool = () => database.database.pool('app')

beforeAll(async () => {
  database = await testDatabase([documentsSchema])
  test = await testDocuments(database.database.pool('app'))
  tools = createPdfTools(test.authority)
  ;({ issued, pdf } = await test.issue())
})
beforeEach(() => {
  test.now = start
  test.stamps = true
})
afterAll(async () => {
  tools.close()
  await test.close()
  await database.close()
})

describe('issuing', () => {
  it('gives 14 digits: the day and a serial number of the day', () => {
    expect(issued.number).toMatch(/^20\d{6}0\d{5}$/)
    expect(issued.sha256).toBe(createHash('sha256').update(pdf).digest('hex'))
  })

  it('gives one document for one key, however many ask at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => test.issue({ key: 'together', caseId: 'case-2' })),
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
    const { issued: later } = await test.issue({ key: 'waits', caseId: 'case-3' })
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
    const { pdf: printed } = await test.issue({ key: 'none', data: none })
    const text = tools.words(tools.save('none.pdf', printed))
    expect(text).toContain(joined('Зарегистрированных прав на недвижимое имущество нет.'))
    expect(text).not.toContain('Ранеезауказаннымлицом')
    expect(tools.run('pdfinfo', 'none.pdf')).toMatch(/Pages:\s+1\n/)
  })

  it('prints thirty objects over pages and keeps the barcode readable', async () => {
    const [one] = sampleData['registered'] as unknown[]
    const data = {
      ...sampleData,
      registered: Array.from({ length: 30 }, () => one),
    } as typeof sampleData
    const { pdf: printed, issued: many } = await test.issue({
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

  it('refuses to seal with a certificate that has run out', async () => {
    test.now = addSeconds(start, 400 * 86_400)
    const refused = await test.documents.issue(sampleRequest({ key: 'late' }))
    expect(refused).toMatchObject({ ok: false, error: { code: 'DOCUMENT_SEAL_UNFIT' } })
  })
})
