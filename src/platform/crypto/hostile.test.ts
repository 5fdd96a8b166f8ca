import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSeconds } from '#core/kernel'
import { sha256 } from './algorithms.ts'
import { buildCrl } from './build-crl.ts'
import { readCertificate } from './certificate.ts'
import { parseCsr } from './certificate-request.ts'
import { createTrust, verifyChain } from './chain.ts'
import { signData } from './cms-sign.ts'
import { verifySignedData } from './cms-verify.ts'
import { answerOcspRequest } from './ocsp-answer.ts'
import { buildOcspRequest } from './ocsp-request.ts'
import { verifyOcspResponse } from './ocsp-verify.ts'
import { parseCrl, verifyCrl } from './parse-crl.ts'
import { createTestAuthority, testNow } from './testing/index.ts'
import { answerTimeStampQuery } from './tsp-answer.ts'
import { buildTimeStampQuery } from './tsp-query.ts'
import { parseTimeStampResponse, verifyTimeStamp } from './tsp-verify.ts'

const { root, issuing, signer, ocsp, tsa } = createTestAuthority()
const now = testNow()
const trust = createTrust({
  roots: [root.certificate.der],
  intermediates: [issuing.certificate.der],
})
const content = Buffer.from('content')
const pair = { certificate: signer.certificate, issuer: issuing.certificate }
const responder = { ...ocsp, issuer: issuing.certificate, freshSeconds: 300 }
const lookup = () =>
  Promise.resolve(new Map([[signer.certificate.serialHex, { status: 'good' } as const]]))
const stamp = { ...tsa, chain: [], policy: '2.999.1', accuracySeconds: 1 }
const serial = randomBytes(16)

const cms = signData({
  content,
  key: signer.key,
  certificate: signer.certificate,
  chain: [],
  detached: false,
  signingTime: now,
})
const query = buildTimeStampQuery({ imprint: sha256(content), nonce: randomBytes(8) })
const stampResponse = answerTimeStampQuery(query, stamp, { now, serial })
const ocspRequest = buildOcspRequest({ ...pair, nonce: randomBytes(16) })
const ocspResponse = await answerOcspRequest(ocspRequest, responder, { now, lookup })
const crl = buildCrl(issuing, {
  number: 1,
  thisUpdate: now,
  nextUpdate: addSeconds(now, 60),
  revoked: [{ serialHex: signer.certificate.serialHex, at: now, reason: 'superseded' }],
})

/** For each format: a good example, and what a consumer does with it; true = accepted. */
const consumers: Readonly<Record<string, { good: Buffer; accepts: (bytes: Buffer) => boolean }>> = {
  signature: { good: cms, accepts: (bytes) => verifySignedData(bytes).ok },
  certificate: {
    good: signer.certificate.der,
    accepts: (bytes) => {
      const read = readCertificate(bytes)
      return read.ok && verifyChain(trust, read.value, now).ok
    },
  },
  'time stamp': {
    good: stampResponse,
    accepts: (bytes) => {
      const token = parseTimeStampResponse(bytes)
      return token.ok && verifyTimeStamp(token.value, { stamped: content, trust }).ok
    },
  },
  'OCSP answer': {
    good: ocspResponse,
    accepts: (bytes) => verifyOcspResponse(bytes, { ...pair, now, maxAgeSeconds: 60 }).ok,
  },
  CRL: {
    good: crl,
    accepts: (bytes) => {
      const list = parseCrl(bytes)
      if (list.ok) list.value.find(signer.certificate.serialHex)
      return list.ok && verifyCrl(list.value, issuing.certificate, now).ok
    },
  },
}

describe.each(Object.entries(consumers))('a hostile %s', (_, { good, accepts }) => {
  it('is accepted only when it is none', () => {
    expect(accepts(good)).toBe(true)
  })

  it('of random bytes is refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (b) => !accepts(Buffer.from(b))))
  })

  it('cut off anywhere is refused', () => {
    for (let size = 0; size < good.length; size++)
      expect(accepts(good.subarray(0, size))).toBe(false)
  })

  it('with any octet replaced never throws', () => {
    const position = fc.nat(good.length - 1)
    fc.assert(
      fc.property(position, fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const bytes = Buffer.from(good)
        bytes[at] = (bytes[at] ?? 0) ^ mask
        accepts(bytes)
      }),
      { numRuns: 1500 },
    )
  })

  it('with a piece replaced, left out or doubled never throws', () => {
    const cut = fc.tuple(fc.nat(good.length), fc.nat(40), fc.uint8Array({ maxLength: 40 }))
    fc.assert(
      fc.property(cut, ([at, size, piece]) => {
        accepts(Buffer.concat([good.subarray(0, at), piece, good.subarray(at + size)]))
      }),
      { numRuns: 500 },
    )
  })
})

describe('hostile requests', () => {
  it('for time stamps always get an answer', () => {
    fc.assert(
      fc.property(fc.nat(query.length - 1), fc.nat(255), (at, value) => {
        const bytes = Buffer.from(query)
        bytes[at] = value
        expect(answerTimeStampQuery(bytes, stamp, { now, serial }).length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  it('for a status always get an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(ocspRequest.length - 1), fc.nat(255), async (at, value) => {
        const bytes = Buffer.from(ocspRequest)
        bytes[at] = value
        const answer = await answerOcspRequest(bytes, responder, { now, lookup })
        expect(answer.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  it('for a certificate are refused with a code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => !parseCsr(Buffer.from(bytes)).ok),
    )
  })
})
