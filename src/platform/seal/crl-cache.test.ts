import { beforeEach, expect, test } from 'vitest'
import { addSeconds, type Instant } from '#core/kernel'
import { buildCrl, checkNotRevoked } from '#platform/crypto'
import { createTestAuthority, testNow } from '#platform/crypto/testing'
import { createCrlCache } from './index.ts'

const { issuing, signer } = createTestAuthority()
const START = testNow()
let now: Instant
let asked: number
let answer: () => Buffer | undefined

const list = (revokedAt?: Instant): Buffer => {
  const { serialHex } = signer.certificate
  const revoked =
    revokedAt === undefined ? [] : [{ serialHex, at: revokedAt, reason: 'keyCompromise' as const }]
  const contents = { number: 1, thisUpdate: now, nextUpdate: addSeconds(now, 3600), revoked }
  return buildCrl(issuing, contents)
}
const revocations = createCrlCache({
  fetch: () => {
    asked += 1
    return Promise.resolve(answer())
  },
  issuer: issuing.certificate,
  clock: () => now,
})
const standing = async (at = now) => {
  const checked = checkNotRevoked(await revocations(), signer.certificate, at)
  return checked.ok ? 'good' : checked.error.code
}

beforeEach(() => {
  now = START
  asked = 0
  answer = () => undefined
})

test('while no list can be had nobody is called good; then one list serves a minute, and outlives silence until its end', async () => {
  expect(await standing()).toBe('CERT_REVOCATION_UNKNOWN')
  answer = () => list()
  expect(await standing()).toBe('good')
  now = addSeconds(START, 59)
  expect(await standing()).toBe('good')
  expect(asked).toBe(2)
  answer = () => undefined
  now = addSeconds(START, 3599)
  expect(await standing()).toBe('good')
  now = addSeconds(START, 3600)
  expect(await standing()).toBe('CERT_REVOCATION_UNKNOWN')
})

test('a revoked certificate is refused from that moment, and not for what it did before', async () => {
  now = addSeconds(START, 7200)
  const at = addSeconds(now, -600)
  answer = () => list(at)
  expect(await standing()).toBe('CERT_REVOKED')
  expect(await standing(addSeconds(at, -1))).toBe('good')
})

test('a list that another authority signed is none', async () => {
  now = addSeconds(START, 14_400)
  const other = createTestAuthority().issuing
  answer = () =>
    buildCrl(other, { number: 1, thisUpdate: now, nextUpdate: addSeconds(now, 3600), revoked: [] })
  expect(await standing()).toBe('CERT_REVOCATION_UNKNOWN')
})
