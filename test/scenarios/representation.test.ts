import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessLog } from '#capabilities/gateway'
import { dayOf, type Iin, instant } from '#core/kernel'
import { importPowers, type PowerRow, revokePower } from '#registries/notary'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { bear, found, liquidate } from './people.ts'

const MOTHER = '880722400013' as Iin
const DAUGHTER = '150612600016'
const ATTORNEY = '830315400011' as Iin
const OWNER = '840731400431' as Iin
const DIRECTOR = '810921300640' as Iin
const FIRM = '120140000017'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform()
})
afterAll(() => platform?.stop())

const rights = () => platform.platform.backend.representation
const notary = () => platform.platform.database.pool('registry_notary')
const today = () => dayOf(instant(new Date()))

const claimed = async (iin: Iin, key: string) => {
  const answer = await rights().claim(iin, key)
  return answer.ok ? answer.value.mandate : answer.error.code
}
const keysOf = async (iin: Iin) => (await rights().mandatesOf(iin)).mandates.map(({ key }) => key)

let serial = 0
async function power(representative: Iin, change: Partial<PowerRow> = {}): Promise<string> {
  serial += 1
  const name = { kk: 'ӨКІЛ', ru: 'ПРЕДСТАВИТЕЛЬ' }
  const row: PowerRow = {
    number: `test-${serial}`,
    issuedOn: '2024-01-10',
    validUntil: '2099-01-09',
    notary: { kk: 'нотариус', ru: 'нотариус' },
    principal: { kind: 'person', number: OWNER, name },
    representative: { iin: representative, name },
    codes: ['realty.certificates'],
    text: { kk: 'анықтама алуға', ru: 'получать справки' },
    revokedOn: null,
    ...change,
  }
  const { rejected } = await importPowers(notary(), [row])
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected))
  return row.number
}

describe('a parent', () => {
  test('may act for a child under 18, until the day before the birthday', async () => {
    expect(await claimed(MOTHER, `parent:${DAUGHTER}`)).toMatchObject({
      basis: 'parent',
      principal: { party: { kind: 'person', iin: DAUGHTER } },
      until: '2033-06-11',
      source: { relation: 'mother' },
    })
    expect(await keysOf(MOTHER)).toContain(`parent:${DAUGHTER}`)
  })
  test('may not act for the child of a stranger, nor a stranger for theirs', async () => {
    expect(await claimed(ATTORNEY, `parent:${DAUGHTER}`)).toBe('REPRESENTATION_NOT_ENTITLED')
    expect(await claimed(MOTHER, `parent:${OWNER}`)).toBe('REPRESENTATION_NOT_ENTITLED')
  })
})

describe('a representative', () => {
  test('may act by a power of attorney in force; the principal sees who asked', async () => {
    const number = await power(ATTORNEY)
    expect(await claimed(ATTORNEY, `attorney:${number}`)).toMatchObject({
      basis: 'attorney',
      codes: ['realty.certificates'],
      principal: { party: { kind: 'person', iin: OWNER } },
    })
    const asked = await accessLog(platform.platform.database.pool('app'), OWNER, {
      limit: 10,
      offset: 0,
    })
    expect(asked.map(({ purpose }) => purpose.ru).join()).toContain('БЕКЕНОВА ДИНАРА НУРЛАНОВНА')
  })
  test.each<[string, Partial<PowerRow>]>([
    ['revoked', { revokedOn: '2024-06-01' }],
    ['expired', { validUntil: '2025-01-09' }],
    ['given to somebody else', { representative: { iin: MOTHER, name: { kk: 'А', ru: 'А' } } }],
    ['of tomorrow', { issuedOn: '2098-01-01' }],
  ])('may not act by a power that is %s', async (_, change) => {
    const number = await power(ATTORNEY, change)
    expect(await claimed(ATTORNEY, `attorney:${number}`)).toBe('REPRESENTATION_NOT_ENTITLED')
    expect(await keysOf(ATTORNEY)).not.toContain(`attorney:${number}`)
  })
  test('whose power is revoked meanwhile is told so at signing', async () => {
    const number = await power(ATTORNEY)
    const claim = await rights().claim(ATTORNEY, `attorney:${number}`)
    if (!claim.ok) throw new Error(claim.error.code)
    await rights().record('10100000990001', claim.value.claimant, claim.value.mandate)
    const acting = await rights().actingIn('10100000990001', ATTORNEY)
    if (acting === undefined) throw new Error('who acts is kept')
    expect(await rights().stands(acting)).toMatchObject({ ok: true })
    await revokePower(notary(), { number, revokedOn: today() })
    expect(await rights().stands(acting)).toMatchObject({
      ok: false,
      error: { code: 'REPRESENTATION_ENDED' },
    })
    expect(await rights().actingIn('10100000990001', MOTHER)).toBeUndefined()
    const done = await rights().history({ kind: 'person', iin: OWNER }, 10)
    expect(done).toMatchObject([{ request: '10100000990001', iin: ATTORNEY, basis: 'attorney' }])
  })
  test('is known to the one who gave the power', async () => {
    const given = await rights().givenBy({ kind: 'person', iin: OWNER })
    expect(given?.some(({ representative }) => representative.iin === ATTORNEY)).toBe(true)
  })
})

describe('the head of a legal entity', () => {
  test('may act for it, and nobody else may', async () => {
    expect(await claimed(DIRECTOR, `head:${FIRM}`)).toMatchObject({
      basis: 'head',
      principal: { party: { kind: 'entity', bin: FIRM } },
    })
    expect(await claimed(OWNER, `head:${FIRM}`)).toBe('REPRESENTATION_NOT_ENTITLED')
  })
  test('may no longer when it is liquidated', async () => {
    const { bin, headIin } = await found(platform.platform)
    expect(await claimed(headIin, `head:${bin}`)).toMatchObject({ basis: 'head' })
    await liquidate(platform.platform, bin, today())
    expect(await claimed(headIin, `head:${bin}`)).toBe('REPRESENTATION_NOT_ENTITLED')
  })
})

describe('nobody acts', () => {
  test.each([
    '',
    'parent',
    'parent:',
    'attorney:',
    'head:1',
    'head:constructor',
    'king:1',
    `guardian:${DAUGHTER}`,
  ])('by the made-up right “%s”', async (key) => {
    expect(await claimed(await bear(platform.platform), key)).toBe('REPRESENTATION_NOT_ENTITLED')
  })
  test('while the register that would confirm it does not answer', async () => {
    const { registries } = platform.platform.backend
    await registries['civil-acts'].setAvailable(false)
    try {
      expect(await claimed(MOTHER, `parent:${DAUGHTER}`)).toBe('REPRESENTATION_REGISTER_DOWN')
      expect((await rights().mandatesOf(MOTHER)).complete).toBe(false)
    } finally {
      await registries['civil-acts'].setAvailable(true)
    }
  })
})
