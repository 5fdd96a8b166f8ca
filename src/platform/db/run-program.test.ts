import { expect, test } from 'vitest'
import { dbErrors } from './errors.ts'
import { gist, saysDiskFull } from './run-program.ts'

test('the reason is picked out of what a server printed', () => {
  const output = `2026-11-22 10:00:00.000 UTC [7] LOG:  starting PostgreSQL 18.4
2026-11-22 10:00:00.001 UTC [7] FATAL:  data directory "/data" has invalid permissions
2026-11-22 10:00:00.001 UTC [7] DETAIL:  Permissions should be u=rwx (0700).`
  expect(gist(output)).toBe('data directory "/data" has invalid permissions')
  expect(gist('')).toBe('no message')
})

test.each([
  'initdb: error: could not write to file "pg_wal/xlogtemp.12": No space left on device',
  'FATAL:  could not write to file "pg_logical/x": Disk quota exceeded',
  'ERROR:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 9',
])('a full disk is recognised: %s', (output) => {
  expect(saysDiskFull(output)).toBe(true)
})

test('every refusal says in three languages what to do, with the same details', () => {
  for (const [reason, { text }] of Object.entries(dbErrors.definitions)) {
    const details = [text.kk, text.ru, text.en].map((one) =>
      (one.match(/\{\w+\}/g) ?? []).toSorted(),
    )
    expect([reason, details[1], details[2]]).toEqual([reason, details[0], details[0]])
  }
})
