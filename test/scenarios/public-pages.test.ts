import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { BEHIND_PROXY, textOf, visit } from './citizens.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform({ env: BEHIND_PROXY })
})
afterAll(() => platform?.stop())

describe('pages for everybody', () => {
  test('home and catalogue count the same services', async () => {
    const visitor = visit(platform.baseUrl, 'en')
    const [, home] = /(\d+) services?, \d+ of them/.exec(textOf(await visitor.get('/'))) ?? []
    const [, all] = /(\d+) services?\b/.exec(textOf(await visitor.get('/services'))) ?? []
    expect(Number(home)).toBeGreaterThan(0)
    expect(home).toBe(all)
  })

  test('each leads to the check of a receipt', async () => {
    const visitor = visit(platform.baseUrl)
    for (const address of ['/', '/check', '/help'])
      expect((await visitor.get(address)).html, address).toContain('href="/receipts/check"')
  })

  test('tell robots to keep out of what is somebody’s own', async () => {
    const answer = await fetch(`${platform.baseUrl}/robots.txt`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; charset=utf-8',
    ])
    const text = await answer.text()
    for (const path of ['/cabinet', '/requests/', '/office'])
      expect(text).toContain(`Disallow: ${path}\n`)
    expect(text).not.toContain('Disallow: /services\n')
  })
})

describe.each(['/check', '/receipts/check'])('a file handed in at %s', (path) => {
  const hand = async (name: string, bytes: Buffer) => {
    const visitor = visit(platform.baseUrl, 'ru')
    const page = await visitor.get(path)
    return visitor.upload(page, path, { file: { name, type: 'application/pdf', bytes } })
  }

  test('that is too large is told so on the page itself', async () => {
    const answer = await hand('scan.pdf', Buffer.alloc(12 * 1024 * 1024, '%PDF-'))
    expect(answer.status).toBe(413)
    expect(textOf(answer)).toContain('Файл больше 10 МБ. Выберите файл PDF')
    expect(answer.html).toContain('govuk-error-summary')
  })

  test('that is neither a PDF nor a picture is told so', async () => {
    const answer = await hand('data.json', Buffer.from('{"a": 1}'))
    expect(answer.status).toBe(422)
    expect(textOf(answer)).toContain('Это не PDF и не снимок PNG или JPEG')
  })
})
