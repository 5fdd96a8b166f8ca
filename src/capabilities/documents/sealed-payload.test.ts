import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Instant, plainDate } from '#core/kernel'
import { encodeBase45, signCose } from '#platform/crypto'
import { certify } from '#platform/crypto/testing'
import { drawQr } from './qr-code.ts'
import { keyIdOf, openPayload, type SealedPayload, sealPayload } from './sealed-payload.ts'
import { sampleRequest } from './testing/index.ts'

const seal = certify({ name: { commonName: 'Seal', organization: 'Seal' } })
const find = (keyId: Buffer) =>
  Promise.resolve(keyIdOf(seal.certificate).equals(keyId) ? seal.certificate : undefined)
const { title, body, ownerName } = sampleRequest()
const payload: SealedPayload = {
  number: '20261122000931',
  issuedAt: '2026-11-22T05:00:00.000Z' as Instant,
  title,
  body,
  owner: '840731400431',
  ownerName,
  validUntil: plainDate('2027-01-01'),
  recordDigest: randomBytes(32),
  demonstration: true,
  facts: { variant: 'history', registered: 2, list: ['Өскемен', null, true], more: { a: -1 } },
}
const codeOf = async (text: string) => {
  const opened = await openPayload(text, find)
  return opened.ok ? 'ok' : opened.error.code
}

describe('a barcode', () => {
  it('gives back what was sealed', async () => {
    expect(await openPayload(sealPayload(payload, seal), find)).toMatchObject({
      ok: true,
      value: { payload },
    })
  })

  it('stays coarse enough for paper, leaving out facts that do not fit', async () => {
    const many = { list: Array.from({ length: 200 }, () => randomBytes(6).toString('hex')) }
    const text = sealPayload({ ...payload, facts: many }, seal)
    expect(drawQr(text).modules).toBeLessThanOrEqual(105)
    expect(await openPayload(text, find)).toMatchObject({
      ok: true,
      value: { payload: { facts: undefined, recordDigest: payload.recordDigest } },
    })
  })

  it('of another seal is of an unknown one', async () => {
    const stranger = certify({ name: { commonName: 'Stranger' } })
    expect(await codeOf(sealPayload(payload, stranger))).toBe('DOCUMENT_QR_UNKNOWN_SEAL')
    const posing = signCose(Buffer.from('x'), stranger.key, keyIdOf(seal.certificate))
    expect(await codeOf(`QZ1:${encodeBase45(posing)}`)).toBe('DOCUMENT_QR_CHANGED')
  })

  it('with any other character is refused', async () => {
    const text = sealPayload(payload, seal)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 4, max: text.length - 1 }),
        fc.constantFrom('0', 'A', ':', ' '),
        async (at, char) => {
          const changed = text.slice(0, at) + char + text.slice(at + 1)
          expect((await codeOf(changed)) === 'ok').toBe(changed === text)
        },
      ),
    )
  })

  it('is refused when it is junk, endless or a bomb', async () => {
    const bomb = signCose(
      deflateRawSync(Buffer.alloc(5_000_000)),
      seal.key,
      keyIdOf(seal.certificate),
    )
    for (const text of [
      '',
      'QZ1:',
      'https://example.org',
      `QZ1:${'A'.repeat(9999)}`,
      `QZ1:${encodeBase45(bomb).slice(0, 4400)}`,
    ])
      expect(await codeOf(text)).toBe('DOCUMENT_QR_MALFORMED')
    const smallBomb = signCose(
      deflateRawSync(Buffer.alloc(500_000)),
      seal.key,
      keyIdOf(seal.certificate),
    )
    expect(await codeOf(`QZ1:${encodeBase45(smallBomb)}`)).toBe('DOCUMENT_QR_MALFORMED')
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await codeOf(`QZ1:${text}`)).toBe('DOCUMENT_QR_MALFORMED')
      }),
    )
  })
})
