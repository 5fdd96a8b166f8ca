import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signDer, sha256 } from './algorithms.ts'
import { parseSignedData } from './cms-parse.ts'
import { signData } from './cms-sign.ts'
import { verifySignedData } from './cms-verify.ts'
import { readDer } from './der-read.ts'
import { context, integer, octetString, oid, sequence, setOf, utf8String } from './der-write.ts'
import { OID } from './oids.ts'
import { sha256Algorithm, signatureAlgorithm } from './algorithms.ts'
import {
  type Holder,
  type OpenSsl,
  certify,
  createOpenSsl,
  createTestAuthority,
  pem,
  testNow,
} from './testing/index.ts'

const { root, issuing, signer } = createTestAuthority()
const content = Buffer.from('Өтініш: жылжымайтын мүлік туралы анықтама')
const sign = (detached: boolean, by: Holder = signer) =>
  signData({
    content,
    key: by.key,
    certificate: by.certificate,
    detached,
    chain: [issuing.certificate.der],
    signingTime: testNow(),
  })
const code = (cms: Buffer, beside?: Buffer): string => {
  const result = verifySignedData(cms, beside)
  return result.ok ? 'valid' : result.error.code
}

let openssl: OpenSsl
beforeAll(() => {
  openssl = createOpenSsl()
  const ca = [root, issuing].map(({ certificate }) => pem('CERTIFICATE', certificate.der)).join('')
  openssl.write('ca.pem', ca)
  openssl.write('signer.pem', pem('CERTIFICATE', signer.certificate.der))
  openssl.write('signer.key', signer.key.export({ type: 'pkcs8', format: 'pem' }))
  openssl.write('content.txt', content)
})
afterAll(() => openssl.close())

describe('our signatures', () => {
  const judge = (...args: string[]) =>
    openssl.attempt(
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'ours.p7',
      '-CAfile',
      'ca.pem',
      '-out',
      'out.txt',
      ...args,
    )

  it('are CAdES for OpenSSL, with the content inside', () => {
    openssl.write('ours.p7', sign(false))
    expect(judge()).toMatchObject({ ok: true })
    expect(openssl.read('out.txt')).toEqual(content)
  })

  it('are CAdES for OpenSSL, with the content beside, and bad when it changed', () => {
    openssl.write('ours.p7', sign(true))
    expect(judge('-content', 'content.txt')).toMatchObject({ ok: true })
    openssl.write('other.txt', 'something else')
    expect(judge('-content', 'other.txt')).toMatchObject({ ok: false })
  })

  it('are verified by ourselves', () => {
    const result = verifySignedData(sign(true), content)
    if (!result.ok) throw new Error(result.error.code)
    expect(result.value.certificate.fingerprint).toBe(signer.certificate.fingerprint)
    expect(result.value.certificates).toHaveLength(2)
    expect(result.value.signingTime?.slice(0, 10)).toBe(testNow().slice(0, 10))
  })
})

describe('signatures of OpenSSL', () => {
  const theirs = (...args: string[]): Buffer => {
    openssl.run(
      'cms',
      '-sign',
      '-binary',
      '-in',
      'content.txt',
      '-signer',
      'signer.pem',
      '-inkey',
      'signer.key',
      '-outform',
      'DER',
      '-out',
      'theirs.p7',
      '-md',
      'sha256',
      ...args,
    )
    return openssl.read('theirs.p7')
  }

  it.each([
    ['detached', []],
    ['attached', ['-nodetach']],
    ['in BER with indefinite lengths', ['-nodetach', '-stream']],
    ['naming the key instead of the issuer', ['-keyid']],
  ])('are verified: %s', (_, args) => {
    expect(code(theirs('-cades', ...args), content)).toBe('valid')
  })

  it('with SHA-512 are verified', () => {
    expect(code(theirs('-cades', '-md', 'sha512'), content)).toBe('valid')
  })

  it('with SHA-1 are refused: they name the certificate by SHA-1', () => {
    expect(code(theirs('-cades', '-md', 'sha1'), content)).toBe('CMS_ATTRIBUTES')
  })

  it('without the hash of the certificate (no CAdES) are refused', () => {
    expect(code(theirs(), content)).toBe('CMS_ATTRIBUTES')
  })

  it('without signed attributes are refused', () => {
    expect(code(theirs('-noattr'), content)).toBe('CMS_ATTRIBUTES')
  })

  it('without the certificate are refused', () => {
    expect(code(theirs('-cades', '-nocerts'), content)).toBe('CMS_CERTIFICATE')
  })

  it('of two signers are refused', () => {
    const second = certify({ name: { commonName: 'Second' } }, issuing)
    openssl.write('second.pem', pem('CERTIFICATE', second.certificate.der))
    openssl.write('second.key', second.key.export({ type: 'pkcs8', format: 'pem' }))
    const two = theirs('-cades', '-signer', 'second.pem', '-inkey', 'second.key')
    expect(code(two, content)).toBe('CMS_NOT_ONE_SIGNER')
  })
})

const attribute = (type: string, ...values: Buffer[]) => sequence(oid(type), setOf(...values))
const essOf = ({ certificate }: Holder) =>
  sequence(sequence(sequence(octetString(sha256(certificate.der)))))
const good = {
  contentType: attribute(OID.contentType, oid(OID.data)),
  digest: attribute(OID.messageDigest, octetString(sha256(content))),
  ess: attribute(OID.signingCertificateV2, essOf(signer)),
}

/** A signature over exactly these attributes, in exactly this order, correctly computed or over another order. */
function handmade(attributes: readonly Buffer[], signedBytes = setOf(...attributes)): Buffer {
  const { certificate, key } = signer
  const info = sequence(
    integer(1),
    sequence(certificate.issuerDer, integer(Buffer.from(certificate.serialHex, 'hex'))),
    sha256Algorithm(),
    context(0, ...attributes),
    signatureAlgorithm(key),
    octetString(signDer(key, signedBytes)),
  )
  const data = sequence(
    integer(1),
    setOf(sha256Algorithm()),
    sequence(oid(OID.data)),
    context(0, certificate.der),
    setOf(info),
  )
  return sequence(oid(OID.signedData), context(0, data))
}

describe('hostile signatures', () => {
  it('naming a digest that is not on the list are refused', () => {
    const sha224 = handmade(Object.values(good)).toString('hex')
    const cms = Buffer.from(sha224.replaceAll('608648016503040201', '608648016503040204'), 'hex')
    expect(code(cms, content)).toBe('CMS_ALGORITHM')
  })

  it('made by hand correctly are valid, so that the refusals below mean something', () => {
    expect(code(handmade(Object.values(good)), content)).toBe('valid')
  })

  it('with changed content are refused, inside, beside, or both but different', () => {
    const changed = Buffer.from('Өтініш: басқа анықтама')
    expect(code(sign(true), changed)).toBe('CMS_CONTENT_CHANGED')
    expect(code(sign(false), changed)).toBe('CMS_CONTENT_CHANGED')
    const inside = Buffer.from(sign(false))
    inside[inside.indexOf(content) + 3] = 0x41
    expect(code(inside)).toBe('CMS_CONTENT_CHANGED')
  })

  it('without content are refused', () => {
    expect(code(sign(true))).toBe('CMS_NO_CONTENT')
  })

  it.each([
    ['no content type', [good.digest, good.ess]],
    ['no digest', [good.contentType, good.ess]],
    ['no certificate hash', [good.contentType, good.digest]],
    ['another content type', [attribute(OID.contentType, oid(OID.tstInfo)), good.digest, good.ess]],
    ['an attribute twice', [...Object.values(good), good.digest]],
    [
      'two values of one attribute',
      [
        good.contentType,
        good.ess,
        attribute(OID.messageDigest, octetString(sha256(content)), octetString(sha256())),
      ],
    ],
    ['an attribute without value', [good.contentType, good.ess, attribute(OID.messageDigest)]],
  ])('with %s are refused', (_, attributes) => {
    expect(code(handmade(attributes), content)).toBe('CMS_ATTRIBUTES')
  })

  it('with the hash of another certificate are refused', () => {
    const ess = attribute(OID.signingCertificateV2, essOf(issuing))
    expect(code(handmade([good.contentType, good.digest, ess]), content)).toBe('CMS_CERTIFICATE')
  })

  it('whose attributes arrive unsorted count over their DER order and over no other', () => {
    const unsorted = [good.ess, good.digest, good.contentType]
    expect(code(handmade(unsorted), content)).toBe('valid')
    const asSent = Buffer.from(context(0, ...unsorted))
    asSent[0] = 0x31
    expect(code(handmade(unsorted, asSent), content)).toBe('CMS_SIGNATURE')
  })

  it('that pose the attributes of another signature as content are refused', () => {
    const data = parseSignedData(sign(true))
    const attributes = data.ok ? (data.value.signers[0]?.signedAttributes ?? []) : []
    const posed = setOf(...attributes.map(({ node }) => node.raw))
    const cms = readDer(sign(true))
    const signedData = cms.children[1]?.children[0]?.children ?? []
    const info = signedData.at(-1)?.children[0]?.children ?? []
    const stripped = sequence(...info.filter(({ tag }) => tag !== 0xa0).map(({ raw }) => raw))
    const parts = signedData.slice(0, -1).map(({ raw }) => raw)
    const forged = sequence(oid(OID.signedData), context(0, sequence(...parts, setOf(stripped))))
    expect(code(forged, posed)).toBe('CMS_ATTRIBUTES')
  })

  it('with a name of another type where a signature is expected are refused', () => {
    expect(code(sequence(oid(OID.data), context(0, utf8String('x'))))).toBe('CMS_MALFORMED')
  })
})
