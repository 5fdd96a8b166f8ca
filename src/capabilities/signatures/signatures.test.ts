import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Party, addSeconds } from '#core/kernel'
import { DEMONSTRATION_ARC, authorityOids } from '#capabilities/authority'
import {
  type TestCountry,
  createTestAuthority,
  testBin,
  testIin,
} from '#capabilities/authority/testing'
import {
  OID,
  createTrust,
  extensions,
  parseCertificate,
  signData,
  verifySignedData,
  verifyTimeStamp,
} from '#platform/crypto'
import {
  type Holder,
  certify,
  createOpenSsl,
  createTestAuthority as createForeignAuthority,
  pem,
} from '#platform/crypto/testing'
import { type SignatureInput, type SignaturesDeps, createSignatures } from './create-signatures.ts'

const [iin, otherIin] = [testIin(), testIin('90010130012')]
const [bin, otherBin] = [testBin(), testBin('13034000012')]
const content = Buffer.from('{"service":"анықтама"}')
const person: Party = { kind: 'person', iin }
const entity: Party = { kind: 'entity', bin }
const subject = { commonName: 'ӘУЕЗОВ ҚАЙРАТ', surname: 'ӘУЕЗОВ', iin }
const headSubject = { ...subject, organization: '«Бәйтерек» ЖШС', bin }
const unreachable = () => Promise.resolve(undefined)

let country: TestCountry
let citizen: Holder
let head: Holder
beforeAll(async () => {
  country = await createTestAuthority()
  citizen = await country.certify('person-sign', subject)
  head = await country.certify('entity-head-sign', headSubject)
})
afterEach(() => country.setClock())
afterAll(() => country.close())

const sign = ({ key, certificate }: Holder, what = content): Buffer =>
  signData({
    content: what,
    key,
    certificate,
    chain: [],
    detached: true,
    signingTime: country.clock(),
  })
const signatures = (change: Partial<SignaturesDeps> = {}) =>
  createSignatures({
    anchors: country.authority.anchors,
    ocsp: (request) => country.authority.answerOcsp(request),
    tsa: (query) => country.authority.answerTimeStamp(query),
    clock: country.clock,
    oids: authorityOids(DEMONSTRATION_ARC),
    ...change,
  })
const verdict = async (
  input: Partial<SignatureInput> & { cms: Buffer },
  change: Partial<SignaturesDeps> = {},
) => {
  const result = await signatures(change).verify({ content, signer: person, ...input })
  return result.status === 'valid' ? 'valid' : `${result.status}: ${result.error.code}`
}

describe("a person's signature", () => {
  it('that holds is valid, and its evidence proves it later', async () => {
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
    const cms = sign(citizen, Buffer.from('another'))
    expect(await verdict({ cms })).toBe('invalid: SIGNATURE_CONTENT_CHANGED')
  })

  it('of another person is refused', async () => {
    const other = await country.certify('person-sign', { ...subject, iin: otherIin })
    expect(await verdict({ cms: sign(other) })).toBe('invalid: SIGNATURE_WRONG_PERSON')
  })

  it('by the key for signing in is refused and told so', async () => {
    const auth = await country.certify('person-auth', subject)
    expect(await verdict({ cms: sign(auth) })).toBe('invalid: SIGNATURE_WRONG_KEY_USAGE')
  })

  it("by a body's seal or a key for an organisation is refused", async () => {
    const body = { commonName: 'Департамент', organization: 'Департамент', bin }
    const seal = await country.certify('seal', body)
    expect(await verdict({ cms: sign(seal) })).toBe('invalid: SIGNATURE_WRONG_PERSON')
    expect(await verdict({ cms: sign(head) })).toBe('invalid: SIGNATURE_ORGANISATION_KEY')
  })

  it('under a foreign authority is refused, also one of the same names', async () => {
    const foreign = createForeignAuthority()
    const stranger = certify({ name: { ...subject, country: 'KZ' } }, foreign.issuing)
    expect(await verdict({ cms: sign(stranger) })).toBe('invalid: SIGNATURE_UNTRUSTED')
    expect(await verdict({ cms: sign(certify({ name: subject })) })).toBe(
      'invalid: SIGNATURE_UNTRUSTED',
    )
  })

  it('before and after the validity of its certificate is refused', async () => {
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
    const cms = sign(await country.certify('official-sign', headSubject))
    expect(await verdict({ cms, signer: entity, as: 'official' })).toBe('valid')
    expect(await verdict({ cms, signer: entity })).toBe('invalid: SIGNATURE_NO_AUTHORITY')
    expect(await verdict({ cms: sign(head), signer: entity, as: 'official' })).toBe(
      'invalid: SIGNATURE_NO_AUTHORITY',
    )
  })
})

describe('revocation', () => {
  it('refuses the signature with the day of it', async () => {
    const owner = await country.certify('person-sign', subject)
    const cms = sign(owner)
    expect(await verdict({ cms })).toBe('valid')
    await country.authority.revoke(owner.certificate.serialHex, 'keyCompromise')
    expect(await verdict({ cms })).toBe('invalid: SIGNATURE_REVOKED')
    const crl = () => country.authority.crl()
    expect(await verdict({ cms }, { ocsp: unreachable, crl })).toBe('invalid: SIGNATURE_REVOKED')
  })

  it('is asked of the CRL when OCSP cannot be reached, and the CRL is kept as evidence', async () => {
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
    const cms = sign(citizen)
    const expected = 'unknown: SIGNATURE_UNKNOWN_STATUS'
    expect(await verdict({ cms }, { tsa: unreachable })).toBe(expected)
    const other = await country.authority.answerTimeStamp(Buffer.from('junk'))
    expect(await verdict({ cms }, { tsa: () => Promise.resolve(other) })).toBe(expected)
  })
})

describe('a certificate that the issuing key signed but the register does not know', () => {
  it('is not trusted, though the CRL does not list it', async () => {
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
