import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Party, addSeconds } from '#core/kernel'
import { testBin, testIin } from '#capabilities/authority/testing'
import { createTrust, verifySignedData, verifyTimeStamp } from '#platform/crypto'
import {
  certify,
  createOpenSsl,
  createTestAuthority as createForeignAuthority,
  pem,
} from '#platform/crypto/testing'
import { type SigningScene, createSigningScene } from './testing/index.ts'

const [iin, otherIin] = [testIin(), testIin('90010130012')]
const [bin, otherBin] = [testBin(), testBin('13034000012')]
const entity: Party = { kind: 'entity', bin }

let scene: SigningScene
beforeAll(async () => {
  scene = await createSigningScene()
})
afterEach(() => scene.country.setClock())
afterAll(() => scene.country.close())

describe("a person's signature", () => {
  it('that holds is valid, and its evidence proves it later', async () => {
    const { country, content, person, citizen, sign, signatures } = scene
    const cms = sign(citizen)
    const result = await signatures().verify({ cms, content, signer: person })
    if (result.status !== 'valid') throw new Error(result.error.code)
    expect(result.signer).toMatchObject({ iin, commonName: 'ӘУЕЗОВ ҚАЙРАТ' })
    const { evidence } = result
    expect(evidence.certificate).toBe(citizen.certificate.der.toString('base64'))
    expect(evidence.crl).toBeNull()
    const signed = verifySignedData(cms, content)
    if (!signed.ok) throw new Error(signed.error.code)
    const { root, issuing } = country.authority.anchors
    const stamp = verifyTimeStamp(Buffer.from(evidence.timeStampToken, 'base64'), {
      stamped: signed.value.signature,
      trust: createTrust({ roots: [root], intermediates: [issuing] }),
    })
    expect(stamp).toMatchObject({ ok: true, value: { at: evidence.stampedAt } })
  })

  it('has an OCSP answer as evidence that OpenSSL reads as good', async () => {
    const { country, content, person, citizen, sign, signatures } = scene
    const result = await signatures().verify({ cms: sign(citizen), content, signer: person })
    if (result.status !== 'valid') throw new Error(result.error.code)
    const openssl = createOpenSsl()
    openssl.write('root.pem', pem('CERTIFICATE', country.authority.anchors.root))
    openssl.write('issuing.pem', pem('CERTIFICATE', country.authority.anchors.issuing))
    openssl.write('leaf.pem', pem('CERTIFICATE', citizen.certificate.der))
    openssl.write('a.der', Buffer.from(result.evidence.ocspResponse ?? '', 'base64'))
    const said = openssl.run(
      'ocsp',
      '-respin',
      'a.der',
      '-issuer',
      'issuing.pem',
      '-sha256',
      '-cert',
      'leaf.pem',
      '-CAfile',
      'root.pem',
      '-verify_other',
      'issuing.pem',
      '-no_nonce',
    )
    expect(said).toContain('leaf.pem: good')
    openssl.close()
  })

  it('made by OpenSSL is valid', async () => {
    const { content, citizen, verdict } = scene
    const openssl = createOpenSsl()
    openssl.write('c', content)
    openssl.write('s.pem', pem('CERTIFICATE', citizen.certificate.der))
    openssl.write('s.key', citizen.key.export({ type: 'pkcs8', format: 'pem' }))
    openssl.run(
      'cms',
      '-sign',
      '-cades',
      '-binary',
      '-in',
      'c',
      '-signer',
      's.pem',
      '-inkey',
      's.key',
      '-md',
      'sha256',
      '-outform',
      'DER',
      '-nodetach',
      '-stream',
      '-out',
      's.p7',
    )
    expect(await verdict({ cms: openssl.read('s.p7') })).toBe('valid')
    openssl.close()
  })

  it('over other content is refused', async () => {
    const { citizen, sign, verdict } = scene
    const cms = sign(citizen, Buffer.from('another'))
    expect(await verdict({ cms })).toBe('invalid: SIGNATURE_CONTENT_CHANGED')
  })

  it('of another person is refused', async () => {
    const { subject, country, sign, verdict } = scene
    const other = await country.certify('person-sign', { ...subject, iin: otherIin })
    expect(await verdict({ cms: sign(other) })).toBe('invalid: SIGNATURE_WRONG_PERSON')
  })

  it('by the key for signing in is refused and told so', async () => {
    const { country, subject, sign, verdict } = scene
    const auth = await country.certify('person-auth', subject)
    expect(await verdict({ cms: sign(auth) })).toBe('invalid: SIGNATURE_WRONG_KEY_USAGE')
  })

  it("by a body's seal or a key for an organisation is refused", async () => {
    const { country, head, sign, verdict } = scene
    const body = { commonName: 'Департамент', organization: 'Департамент', bin }
    const seal = await country.certify('seal', body)
    expect(await verdict({ cms: sign(seal) })).toBe('invalid: SIGNATURE_WRONG_PERSON')
    expect(await verdict({ cms: sign(head) })).toBe('invalid: SIGNATURE_ORGANISATION_KEY')
  })

  it('under a foreign authority is refused, also one of the same names', async () => {
    const { subject, sign, verdict } = scene
    const foreign = createForeignAuthority()
    const stranger = certify({ name: { ...subject, country: 'KZ' } }, foreign.issuing)
    expect(await verdict({ cms: sign(stranger) })).toBe('invalid: SIGNATURE_UNTRUSTED')
    expect(await verdict({ cms: sign(certify({ name: subject })) })).toBe(
      'invalid: SIGNATURE_UNTRUSTED',
    )
  })

  it('before and after the validity of its certificate is refused', async () => {
    const { country, subject, citizen, sign, verdict } = scene
    const cms = sign(citizen)
    const now = country.clock()
    country.setClock(addSeconds(now, 366 * 86_400))
    expect(await verdict({ cms })).toBe('invalid: SIGNATURE_EXPIRED')
    country.setClock(addSeconds(now, 100 * 86_400))
    const late = await country.certify('person-sign', subject)
    country.setClock(addSeconds(now, 3600))
    expect(await verdict({ cms: sign(late) })).toBe('invalid: SIGNATURE_NOT_YET_VALID')
  })

  it('of a key on an unsupported curve is refused as such', async () => {
    const { content, verdict } = scene
    const openssl = createOpenSsl()
    openssl.write('c', content)
    openssl.run(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:secp256k1',
      '-nodes',
      '-keyout',
      's.key',
      '-out',
      's.pem',
      '-subj',
      '/CN=K',
    )
    openssl.run(
      'cms',
      '-sign',
      '-cades',
      '-binary',
      '-in',
      'c',
      '-signer',
      's.pem',
      '-inkey',
      's.key',
      '-md',
      'sha256',
      '-outform',
      'DER',
      '-out',
      's.p7',
    )
    expect(await verdict({ cms: openssl.read('s.p7') })).toBe('invalid: SIGNATURE_UNSUPPORTED')
    openssl.close()
  })

  it('of any junk is refused with a code', async () => {
    const { citizen, sign, verdict } = scene
    const good = sign(citizen)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.uint8Array({ maxLength: 8 }),
        async (at, junk) => {
          const cms = Buffer.concat([good.subarray(0, at), junk])
          expect(await verdict({ cms })).toMatch(/^invalid: SIGNATURE_/)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe("an organisation's signature", () => {
  it('by its head is valid, and only for it and by that person', async () => {
    const { citizen, head, sign, verdict } = scene
    const cms = sign(head)
    expect(await verdict({ cms, signer: entity, actingIin: iin })).toBe('valid')
    expect(await verdict({ cms, signer: entity, actingIin: otherIin })).toBe(
      'invalid: SIGNATURE_WRONG_PERSON',
    )
    expect(await verdict({ cms, signer: { kind: 'entity', bin: otherBin } })).toBe(
      'invalid: SIGNATURE_WRONG_ORGANISATION',
    )
    expect(await verdict({ cms: sign(citizen), signer: entity })).toBe(
      'invalid: SIGNATURE_WRONG_ORGANISATION',
    )
  })

  it("by an official's key signs decisions, not applications", async () => {
    const { country, headSubject, head, sign, verdict } = scene
    const cms = sign(await country.certify('official-sign', headSubject))
    expect(await verdict({ cms, signer: entity, as: 'official' })).toBe('valid')
    expect(await verdict({ cms, signer: entity })).toBe('invalid: SIGNATURE_NO_AUTHORITY')
    expect(await verdict({ cms: sign(head), signer: entity, as: 'official' })).toBe(
      'invalid: SIGNATURE_NO_AUTHORITY',
    )
  })
})
