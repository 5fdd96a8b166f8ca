import { describe, expect, it } from 'vitest'
import { addSeconds } from '#core/kernel'
import { createTrust, verifyChain } from './chain.ts'
import { oid, octetString, boolean, nullValue, sequence } from './der-write.ts'
import { type Holder, certify, createTestAuthority, testNow } from './testing/index.ts'

const { root, issuing, signer } = createTestAuthority()
const now = testNow()
const trustOf = (...intermediates: Holder[]) =>
  createTrust({
    roots: [root.certificate.der],
    intermediates: intermediates.map((one) => one.certificate.der),
  })
const verdict = (leaf: Holder, at = now, trust = trustOf(issuing)) => {
  const result = verifyChain(trust, leaf.certificate, at)
  return result.ok ? result.value.length : result.error.code
}

describe('the chain of a certificate', () => {
  it('leads over the issuing authority to the root', () => {
    expect(verdict(signer)).toBe(3)
  })

  it('is no chain without the issuing authority, or to another root of the same name', () => {
    expect(verdict(signer, now, trustOf())).toBe('CERT_UNTRUSTED')
    const other = createTestAuthority()
    expect(verdict(other.signer)).toBe('CERT_UNTRUSTED')
  })

  it('is checked for the period of each certificate at the moment asked about', () => {
    const young = certify({ name: { commonName: 'A' }, notBefore: addSeconds(now, 60) }, issuing)
    const old = certify({ name: { commonName: 'B' }, notAfter: addSeconds(now, -60) }, issuing)
    expect(verdict(young)).toBe('CERT_NOT_YET_VALID')
    expect(verdict(old)).toBe('CERT_EXPIRED')
    expect(verdict(old, addSeconds(now, -3600))).toBe(3)
  })

  it('ends at an authority that expired', () => {
    const ended = certify(
      {
        name: { commonName: 'Ended' },
        usage: ['keyCertSign'],
        ca: {},
        notAfter: addSeconds(now, -60),
      },
      root,
    )
    const leaf = certify({ name: { commonName: 'A' } }, ended)
    expect(verdict(leaf, now, trustOf(ended))).toBe('CERT_EXPIRED')
  })

  it('does not go through a person: no CA flag, no keyCertSign', () => {
    const under = certify({ name: { commonName: 'A' } }, signer)
    expect(verdict(under, now, trustOf(issuing, signer))).toBe('CERT_UNTRUSTED')
    const flagless = certify({ name: { commonName: 'F' }, usage: ['keyCertSign'] }, root)
    expect(verdict(certify({ name: { commonName: 'A' } }, flagless), now, trustOf(flagless))).toBe(
      'CERT_UNTRUSTED',
    )
    const useless = certify({ name: { commonName: 'U' }, usage: ['cRLSign'], ca: {} }, root)
    expect(verdict(certify({ name: { commonName: 'A' } }, useless), now, trustOf(useless))).toBe(
      'CERT_UNTRUSTED',
    )
  })

  it('keeps the path length of the issuing authority', () => {
    const third = certify(
      { name: { commonName: 'Third' }, usage: ['keyCertSign'], ca: {} },
      issuing,
    )
    const leaf = certify({ name: { commonName: 'A' } }, third)
    expect(verdict(leaf, now, trustOf(issuing, third))).toBe('CERT_UNTRUSTED')
  })

  it('refuses a critical extension that nobody here understands', () => {
    const strange = sequence(oid('2.999.1'), boolean(true), octetString(nullValue()))
    const leaf = certify({ name: { commonName: 'A' }, extra: [strange] }, issuing)
    expect(verdict(leaf)).toBe('CERT_UNTRUSTED')
  })

  it('is computed once for a certificate and its period looked at each time', () => {
    const trust = trustOf(issuing)
    expect(verdict(signer, now, trust)).toBe(3)
    expect(verdict(signer, addSeconds(now, 400 * 86_400), trust)).toBe('CERT_EXPIRED')
    expect(trust.checked.size).toBe(2)
  })
})
