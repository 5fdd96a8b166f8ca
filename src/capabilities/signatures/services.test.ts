import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addSeconds } from '#core/kernel'
import { DEMONSTRATION_ARC, authorityOids } from '#capabilities/authority'
import { OID, extensions, parseCertificate } from '#platform/crypto'
import { certify } from '#platform/crypto/testing'
import { type SigningScene, createSigningScene } from './testing/index.ts'

const unreachable = () => Promise.resolve(undefined)

let scene: SigningScene
beforeAll(async () => {
  scene = await createSigningScene()
})
afterEach(() => scene.country.setClock())
afterAll(() => scene.country.close())

describe('revocation', () => {
  it('refuses the signature with the day of it', async () => {
    const { country, subject, sign, verdict } = scene
    const owner = await country.certify('person-sign', subject)
    const cms = sign(owner)
    expect(await verdict({ cms })).toBe('valid')
    await country.authority.revoke(owner.certificate.serialHex, 'keyCompromise')
    expect(await verdict({ cms })).toBe('invalid: SIGNATURE_REVOKED')
    const crl = () => country.authority.crl()
    expect(await verdict({ cms }, { ocsp: unreachable, crl })).toBe('invalid: SIGNATURE_REVOKED')
  })

  it('is asked of the CRL when OCSP cannot be reached, and the CRL is kept as evidence', async () => {
    const { country, content, person, citizen, sign, signatures } = scene
    const crl = () => country.authority.crl()
    const result = await signatures({ ocsp: unreachable, crl }).verify({
      cms: sign(citizen),
      content,
      signer: person,
    })
    if (result.status !== 'valid') throw new Error(result.error.code)
    expect(result.evidence.ocspResponse).toBeNull()
    expect(Buffer.from(result.evidence.crl ?? '', 'base64')).toEqual(await crl())
  })

  it('that nobody can tell leaves the signature unknown', async () => {
    const { country, citizen, sign, verdict } = scene
    const cms = sign(citizen)
    const expected = 'unknown: SIGNATURE_UNKNOWN_STATUS'
    expect(await verdict({ cms }, { ocsp: unreachable })).toBe(expected)
    const junk = () => Promise.resolve(Buffer.from('junk'))
    expect(await verdict({ cms }, { ocsp: junk, crl: junk })).toBe(expected)
    expect(await verdict({ cms }, { ocsp: unreachable, crl: unreachable })).toBe(expected)
    const old = await country.authority.crl()
    country.setClock(addSeconds(country.clock(), 3 * 86_400))
    expect(await verdict({ cms }, { ocsp: unreachable, crl: () => Promise.resolve(old) })).toBe(
      expected,
    )
  })

  it('answered for an earlier request (replayed) is not believed', async () => {
    const { country, citizen, sign, verdict } = scene
    const cms = sign(citizen)
    let kept: Buffer | undefined
    const replaying = async (request: Buffer) => {
      kept ??= await country.authority.answerOcsp(request)
      return kept
    }
    expect(await verdict({ cms }, { ocsp: replaying })).toBe('valid')
    expect(await verdict({ cms }, { ocsp: replaying })).toBe('unknown: SIGNATURE_UNKNOWN_STATUS')
  })
})

describe('the time stamp', () => {
  it('that cannot be had leaves the signature unknown', async () => {
    const { country, citizen, sign, verdict } = scene
    const cms = sign(citizen)
    const expected = 'unknown: SIGNATURE_UNKNOWN_STATUS'
    expect(await verdict({ cms }, { tsa: unreachable })).toBe(expected)
    const other = await country.authority.answerTimeStamp(Buffer.from('junk'))
    expect(await verdict({ cms }, { tsa: () => Promise.resolve(other) })).toBe(expected)
  })
})

describe('a certificate that the issuing key signed but the register does not know', () => {
  it('is not trusted, though the CRL does not list it', async () => {
    const { country, subject, sign, verdict } = scene
    const pair = await country.keys.load('authority-issuing')
    if (pair === undefined) throw new Error('no key')
    const certificate = parseCertificate(country.authority.anchors.issuing)
    const { holder, policy } = authorityOids(DEMONSTRATION_ARC)
    const extra = [
      extensions.extendedKeyUsage([OID.emailProtection, holder.person]),
      extensions.policy(policy.personSign),
    ]
    const forged = certify({ name: subject, extra }, { key: pair.privateKey, certificate })
    const crl = () => country.authority.crl()
    expect(await verdict({ cms: sign(forged) }, { crl })).toBe('invalid: SIGNATURE_UNTRUSTED')
    expect(await verdict({ cms: sign(forged) }, { crl, ocsp: unreachable })).toBe('valid')
  })
})
