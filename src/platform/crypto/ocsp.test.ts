import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSeconds } from '#core/kernel'
import { readDer } from './der-read.ts'
import { enumerated, sequence } from './der-write.ts'
import { extensions } from './extensions.ts'
import { type CertificateStatus, answerOcspRequest } from './ocsp-answer.ts'
import { buildOcspRequest } from './ocsp-request.ts'
import { verifyOcspResponse } from './ocsp-verify.ts'
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

const { root, issuing, signer, ocsp } = createTestAuthority()
const now = testNow()
const good: CertificateStatus = { status: 'good' }
const revoked: CertificateStatus = {
  status: 'revoked',
  at: addSeconds(now, -100),
  reason: 'keyCompromise',
}
const answer = (request: Buffer, status: CertificateStatus | undefined = good, by: Holder = ocsp) =>
  answerOcspRequest(
    request,
    { ...by, issuer: issuing.certificate, freshSeconds: 300 },
    {
      now,
      lookup: (serials) => Promise.resolve(new Map(serials.map((serial) => [serial, status]))),
    },
  )
const nonce = randomBytes(32)
const pair = { certificate: signer.certificate, issuer: issuing.certificate }
const request = buildOcspRequest({ ...pair, nonce })
const expected = { ...pair, nonce, now, maxAgeSeconds: 600 }
const code = (response: Buffer, expectation = expected): string => {
  const result = verifyOcspResponse(response, expectation)
  return result.ok ? result.value.status.status : result.error.code
}

let openssl: OpenSsl
beforeAll(() => {
  openssl = createOpenSsl()
  openssl.write('root.pem', pem('CERTIFICATE', root.certificate.der))
  openssl.write('issuing.pem', pem('CERTIFICATE', issuing.certificate.der))
  openssl.write('signer.pem', pem('CERTIFICATE', signer.certificate.der))
})
afterAll(() => openssl.close())

describe('answers on the status of a certificate', () => {
  it.each([
    ['SHA-1', [], good, 'signer.pem: good'],
    ['SHA-256', ['-sha256'], good, 'signer.pem: good'],
    ['SHA-1', [], revoked, 'signer.pem: revoked'],
    ['SHA-1', [], { status: 'unknown' } as const, 'signer.pem: unknown'],
  ])('to OpenSSL naming the issuer by %s are accepted by it', async (_, digest, status, said) => {
    openssl.run(
      'ocsp',
      '-issuer',
      'issuing.pem',
      ...digest,
      '-cert',
      'signer.pem',
      '-reqout',
      'q.der',
      '-no_nonce',
    )
    openssl.write('a.der', await answer(openssl.read('q.der'), status))
    const output = openssl.run(
      'ocsp',
      '-respin',
      'a.der',
      '-issuer',
      'issuing.pem',
      ...digest,
      '-cert',
      'signer.pem',
      '-CAfile',
      'root.pem',
      '-verify_other',
      'issuing.pem',
      '-no_nonce',
    )
    expect(output).toContain(said)
    if (status.status === 'revoked') expect(output).toContain('Reason: keyCompromise')
  })

  it('are verified: good, revoked with its time and reason, unknown', async () => {
    expect(code(await answer(request))).toBe('good')
    const result = verifyOcspResponse(await answer(request, revoked), expected)
    const at = `${revoked.at.slice(0, 19)}.000Z`
    expect(result).toMatchObject({ value: { status: { ...revoked, at } } })
    expect(code(await answer(request, { status: 'unknown' }))).toBe('unknown')
  })

  it('by the issuing authority itself are verified', async () => {
    expect(code(await answer(request, good, issuing))).toBe('good')
  })

  it('by someone without the right to answer are refused', async () => {
    expect(code(await answer(request, good, signer))).toBe('OCSP_UNTRUSTED')
    expect(code(await answer(request, good, createTestAuthority().ocsp))).toBe('OCSP_UNTRUSTED')
    const purpose = extensions.extendedKeyUsage([OID.ocspSigning])
    const ofRoot = certify({ name: { commonName: 'Test OCSP' }, extra: [purpose] }, root)
    expect(code(await answer(request, good, ofRoot))).toBe('OCSP_UNTRUSTED')
    const ended = certify(
      { name: { commonName: 'O' }, extra: [purpose], notAfter: addSeconds(now, -10) },
      issuing,
    )
    expect(code(await answer(request, good, ended))).toBe('OCSP_UNTRUSTED')
  })

  it('with a changed status are refused', async () => {
    const response = await answer(request)
    const der = Buffer.from(response)
    const at = der.indexOf(
      Buffer.from('8000', 'hex'),
      der.indexOf(Buffer.from(signer.certificate.serialHex, 'hex')),
    )
    der[at] = 0x82
    expect(code(der)).toBe('OCSP_UNTRUSTED')
  })

  it('to another request, about another certificate, or out of date are refused', async () => {
    const response = await answer(request)
    expect(code(response, { ...expected, nonce: randomBytes(32) })).toBe('OCSP_WRONG_NONCE')
    const bare = await answer(buildOcspRequest(pair))
    expect(code(bare)).toBe('OCSP_WRONG_NONCE')
    const other = { ...expected, certificate: ocsp.certificate }
    expect(code(response, other)).toBe('OCSP_OTHER_CERTIFICATE')
    expect(code(response, { ...expected, now: addSeconds(now, 400) })).toBe('OCSP_STALE')
    expect(code(response, { ...expected, now: addSeconds(now, -400) })).toBe('OCSP_STALE')
  })

  it('that only say why there is none are refused with the reason', async () => {
    const result = verifyOcspResponse(await answer(Buffer.from('junk')), expected)
    expect(result).toMatchObject({
      error: { code: 'OCSP_REJECTED', params: { failure: 'malformedRequest' } },
    })
    expect(code(sequence(enumerated(0)))).toBe('OCSP_MALFORMED')
  })
})

describe('requests for the status of a certificate', () => {
  it('are read by OpenSSL', () => {
    openssl.write('ours.der', request)
    const text = openssl.run('ocsp', '-reqin', 'ours.der', '-req_text')
    expect(text).toContain(signer.certificate.serialHex.toUpperCase())
    expect(text).toContain('OCSP Nonce')
  })

  it('about a certificate of another issuer are answered: unknown', async () => {
    const foreign = createTestAuthority()
    const certificate = foreign.signer.certificate
    const issuer = foreign.issuing.certificate
    const response = await answer(buildOcspRequest({ certificate, issuer }))
    const status = verifyOcspResponse(response, { ...expected, certificate, issuer })
    expect(status).toMatchObject({ error: { code: 'OCSP_UNTRUSTED' } })
    expect(response.includes(Buffer.from('8200', 'hex'))).toBe(true)
  })

  it('about too many certificates at once are malformed', async () => {
    const list = readDer(request).children[0]?.children[0]?.children[0]?.raw ?? Buffer.alloc(0)
    const many = sequence(sequence(sequence(...Array.from({ length: 21 }, () => list))))
    expect((await answer(many)).toString('hex')).toBe('30030a0101')
  })
})
