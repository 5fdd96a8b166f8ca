import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  fill,
  getKey,
  numberOf,
  order,
  register,
  sign,
  signIn,
} from '../../src/main/demo/citizen.ts'
import { PASSWORD, SERVICE, visit } from './citizens.ts'
import { freePort } from '../kit/free-port.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const started = new Set<ChildProcess>()

function launch(args: readonly string[], env: Readonly<Record<string, string>> = {}, root = ROOT) {
  const child = spawn(process.execPath, [path.join(root, 'bin/qyzmet.mjs'), ...args], {
    env: { PATH: '/usr/bin:/bin', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.add(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number, ...said }))
  return { child, ended, said }
}

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}, root = ROOT) =>
  launch(args, env, root).ended

/** Standard output as the one JSON object that it must be. */
const json = ({ out }: Ended): Record<string, unknown> => {
  expect(out.trimEnd().split('\n')).toHaveLength(1)
  return JSON.parse(out) as Record<string, unknown>
}

let scratch: string
let settings: Record<string, string>
beforeAll(async () => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-cli-'))
  settings = {
    QYZMET_DATA: path.join(scratch, 'data'),
    QYZMET_PORT: String(await freePort()),
    QYZMET_BANK_PORT: String(await freePort()),
    QYZMET_COUNTRY_SIZE: '100',
    QYZMET_LOG: 'error',
  }
})
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
})

describe('help', () => {
  test.each([
    [[], ['start', 'demo', 'regulations', 'case', 'document', 'country', 'jobs', 'messages', 'db']],
    [['start'], ['--json']],
    [['demo'], ['--json']],
    [['regulations'], ['check', 'show', 'preview', 'publish']],
    [['regulations', 'check'], ['--json']],
    [
      ['regulations', 'show'],
      ['--edition', '--channel', '--svg', '--bpmn', '--json'],
    ],
    [
      ['case', 'show'],
      ['<number>', '--json'],
    ],
    [
      ['document', 'check'],
      ['<file>', '--trust', '--json'],
    ],
    [
      ['country', 'create'],
      ['--size', '--json'],
    ],
    [['jobs'], ['list', 'wake']],
    [['messages'], ['list', 'wake']],
    [['db', 'migrate'], ['--json']],
  ] as const)('of %j', async (command, words) => {
    const { code, out } = await run([...command, '--help'])
    expect(code).toBe(0)
    for (const word of words) expect(out).toContain(word)
  })

  test('wrong use ends with 2 and without a stack trace', async () => {
    for (const args of [
      ['nothing'],
      ['case', 'show'],
      ['start', '--fast'],
      ['jobs', 'wake', 'it'],
    ]) {
      const { code, err } = await run(args)
      expect(code, args.join(' ')).toBe(2)
      expect(err).not.toMatch(/\n\s+at /)
    }
  })
})

describe('regulations check', () => {
  test('--json gives services and no problems', async () => {
    const ended = await run(['regulations', 'check', '--json'])
    const checked = json(ended)
    expect(ended.code).toBe(0)
    expect(Object.keys(checked)).toEqual(['services', 'errors'])
    expect(checked['errors']).toEqual([])
    expect(checked['services']).toContainEqual({
      id: 'justice.realty-absence',
      editions: ['2011-08-26', '2012-04-10'],
      channels: ['portal', 'centre', 'correction'],
      actions: 14,
    })
  })

  test('a broken regulation is refused with file and line', async () => {
    const root = path.join(scratch, 'broken')
    for (const folder of ['bin', 'dist', 'regulations', 'country', 'classifiers'])
      fs.cpSync(path.join(ROOT, folder), path.join(root, folder), { recursive: true })
    for (const linked of ['package.json', 'node_modules'])
      fs.symlinkSync(path.join(ROOT, linked), path.join(root, linked))
    const file = 'justice/realty-absence/editions/2012-04-10/regulation.yaml'
    const place = path.join(root, 'regulations', file)
    const text = fs.readFileSync(place, 'utf8')
    const line = text.split('\n').findIndex((one) => one.includes('next: { done: sign }')) + 1
    fs.writeFileSync(place, text.replace('next: { done: sign }', 'next: { done: nowhere }'))
    const ended = await run(['regulations', 'check', '--json'], {}, root)
    expect(ended.code).toBe(1)
    expect(json(ended)['errors']).toContainEqual(
      expect.objectContaining({ file: expect.stringContaining(file) as string, line }),
    )
    const told = await run(['regulations', 'check'], {}, root)
    expect(told.out).toMatch(new RegExp(`regulation\\.yaml:${line}: REGULATION_`))
  })
})

describe('a platform from nothing', () => {
  let request: string
  let pdf: string

  test('demo --json prints exactly one object and stops what it started', async () => {
    const ended = await run(['demo', '--json'], settings)
    expect(ended, ended.err).toMatchObject({ code: 0 })
    const result = json(ended)
    expect(Object.keys(result)).toEqual(['request', 'steps', 'document', 'verdict'])
    expect(result).toMatchObject({
      request: expect.stringMatching(/^\d{14}$/) as string,
      verdict: 'valid',
    })
    for (const step of result['steps'] as unknown[])
      expect(step).toEqual({ name: expect.any(String) as string, ms: expect.any(Number) as number })
    request = String(result['request'])
    pdf = String(result['document'])
    expect(fs.readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    await expect(fetch(`http://localhost:${settings['QYZMET_PORT']}/health`)).rejects.toThrow()
  })

  test('case show --json proves the history; an unknown number is refused', async () => {
    const shown = await run(['case', 'show', request, '--json'], settings)
    expect(shown.code).toBe(0)
    expect(json(shown)).toMatchObject({
      number: request,
      status: 'finished',
      current: null,
      audit: { replays: true },
    })
    const unknown = await run(['case', 'show', '10000000000000', '--json'], settings)
    expect([unknown.code, json(unknown)['error']]).toMatchObject([1, { code: 'MAIN_CASE_UNKNOWN' }])
  })

  test('jobs and messages list what was given up, wake it, and refuse what is not there', async () => {
    for (const group of ['jobs', 'messages']) {
      expect(json(await run([group, 'list', '--json'], settings))).toEqual({ [group]: [] })
      expect(json(await run([group, 'wake', '--all', '--json'], settings))).toEqual({ woken: 0 })
      const one = await run([group, 'wake', crypto.randomUUID(), '--json'], settings)
      expect([one.code, json(one)['error']]).toMatchObject([1, { code: 'MAIN_NOT_PARKED' }])
      expect((await run([group, 'wake'], settings)).code).toBe(2)
    }
  })

  test('payments reconcile says that the bank is silent, and what to do', async () => {
    const silent = await run(['payments', 'reconcile', '--json'], settings)
    expect([silent.code, json(silent)['error']]).toMatchObject([1, { code: 'MAIN_BANK_SILENT' }])
    expect(silent.err).not.toMatch(/\n\s+at /)
  })

  test('document check tells valid, changed and junk apart, offline', async () => {
    const check = (file: string) => run(['document', 'check', file, '--json'], settings)
    const valid = await check(pdf)
    expect([valid.code, json(valid)['verdict']]).toEqual([0, 'valid'])
    const bytes = fs.readFileSync(pdf)
    const changed = path.join(scratch, 'changed.pdf')
    const at = Math.floor(bytes.length / 2)
    fs.writeFileSync(changed, Buffer.from(bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))))
    const other = await check(changed)
    expect([other.code, json(other)['verdict']]).toEqual([1, 'changed'])
    const junk = path.join(scratch, 'junk.pdf')
    fs.writeFileSync(junk, 'not a PDF at all')
    for (const file of [junk, path.join(scratch, 'absent.pdf')]) {
      const refused = await check(file)
      expect(refused.code).toBe(1)
      expect(json(refused)['error']).toMatchObject({
        code: expect.stringMatching(/^[A-Z]+_[A-Z_]+$/) as string,
      })
      expect(refused.err).not.toMatch(/\n\s+at /)
    }
  })

  const ready = async (more: Readonly<Record<string, string>>) => {
    const { child, ended, said } = launch(['start', '--json'], { ...settings, ...more })
    while (said.out === '' && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(child.exitCode, said.err).toBeNull()
    return { child, ended, ...(JSON.parse(said.out) as { baseUrl: string }) }
  }

  /** Ctrl-C; gives the seconds until the process was gone. */
  const stop = async ({ child, ended }: Awaited<ReturnType<typeof ready>>) => {
    const began = performance.now()
    child.kill('SIGINT')
    expect(await ended).toMatchObject({ code: 0 })
    return (performance.now() - began) / 1000
  }

  test('a draft that a new edition overtakes keeps its answers; Ctrl-C stops, the next start has all data', async () => {
    const before = { QYZMET_DATA: path.join(scratch, 'editions'), QYZMET_TODAY: '2012-04-09' }
    const first = await ready(before)
    const visitor = visit(first.baseUrl, 'en')
    const file = path.join(before.QYZMET_DATA, 'demonstration/citizens.json')
    const [number = ''] = JSON.parse(fs.readFileSync(file, 'utf8')) as string[]
    await register(visitor, { number, password: PASSWORD })
    const form = await order(visitor, SERVICE)
    const old = numberOf(form)
    const key = await getKey(visitor)
    const filled = await fill(visitor, form, { region: '710000000', variant: 'history' })
    expect(filled.html).toContain('2011')
    const busy = await run(['start', '--json'], {
      ...settings,
      ...before,
      QYZMET_DATA: path.join(scratch, 'other'),
    })
    expect([busy.code, json(busy)['error']]).toMatchObject([1, { code: 'MAIN_PORT_BUSY' }])
    expect(await stop(first)).toBeLessThan(10)

    const second = await ready({ ...before, QYZMET_TODAY: '2012-04-10' })
    // A day has passed: the session is over.
    await signIn(visitor, number, PASSWORD)
    const page = await visitor.get(`/requests/${old}/sign`)
    await expect(sign(visitor, page, key)).rejects.toThrow(
      /\(409\).*A new edition of the regulation came into force/,
    )
    const again = await order(visitor, SERVICE)
    expect(numberOf(again)).not.toBe(old)
    const kept = await visitor.get(`/requests/${numberOf(again)}/fill/variant`)
    expect(kept.html).toMatch(/value="history"[^>]*checked|checked[^>]*value="history"/)
    expect(await stop(second)).toBeLessThan(10)
  })
})

describe('a start that cannot be', () => {
  test('wrong settings are all told at once', async () => {
    const ended = await run(['start', '--json'], {
      QYZMET_PORT: 'eighty',
      QYZMET_MODE: 'toy',
      QYZMET_JOBS: '0',
    })
    expect(ended.code).toBe(2)
    const { error } = json(ended) as { error: { code: string; mistakes: string[] } }
    expect(error.code).toBe('MAIN_SETTINGS')
    expect(error.mistakes.map((line) => line.split(':')[0])).toEqual([
      'QYZMET_MODE',
      'QYZMET_PORT',
      'QYZMET_JOBS',
    ])
  })

  test('a folder of somebody else is left alone', async () => {
    const foreign = path.join(scratch, 'foreign')
    fs.mkdirSync(foreign)
    fs.writeFileSync(path.join(foreign, 'holiday.jpg'), 'mine')
    const ended = await run(['start', '--json'], { ...settings, QYZMET_DATA: foreign })
    expect([ended.code, json(ended)['error']]).toMatchObject([1, { code: /^DB_/ }])
    expect(fs.readdirSync(foreign)).toEqual(['holiday.jpg'])
  })

  test('production refuses what is for demonstration', async () => {
    const production = {
      ...settings,
      QYZMET_MODE: 'production',
      QYZMET_BASE_URL: 'https://qyzmet.example',
    }
    for (const args of [['demo'], ['country', 'create']]) {
      const ended = await run([...args, '--json'], production)
      expect([ended.code, json(ended)['error']]).toMatchObject([
        1,
        { code: 'MAIN_DEMONSTRATION_ONLY' },
      ])
    }
    const plain = await run(['start', '--json'], {
      ...production,
      QYZMET_BASE_URL: 'http://qyzmet.example',
      QYZMET_TODAY: '2012-03-01',
    })
    expect(plain.code).toBe(2)
    expect(plain.out).toContain('QYZMET_BASE_URL')
    expect(plain.out).toContain('QYZMET_TODAY')
  })
})
