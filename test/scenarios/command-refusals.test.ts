import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')

let scratch: string
beforeAll(() => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-refusals-'))
})
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }))

interface Ended {
  readonly code: number | string | null | undefined
  readonly out: string
  readonly err: string
}

/** Runs a command on data that are not there. */
const run = (args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { PATH: '/usr/bin:/bin', QYZMET_DATA: path.join(scratch, 'nowhere') }
    execFile(
      process.execPath,
      [path.join(ROOT, 'bin/qyzmet.mjs'), ...args],
      { env },
      (error, out, err) => resolve({ code: error === null ? 0 : error.code, out, err }),
    )
  })

describe('what cannot be done is refused with a code and a reason, without a stack', () => {
  test.each([
    [['registry', 'import', 'nothing', 'absent.csv'], 'MAIN_REGISTRY_UNKNOWN'],
    [['registry', 'export', 'nothing', 'x.odt'], 'MAIN_REGISTRY_UNKNOWN'],
    [['registry', 'import', 'persons', 'absent.csv'], 'MAIN_FILE_UNREADABLE'],
    [['document', 'check', 'absent.pdf'], 'MAIN_FILE_UNREADABLE'],
    [['document', 'check', 'src'], 'MAIN_FILE_UNREADABLE'],
    [['document', 'check', 'package.json'], 'MAIN_DOCUMENT_KIND'],
  ])('%j: %s', async (args, code) => {
    const refused = await run([...args, '--json'])
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { error: { code } }])
    expect(refused.err).not.toMatch(/\n\s+at /)
    expect(fs.readdirSync(scratch)).not.toContain('nowhere')
  })

  test.each([
    [['payments', 'reconcile', '--day', 'abc'], 'a day such as'],
    [['messages', 'wake', 'bogus'], 'an id as list shows it'],
    [['start', '--bogus'], '--bogus'],
  ])('wrong use is told as the object of the answer, too: %j', async (args, words) => {
    const wrong = await run([...args, '--json'])
    expect([wrong.code, JSON.parse(wrong.out)]).toMatchObject([
      2,
      { error: { code: 'MAIN_WRONG_USE', text: expect.stringContaining(words) } },
    ])
    expect((await run(args)).err).toContain(words)
  })

  test('a day that is not over is not compared with the bank', async () => {
    const refused = await run(['payments', 'reconcile', '--day', '2999-01-01', '--json'])
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([
      1,
      { error: { code: 'MAIN_DAY_NOT_OVER' } },
    ])
  })

  test('document check without certificates to believe says how to name them', async () => {
    const file = path.join(scratch, 'head.pdf')
    fs.writeFileSync(file, '%PDF-1.7\n')
    const refused = await run(['document', 'check', file])
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('--trust')])
  })
})
