import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSeconds } from '#core/kernel'
import { sha256 } from './algorithms.ts'
import { createTrust } from './chain.ts'
import { signData, withSignatureTimeStamp } from './cms-sign.ts'
import { verifySignedData } from './cms-verify.ts'
import { integer, sequence } from './der-write.ts'
import { extensions } from './extensions.ts'
import { OID } from './oids.ts'
import {
  type Holder,
  type OpenSsl,
  certify,
  createOpenSsl,
  createTestAuthority,
  pem,
  testNow,
} from './testing/index.ts'
import { answerTimeStampQuery } from './tsp-answer.ts'
import { buildTimeStampQuery } from './tsp-query.ts'
import { parseTimeStampResponse, verifyTimeStamp } from './tsp-verify.ts'

const { root, issuing, signer, tsa } = createTestAuthority()
const policy = '2.999.6'
const now = testNow()
const trust = createTrust({
  roots: [root.certificate.der],
  intermediates: [issuing.certificate.der],
})
const answer = (query: Buffer, by: Holder = tsa, at = now) =>
  answerTimeStampQuery(
    query,
    { ...by, chain: [issuing.certificate.der], policy, accuracySeconds: 1 },
    { now: at, serial: randomBytes(16) },
  )
const stamped = Buffer.from('signature value')
const nonce = Buffer.from('00a1b2c3d4e5f607', 'hex')
const query = buildTimeStampQuery({ imprint: sha256(stamped), nonce })
function tokenOf(response: Buffer): Buffer {
  const token = parseTimeStampResponse(response)
  if (!token.ok) throw new Error(token.error.code)
  return token.value
}
const code = (token: Buffer, expected = { stamped, nonce, trust }): string => {
  const result = verifyTimeStamp(token, expected)
  return result.ok ? 'valid' : result.error.code
}
const failure = (response: Buffer) => {
  const token = parseTimeStampResponse(response)
  return token.ok ? 'granted' : token.error.params['failure']
}

let openssl: OpenSsl
beforeAll(() => {
  openssl = createOpenSsl()
  openssl.write('root.pem', pem('CERTIFICATE', root.certificate.der))
  openssl.write('issuing.pem', pem('CERTIFICATE', issuing.certificate.der))
  openssl.write('data', stamped)
})
afterAll(() => openssl.close())

describe('time stamps', () => {
  it('that OpenSSL asks for are accepted by OpenSSL', () => {
    openssl.run('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'q.tsq')
    openssl.write('a.tsr', answer(openssl.read('q.tsq')))
    const verdict = openssl.attempt(
      'ts',
      '-verify',
      '-queryfile',
      'q.tsq',
      '-in',
      'a.tsr',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'issuing.pem',
    )
    expect(verdict).toMatchObject({ ok: true })
  })

  it('carry no certificates when the query asks for none', () => {
    openssl.run('ts', '-query', '-data', 'data', '-sha256', '-out', 'q.tsq')
    const response = answer(openssl.read('q.tsq'))
    expect(response.includes(tsa.certificate.der)).toBe(false)
    openssl.write('a.tsr', response)
    openssl.write('tsa.pem', pem('CERTIFICATE', tsa.certificate.der))
    openssl.write(
      'both.pem',
      [tsa, issuing].map((one) => pem('CERTIFICATE', one.certificate.der)).join(''),
    )
    const verdict = openssl.attempt(
      'ts',
      '-verify',
      '-queryfile',
      'q.tsq',
      '-in',
      'a.tsr',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'both.pem',
    )
    expect(verdict).toMatchObject({ ok: true })
  })

  it('are verified: imprint, nonce, purpose and chain', () => {
    const result = verifyTimeStamp(tokenOf(answer(query)), { stamped, nonce, trust })
    if (!result.ok) throw new Error(result.error.code)
    expect(result.value).toMatchObject({ at: `${now.slice(0, 19)}.000Z`, policy })
  })

  it('of other data or another query are refused', () => {
    const token = tokenOf(answer(query))
    expect(code(token, { stamped: Buffer.from('x'), nonce, trust })).toBe('TSP_WRONG_IMPRINT')
    expect(code(token, { stamped, nonce: randomBytes(8), trust })).toBe('TSP_WRONG_NONCE')
  })

  it('by someone whose certificate is not for time stamps alone are refused', () => {
    const by = (purposes: readonly string[], critical: boolean) =>
      certify(
        {
          name: { commonName: 'Other' },
          usage: ['digitalSignature'],
          extra: [extensions.extendedKeyUsage(purposes, critical)],
        },
        issuing,
      )
    expect(code(tokenOf(answer(query, signer)))).toBe('TSP_UNTRUSTED')
    expect(code(tokenOf(answer(query, by([OID.timeStamping], false))))).toBe('TSP_UNTRUSTED')
    const two = by([OID.timeStamping, OID.emailProtection], true)
    expect(code(tokenOf(answer(query, two)))).toBe('TSP_UNTRUSTED')
  })

  it('of a foreign authority, or made after the certificate ended, are refused', () => {
    expect(code(tokenOf(answer(query, createTestAuthority().tsa)))).toBe('TSP_UNTRUSTED')
    const late = tokenOf(answer(query, tsa, addSeconds(now, 301 * 86_400)))
    expect(code(late)).toBe('TSP_UNTRUSTED')
  })

  it('stay verified inside a signature', () => {
    const cms = signData({
      content: stamped,
      key: signer.key,
      certificate: signer.certificate,
      chain: [],
      detached: false,
    })
    const bare = verifySignedData(cms)
    if (!bare.ok) throw new Error(bare.error.code)
    const imprint = sha256(bare.value.signature)
    const token = tokenOf(answer(buildTimeStampQuery({ imprint })))
    const read = verifySignedData(withSignatureTimeStamp(cms, token))
    if (!read.ok) throw new Error(read.error.code)
    const inside = read.value.timeStampToken ?? Buffer.alloc(0)
    expect(verifyTimeStamp(inside, { stamped: bare.value.signature, trust }).ok).toBe(true)
    openssl.write('t.p7', withSignatureTimeStamp(cms, token))
    const ca = [root, issuing].map((one) => pem('CERTIFICATE', one.certificate.der)).join('')
    openssl.write('ca.pem', ca)
    openssl.run('cms', '-verify', '-cades', '-inform', 'DER', '-in', 't.p7', '-CAfile', 'ca.pem')
  })
})

describe('queries for time stamps', () => {
  it('of SHA-512 are answered', () => {
    openssl.run('ts', '-query', '-data', 'data', '-sha512', '-cert', '-out', 'q.tsq')
    expect(failure(answer(openssl.read('q.tsq')))).toBe('granted')
  })

  it.each([
    ['SHA-1', 'badAlg', ['-sha1']],
    ['another policy', 'unacceptedPolicy', ['-sha256', '-tspolicy', '2.999.7']],
  ])('with %s are rejected with %s', (_, expected, args) => {
    openssl.run('ts', '-query', '-data', 'data', '-out', 'q.tsq', ...args)
    const response = answer(openssl.read('q.tsq'))
    expect(failure(response)).toBe(expected)
    openssl.write('a.tsr', response)
    expect(openssl.run('ts', '-reply', '-in', 'a.tsr', '-text')).toContain('Status: Rejected')
  })

  it('that are junk, of another version, or with an imprint of the wrong size are rejected', () => {
    expect(failure(answer(Buffer.from('junk')))).toBe('badDataFormat')
    expect(failure(answer(buildTimeStampQuery({ imprint: Buffer.alloc(31) })))).toBe(
      'badDataFormat',
    )
    const version2 = Buffer.from(query)
    version2[4] = 2
    expect(failure(answer(version2))).toBe('badRequest')
  })

  it('refused for a reason we do not know are refused still', () => {
    const response = sequence(sequence(integer(3)))
    expect(failure(response)).toBe('unknown')
  })
})
