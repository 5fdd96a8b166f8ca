import { expect, test } from 'vitest'
import { createLog } from './index.ts'

function capture(pretty: boolean) {
  const lines: string[] = []
  const log = createLog({ level: 'info', pretty, write: (line) => lines.push(line) })
  return { log, lines, entry: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> }
}

test('an event is one line of JSON with its time in UTC', () => {
  const { log, lines, entry } = capture(false)
  log.info({ case: '10100001234567', ms: 12 }, 'document issued')
  expect(lines).toHaveLength(1)
  expect(entry()).toMatchObject({
    level: 30,
    case: '10100001234567',
    ms: 12,
    msg: 'document issued',
  })
  expect(entry()['time']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})

test('what names a person is hidden at any depth', () => {
  const { log, lines, entry } = capture(false)
  log.info({ applicant: { iin: '850101300123', parts: [{ surname: 'Ахметова' }] }, password: 'x' })
  expect(entry()).toMatchObject({
    applicant: { iin: '[hidden]', parts: [{ surname: '[hidden]' }] },
    password: '[hidden]',
  })
  expect(lines.join('')).not.toContain('850101300123')
})

test('twelve digits inside a text are masked, longer numbers are not', () => {
  const { log, entry } = capture(false)
  log.info({ note: 'person 850101300123, request 10100001234567' })
  expect(entry()['note']).toBe('person [number], request 10100001234567')
})

test('an error is logged without the members in which PostgreSQL quotes rows', () => {
  const { log, lines, entry } = capture(false)
  const detail = 'Key (iin)=(850101300123) already exists.'
  const err = Object.assign(new Error('duplicate key 850101300123'), { code: '23505', detail })
  log.error({ err }, 'failed')
  expect(entry()['err']).toMatchObject({
    type: 'Error',
    code: '23505',
    message: 'duplicate key [number]',
  })
  expect(lines.join('')).not.toContain('850101300123')
})

test('what a child log is bound to is hidden too', () => {
  const { log, lines } = capture(false)
  log.child({ worker: 'w1' }).child({ job: 'j1', iin: '850101300123' }).info('ready')
  expect(lines.join('')).toContain('"worker":"w1","job":"j1"')
  expect(lines.join('')).not.toContain('850101300123')
})

test('a file of bytes never reaches the log', () => {
  const { log, entry } = capture(false)
  log.info({ upload: Buffer.from('secret') })
  expect(entry()['upload']).toBe('[hidden]')
})

test('below its level nothing is written', () => {
  const { log, lines } = capture(false)
  log.debug('details')
  expect(lines).toEqual([])
})

test('for a terminal a line is short and readable, with the error under it', () => {
  const { log, lines } = capture(true)
  log.warn({ port: 8080, err: new TypeError('no route') }, 'slow start')
  expect(lines[0]).toMatch(
    /^\d\d:\d\d:\d\d WARN {2}slow start port=8080\n {6}TypeError: no route\n {6}at /,
  )
})
