import { createPublicKey, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSeconds, controlDigit } from '#core/kernel'
import { buildCrl } from './build-crl.ts'
import { parseCertificate, readCertificate } from './certificate.ts'
import { parseCsr } from './certificate-request.ts'
import { parseCrl, verifyCrl } from './parse-crl.ts'
import {
  type OpenSsl,
  certify,
  createOpenSsl,
  createTestAuthority,
  pem,
  testNow,
} from './testing/index.ts'

const authority = createTestAuthority()
const { root, issuing, signer } = authority
let openssl: OpenSsl
const derOf = (text: string): Buffer =>
  Buffer.from(text.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')

beforeAll(() => {
  openssl = createOpenSsl()
  openssl.write('root.pem', pem('CERTIFICATE', root.certificate.der))
  openssl.write('issuing.pem', pem('CERTIFICATE', issuing.certificate.der))
  openssl.write('signer.pem', pem('CERTIFICATE', signer.certificate.der))
})
afterAll(() => openssl.close())

describe('certificates', () => {
  it('are accepted by OpenSSL under its strict rules', () => {
    const output = openssl.run(
      'verify',
      '-x509_strict',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'issuing.pem',
      'signer.pem',
    )
    expect(output).toContain('signer.pem: OK')
  })

  it('show in OpenSSL what was written', () => {
    const text = openssl.run('x509', '-in', 'signer.pem', '-noout', '-text', '-nameopt', 'utf8')
    expect(text).toContain('ӘУЕЗОВ ҚАЙРАТ')
    expect(text).toContain('Digital Signature, Non Repudiation')
    expect(text).toContain('E-mail Protection')
  })

  it('made by OpenSSL are read', () => {
    openssl.run(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'k.pem',
      '-out',
      'c.pem',
      '-subj',
      '/CN=Somebody/serialNumber=IIN850101300126',
      '-days',
      '3',
    )
    const read = readCertificate(derOf(openssl.read('c.pem').toString()))
    if (!read.ok) throw new Error(read.error.code)
    expect(read.value.subject.commonName).toBe('Somebody')
    expect(read.value.isCa).toBe(true)
  })

  it('with a key on a curve that is not allowed are refused as such', () => {
    openssl.run(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:secp256k1',
      '-nodes',
      '-keyout',
      'k.pem',
      '-out',
      'k1.pem',
      '-subj',
      '/CN=K',
    )
    const read = readCertificate(derOf(openssl.read('k1.pem').toString()))
    expect(read).toMatchObject({ ok: false, error: { code: 'CERT_ALGORITHM' } })
  })

  it('are read once, and not mistaken for others when one octet differs', () => {
    const { der } = signer.certificate
    const again = parseCertificate(Buffer.from(der))
    expect(parseCertificate(Buffer.concat([der, Buffer.alloc(9)]).subarray(0, der.length))).toBe(
      again,
    )
    const altered = Buffer.from(der)
    const last = altered.length - 1
    altered[last] = (altered[last] ?? 0) ^ 1
    const other = readCertificate(altered)
    expect(other.ok && other.value).not.toBe(again)
    expect(other.ok && other.value.fingerprint).not.toBe(again.fingerprint)
  })

  it('with a key that ends in unused bits are refused when they are read, not when the key is used', () => {
    const der = Buffer.from(signer.certificate.der)
    const unusedBits = der.indexOf(signer.certificate.spki) + signer.certificate.spki.length - 66
    expect(der[unusedBits]).toBe(0)
    der[unusedBits] = 1
    expect(readCertificate(der)).toMatchObject({ ok: false, error: { code: 'CERT_MALFORMED' } })
  })

  it('name a person once or not at all', () => {
    const iin = `85010130012${controlDigit('85010130012')}`
    const subjectOf = (name: string) => {
      const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
      const out = ['-keyout', 'k.pem', '-outform', 'DER', '-out', 'c.der']
      openssl.run('req', '-x509', ...key, ...out, '-subj', `/CN=A${name}`)
      return parseCertificate(openssl.read('c.der')).subject.iin
    }
    expect(subjectOf(`/serialNumber=IIN${iin}`)).toBe(iin)
    expect(subjectOf(`/serialNumber=IIN${iin}/serialNumber=IIN${iin}`)).toBeUndefined()
    expect(subjectOf(`/serialNumber=X+serialNumber=IIN${iin}`)).toBeUndefined()
    expect(subjectOf(`/serialNumber=IIN${iin}0`)).toBeUndefined()
    expect(subjectOf(`/serialNumber=${iin}`)).toBeUndefined()
  })

  it('keep their own serial number of twenty octets', () => {
    const named = certify({ name: { commonName: 'A' } }, issuing)
    expect(named.certificate.subject).toEqual({ commonName: 'A' })
    expect(named.certificate.serialHex).toHaveLength(40)
  })
})

describe('certificate requests', () => {
  const request = (): Buffer => {
    openssl.run(
      'req',
      '-new',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      'csr.key',
      '-out',
      'csr.der',
      '-outform',
      'DER',
      '-subj',
      '/CN=Somebody',
    )
    return openssl.read('csr.der')
  }

  it('made by OpenSSL are read, and their key is the one they are signed with', () => {
    const read = parseCsr(request())
    if (!read.ok) throw new Error(read.error.code)
    expect(read.value.subject.commonName).toBe('Somebody')
    const key = createPublicKey(openssl.read('csr.key'))
    expect(read.value.spki).toEqual(key.export({ type: 'spki', format: 'der' }))
  })

  it('signed with another key are refused', () => {
    const der = Buffer.from(request())
    const at = der.indexOf(Buffer.from('Somebody'))
    der.write('Sumebody', at)
    expect(parseCsr(der)).toMatchObject({ ok: false, error: { code: 'CERT_REQUEST_NOT_PROVEN' } })
  })
})

describe('lists of revoked certificates', () => {
  const now = testNow()
  const contents = (revoked: readonly string[]) => ({
    number: 7,
    thisUpdate: addSeconds(now, -60),
    nextUpdate: addSeconds(now, 3600),
    revoked: revoked.map((serialHex) => ({
      serialHex,
      at: addSeconds(now, -120),
      reason: 'keyCompromise' as const,
    })),
  })

  it('are accepted by OpenSSL, which then refuses the revoked certificate and no other', () => {
    const check = (crl: Buffer) => {
      openssl.write('crl.pem', pem('X509 CRL', crl))
      return openssl.attempt(
        'verify',
        '-crl_check',
        '-CAfile',
        'root.pem',
        '-untrusted',
        'issuing.pem',
        '-CRLfile',
        'crl.pem',
        'signer.pem',
      )
    }
    expect(check(buildCrl(issuing, contents([])))).toMatchObject({ ok: true })
    const revoked = check(buildCrl(issuing, contents([signer.certificate.serialHex])))
    expect(revoked.ok).toBe(false)
    expect(revoked.output).toContain('certificate revoked')
    openssl.run('crl', '-in', 'crl.pem', '-CAfile', 'issuing.pem', '-verify', '-noout')
  })

  it('are read back with number, time and reason', () => {
    const { serialHex } = signer.certificate
    const list = parseCrl(buildCrl(issuing, contents(['00ff', serialHex])))
    if (!list.ok) throw new Error(list.error.code)
    expect(list.value.number).toBe(7)
    expect(list.value.find(serialHex)?.reason).toBe('keyCompromise')
    expect(list.value.find('ff')).toBeDefined()
    expect(list.value.find('aa')).toBeUndefined()
    expect(verifyCrl(list.value, issuing.certificate, now).ok).toBe(true)
  })

  it('of another issuer, or out of date, are refused', () => {
    const list = parseCrl(buildCrl(root, contents([])))
    if (!list.ok) throw new Error(list.error.code)
    expect(verifyCrl(list.value, issuing.certificate, now)).toMatchObject({
      error: { code: 'CERT_CRL_UNTRUSTED' },
    })
    expect(verifyCrl(list.value, root.certificate, addSeconds(now, 3601))).toMatchObject({
      error: { code: 'CERT_CRL_STALE' },
    })
  })

  it('of twenty thousand entries are read', () => {
    const serials = Array.from({ length: 20_000 }, () => randomBytes(16).toString('hex'))
    const list = parseCrl(buildCrl(issuing, contents(serials)))
    expect(list.ok && list.value.find((serials[19_999] ?? '').replace(/^(00)+/, ''))).toBeTruthy()
  })
})
