import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check, download } from '../../src/main/demo/citizen.ts'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { BEHIND_PROXY, keyFor, newPerson, request, visit } from '../scenarios/citizens.ts'

let platform: TestPlatform
let pdf: Buffer
beforeAll(async () => {
  platform = await startTestPlatform({ env: BEHIND_PROXY })
  const citizen = await newPerson(platform)
  const { number } = await request(citizen, await keyFor(platform, citizen), {})
  pdf = await download(citizen.visitor, number)
})
afterAll(() => platform?.stop())

const healthy = async () => {
  expect((await fetch(`${platform.baseUrl}/health`)).status).toBe(200)
}

/** Hands a file in on the public page; everybody from another address, so that nobody waits for a limit. */
async function upload(bytes: Buffer, name = 'document.pdf') {
  const visitor = visit(platform.baseUrl, 'en')
  const page = await visitor.get('/check')
  const file = { name, type: 'application/pdf', bytes }
  const answer = await visitor.upload(page, '/check', { file })
  expect(answer.html).not.toMatch(/\n\s+at .+:\d+:\d+|node_modules/)
  const [, verdict] = /data-verdict="([a-z]+)"/.exec(answer.html) ?? []
  return { status: answer.status, verdict, html: answer.html }
}

/** A PNG of one colour, as large as it says, as small as zlib makes it. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    // The checksum is wrong on purpose: what reads it must not trust the size before.
    return Buffer.concat([length, body, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(4 * 1024 * 1024))
  const mark = Buffer.from('89504e470d0a1a0a', 'hex')
  const chunks = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([mark, ...chunks])
}

describe('check a document', () => {
  test('the document itself is valid', async () => {
    expect(await check(visit(platform.baseUrl), pdf)).toBe('valid')
  })

  test('no changed byte leaves it valid', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(pdf.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(pdf)
        changed.writeUInt8((changed[at] ?? 0) ^ by, at)
        const { status, verdict } = await upload(changed)
        expect(status).toBeLessThan(500)
        expect(verdict).not.toBe('valid')
      }),
      { numRuns: 25, endOnFailure: true },
    )
    await healthy()
  })

  test('truncated, doubled and prolonged files are not valid', async () => {
    const cuts = [1, 8, 1000, pdf.length >> 1, pdf.length - 1].map((end) => pdf.subarray(0, end))
    for (const bytes of [
      ...cuts,
      Buffer.concat([pdf, pdf]),
      Buffer.concat([pdf, Buffer.from('x')]),
    ]) {
      const { status, verdict } = await upload(bytes)
      expect(status).toBeLessThan(500)
      expect(verdict).not.toBe('valid')
    }
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(100_000)],
    ['noise', randomBytes(200_000)],
    ['a PDF’s head and noise', Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(50_000)])],
    ['a deep PDF', Buffer.from(`%PDF-1.7\n${'['.repeat(200_000)}`)],
    ['a picture that says to be enormous', bomb(60_000, 60_000)],
    ['a picture that says to be nothing', bomb(0, 0)],
    ['a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ])('%s is refused with a reason', async (_, bytes) => {
    const { status, verdict, html } = await upload(bytes)
    expect(status).toBeLessThan(500)
    expect(verdict).not.toBe('valid')
    expect(verdict !== undefined || html.includes('govuk-error-summary')).toBe(true)
    await healthy()
  })

  test('a file that is too large is refused before it is looked at', async () => {
    const { status } = await upload(Buffer.alloc(11 * 1024 * 1024, '%PDF-'))
    expect(status).toBe(413)
    await healthy()
  })

  test('numbers are not told apart by how they are wrong', async () => {
    const visitor = visit(platform.baseUrl, 'en')
    const page = await visitor.get('/check')
    for (const number of [
      '99999999999999',
      '20200101000001',
      '1',
      "' or 1=1",
      '\u0000',
      '9'.repeat(500),
    ]) {
      const answer = await visitor.submit(page, '/check', { number })
      expect(answer.status).toBeLessThan(500)
      expect(answer.html).not.toContain('data-verdict="valid"')
    }
  })
})

describe('the authority’s public services', () => {
  const post = (path: string, type: string, body: Buffer) =>
    fetch(`${platform.baseUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-forwarded-for': `10.9.${randomBytes(2).join('.')}` },
      body: new Uint8Array(body),
    })

  test.each([
    ['/trust/ocsp', 'application/ocsp-request'],
    ['/trust/tsa', 'application/timestamp-query'],
  ])('%s answers junk with a refusal of its protocol', async (path, type) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const answer = await post(path, type, Buffer.from(bytes))
        expect(answer.status).toBeLessThan(500)
        expect(await answer.text()).not.toMatch(/\n\s+at .+:\d+:\d+/)
      }),
      { numRuns: 40, endOnFailure: true },
    )
    expect((await post(path, type, Buffer.alloc(2_000_000))).status).toBe(413)
    expect((await post(path, 'text/html', Buffer.from('<p>'))).status).toBeLessThan(500)
    await healthy()
  })

  test('an OCSP request in an address may be junk too', async () => {
    for (const text of ['%00', 'AAAA', '..%2f..%2f', 'x'.repeat(5000)]) {
      const answer = await fetch(`${platform.baseUrl}/trust/ocsp/${text}`)
      expect(answer.status).toBeLessThan(500)
    }
    await healthy()
  })
})
