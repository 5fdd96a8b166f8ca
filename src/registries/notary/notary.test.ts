import { afterAll, beforeAll, expect, test } from 'vitest'
import { contracts } from '#core/contracts'
import { instantAt, plainDate } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import {
  importPowers,
  notaryCheckPower,
  notaryPowers,
  notaryPowersGiven,
  notarySchema,
  type PowerRow,
  revokePower,
} from './index.ts'

let db: Awaited<ReturnType<typeof testDatabase>>
const pool = () => db.database.pool('registry_notary')
const land: PowerRow = {
  ...contracts['notary.powers'].sample.found.powers[0],
  number: '2025-1',
  issuedOn: '2025-03-17',
  validUntil: '2028-03-16',
  notary: { kk: 'нотариус ЕСЕНОВА', ru: 'нотариус ЕСЕНОВА' },
  principal: {
    kind: 'person',
    number: '840731400431',
    name: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ', ru: 'САГИНДЫКОВА АСЕЛ' },
  },
  representative: {
    iin: '900115300102',
    name: { kk: 'НҰРЛАНОВ ДӘУРЕН', ru: 'НУРЛАНОВ ДАУРЕН' },
  },
  codes: ['realty.certificates', 'land.documents'],
  text: { kk: 'жер құжаттарын алуға', ru: 'получать документы на землю' },
  revokedOn: null,
}
const revoked: PowerRow = { ...land, number: '2025-2', revokedOn: '2026-02-01' }
const firms: PowerRow = {
  ...land,
  number: '2025-3',
  principal: { kind: 'entity', number: '120140000017', name: { kk: 'Серіктестік', ru: 'ТОО' } },
  codes: ['state-services'],
}

beforeAll(async () => {
  db = await testDatabase([notarySchema])
  expect(await importPowers(pool(), [land, revoked, firms])).toEqual({ accepted: 3, rejected: [] })
})
afterAll(() => db.close())

const at = (day: string) => instantAt(plainDate(day), '12:00:00')
async function heldOn(day: string) {
  const representative = land.representative.iin
  const question = { subject: representative, body: { representative } }
  const found = await notaryPowers.answer(pool(), question, at(day))
  if (!found.ok) throw new Error(found.error.code)
  if (found.value.body === null) return found.value.status
  return contracts['notary.powers'].answer
    .parse(found.value.body)
    .powers.map(({ number }) => number)
}

test('a representative is told the powers in force on the day: from issue to the last day, until revoked', async () => {
  expect(await heldOn('2025-03-16')).toBe('absent')
  expect(await heldOn('2025-03-17')).toEqual(['2025-1', '2025-2', '2025-3'])
  expect(await heldOn('2026-01-31')).toContain('2025-2')
  expect(await heldOn('2026-02-01')).toEqual(['2025-1', '2025-3'])
  expect(await heldOn('2028-03-16')).toHaveLength(2)
  expect(await heldOn('2028-03-17')).toBe('absent')
})

test('a principal is told who may act for them', async () => {
  const body = { principal: '120140000017' }
  const found = await notaryPowersGiven.answer(
    pool(),
    { subject: body.principal, body },
    at('2026-06-01'),
  )
  const powers = found.ok ? contracts['notary.powers-given'].answer.parse(found.value.body) : null
  expect(powers?.powers).toEqual([
    expect.objectContaining({ number: '2025-3', codes: ['state-services'] }),
  ])
})

async function check(change: object, day = '2026-06-01') {
  const body = {
    number: '2025-1',
    representative: land.representative.iin,
    principal: land.principal.number,
    ...change,
  }
  const found = await notaryCheckPower.answer(pool(), { subject: body.principal, body }, at(day))
  if (!found.ok) return found.error.code
  return found.value.body === null
    ? found.value.status
    : contracts['notary.check-power'].answer.parse(found.value.body)
}

test('one power is checked with its two sides and its day', async () => {
  const codes = ['land.documents', 'realty.certificates']
  expect(await check({})).toEqual({ same: true, inForce: true, revokedOn: null, codes })
  expect(await check({}, '2028-03-17')).toMatchObject({ same: true, inForce: false })
  expect(await check({ number: '2025-2' })).toMatchObject({
    inForce: false,
    revokedOn: '2026-02-01',
  })
  expect(await check({ number: '2025-9' })).toBe('absent')
})

test('a power between others tells a stranger nothing', async () => {
  expect(await check({ principal: '120140000017' })).toEqual({
    same: false,
    inForce: false,
    revokedOn: null,
    codes: [],
  })
})

test('who asks about another than the message names is refused', async () => {
  const body = { representative: land.representative.iin }
  const found = await notaryPowers.answer(
    pool(),
    { subject: '840731400431', body },
    at('2026-06-01'),
  )
  expect(found).toMatchObject({ ok: false, error: { code: 'REGISTRY_WRONG_SUBJECT' } })
})

test('a power is revoked once, never before it was issued, and nothing is overwritten', async () => {
  const fresh = { ...land, number: '2025-4' }
  await importPowers(pool(), [fresh])
  expect(await revokePower(pool(), { number: '2025-4', revokedOn: '2026-05-01' })).toBe(true)
  expect(await revokePower(pool(), { number: '2025-4', revokedOn: '2026-05-02' })).toBe(false)
  expect(await revokePower(pool(), { number: 'none', revokedOn: '2026-05-02' })).toBe(false)
  await expect(revokePower(pool(), { number: '2025-1', revokedOn: '2025-03-16' })).rejects.toThrow(
    'revocation_after_issue',
  )
  await expect(pool().query('update reg_notary.power set valid_until = now()')).rejects.toThrow(
    'permission denied',
  )
})

test.each<[string, Partial<PowerRow>, unknown]>([
  [
    'a wrong control digit',
    { representative: { ...land.representative, iin: '900115300103' } },
    'power_representative_control_digit',
  ],
  [
    'a person with a BIN',
    { principal: { ...land.principal, number: '120140000017' } },
    'power_principal_control_digit',
  ],
  [
    'itself as representative',
    { principal: { ...land.principal, number: '900115300102' } },
    'power_of_another',
  ],
  ['an end before its beginning', { validUntil: '2025-03-16' }, 'power_validity'],
  ['nothing that it allows', { codes: [] }, 'power_without_code'],
  ['the same number again', { number: '2025-1' }, expect.stringMatching(/^power(_code)?_pk$/)],
])('a power with %s is rejected and the others are taken', async (name, change, code) => {
  const good = { ...land, number: `good ${name}` }
  const bad = { ...land, number: `bad ${name}`, ...change }
  const report = await importPowers(pool(), [good, bad])
  expect(report).toEqual({ accepted: 1, rejected: [{ key: bad.number, code }] })
})
