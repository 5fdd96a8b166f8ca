import { generateKeyPairSync } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addSeconds } from '#core/kernel'
import { OID, parseCertificate, parseCrl } from '#platform/crypto'
import { type OpenSsl, createOpenSsl, pem } from '#platform/crypto/testing'
import { DEMONSTRATION_ARC, authorityOids } from './oids.ts'
import type { CertificateSubject } from './certificate-subject.ts'
import { type TestCountry, createTestAuthority, testBin, testIin } from './testing/index.ts'

const oids = authorityOids(DEMONSTRATION_ARC)
const iin = testIin()
const bin = testBin()
const person: CertificateSubject = {
  commonName: 'ӘУЕЗОВ ҚАЙРАТ',
  surname: 'ӘУЕЗОВ',
  givenName: 'ҒАЛЫМҰЛЫ',
  iin,
}
const organization = '«Бәйтерек» ЖШС'
const body = { commonName: 'Әділет департаменті', organization, bin }
const newKey = (namedCurve = 'P-256') =>
  generateKeyPairSync('ec', { namedCurve }).publicKey.export({ type: 'spki', format: 'der' })

let country: TestCountry
let openssl: OpenSsl
const issue = async (
  profile: 'person-sign' | 'person-auth' | 'system',
  publicKey: Buffer,
  subject = person,
) => {
  const issued = await country.authority.issue({ profile, subject, publicKey })
  return issued.ok ? issued.value.serialHex : issued.error.code
}

beforeAll(async () => {
  country = await createTestAuthority()
  openssl = createOpenSsl()
  openssl.write('root.pem', pem('CERTIFICATE', country.authority.anchors.root))
  openssl.write('issuing.pem', pem('CERTIFICATE', country.authority.anchors.issuing))
})
afterEach(() => country.setClock())
afterAll(async () => {
  openssl.close()
  await country.close()
})

describe('certificates of the authority', () => {
  it.each([
    ['person-sign', person, [OID.emailProtection, oids.holder.person], oids.policy.personSign],
    ['person-auth', person, [OID.clientAuth, oids.holder.person], oids.policy.personAuth],
    [
      'entity-head-sign',
      { ...person, organization, bin },
      [OID.emailProtection, oids.holder.entity, oids.holder.firstHead],
      oids.policy.entitySign,
    ],
    [
      'official-sign',
      { ...person, organization, bin },
      [OID.emailProtection, oids.holder.entity, oids.holder.official],
      oids.policy.entitySign,
    ],
    [
      'seal',
      body,
      [OID.emailProtection, oids.holder.entity, oids.holder.seal],
      oids.policy.entitySign,
    ],
    [
      'system',
      { ...body, commonName: 'portal' },
      [OID.clientAuth, oids.holder.entity, oids.holder.informationSystem],
      oids.policy.system,
    ],
  ] as const)(
    '%s is of its profile and strict OpenSSL accepts it',
    async (profile, subject, purposes, policy) => {
      const { certificate } = await country.certify(profile, subject)
      expect(certificate.extendedKeyUsage).toEqual(purposes)
      expect(certificate.policies).toEqual([policy])
      expect(certificate.subject).toMatchObject(subject)
      expect(certificate.serialHex).toMatch(/^[4-7][0-9a-f]{39}$/)
      openssl.write('leaf.pem', pem('CERTIFICATE', certificate.der))
      openssl.run(
        'verify',
        '-x509_strict',
        '-CAfile',
        'root.pem',
        '-untrusted',
        'issuing.pem',
        'leaf.pem',
      )
    },
  )

  it('have the fields of the national authority in its order and string types', async () => {
    const { certificate } = await country.certify('person-sign', person)
    openssl.write('leaf.der', certificate.der)
    const text = openssl.run('x509', '-inform', 'DER', '-in', 'leaf.der', '-noout', '-text')
    expect(text).toMatch(/CN = .*, SN = .*, serialNumber = IIN\d{12}, C = KZ, GN = /)
    expect(text).toContain('URI:http://localhost/trust/crl/issuing.crl')
    expect(text).toContain('OCSP - URI:http://localhost/trust/ocsp')
    expect(text).toContain('CA Issuers - URI:http://localhost/trust/ca/issuing.cer')
    const types = openssl.run('asn1parse', '-inform', 'DER', '-in', 'leaf.der')
    expect(types).toMatch(/serialNumber\n.*PRINTABLESTRING\s+:IIN/)
  })

  it('stand under a P-384 root and a P-256 authority that may have none below it', () => {
    const root = parseCertificate(country.authority.anchors.root)
    const issuing = parseCertificate(country.authority.anchors.issuing)
    expect(root.publicKey.asymmetricKeyDetails?.namedCurve).toBe('secp384r1')
    expect(issuing.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
    expect(issuing).toMatchObject({ isCa: true, pathLength: 0 })
    openssl.run('verify', '-x509_strict', '-CAfile', 'root.pem', 'issuing.pem')
  })
})

describe('issuing', () => {
  it('the same request twice, also at once, gives one certificate', async () => {
    const key = newKey()
    const serials = await Promise.all([1, 2, 3].map(() => issue('person-sign', key)))
    expect(new Set(serials).size).toBe(1)
    expect(serials[0]).toHaveLength(40)
  })

  it('refuses a key that is certified for another person, another profile or another name', async () => {
    const key = newKey()
    await issue('person-sign', key)
    const other = { ...person, iin: testIin('90010130012') }
    expect(await issue('person-sign', key, other)).toBe('AUTHORITY_KEY_OF_ANOTHER')
    expect(await issue('person-auth', key)).toBe('AUTHORITY_KEY_IN_USE')
    expect(await issue('person-sign', key, { ...person, surname: 'ӘУЕЗОВА' })).toBe(
      'AUTHORITY_KEY_IN_USE',
    )
  })

  it('gives a new certificate for a key whose own ended, and never for a revoked one', async () => {
    const key = newKey()
    const first = await issue('person-sign', key)
    country.setClock(addSeconds(country.clock(), 366 * 86_400))
    const second = await issue('person-sign', key)
    expect(second).not.toBe(first)
    await country.authority.revoke(second, 'keyCompromise')
    expect(await issue('person-sign', key)).toBe('AUTHORITY_KEY_REVOKED')
  })

  it('renews the certificate of a system in its last month, that of a person does not', async () => {
    const keys = [newKey(), newKey()] as const
    const system = { ...body, commonName: 'registry' }
    const before = [await issue('system', keys[0], system), await issue('person-sign', keys[1])]
    country.setClock(addSeconds(country.clock(), 350 * 86_400))
    expect(await issue('system', keys[0], system)).not.toBe(before[0])
    expect(await issue('person-sign', keys[1])).toBe(before[1])
  })

  it('refuses keys that are not good points of P-256', async () => {
    const good = newKey()
    const offCurve = Buffer.from(good)
    offCurve[offCurve.length - 1] = (offCurve.at(-1) ?? 0) ^ 1
    const zero = Buffer.from(good).fill(0, 27)
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
    const twice = Buffer.concat([good, good])
    const rsaKey = rsa.export({ type: 'spki', format: 'der' })
    for (const bad of [offCurve, zero, Buffer.from('junk'), newKey('P-384'), twice, rsaKey])
      expect(await issue('person-sign', bad)).toBe('AUTHORITY_BAD_KEY')
  })

  it('refuses a subject with a part missing, too much or too long', async () => {
    const { iin: _, ...nobody } = person
    const attempts = [
      await country.authority.issue({
        profile: 'person-sign',
        subject: nobody,
        publicKey: newKey(),
      }),
      await country.authority.issue({
        profile: 'person-sign',
        subject: { ...person, bin },
        publicKey: newKey(),
      }),
      await country.authority.issue({
        profile: 'person-sign',
        subject: { ...person, surname: 'Ә'.repeat(201) },
        publicKey: newKey(),
      }),
    ]
    expect(attempts.map((one) => (one.ok ? '' : one.error.field))).toEqual([
      'iin',
      'bin',
      'surname',
    ])
  })
})

describe('revocation', () => {
  it('is final, keeps its first reason, and is seen in the list of the person', async () => {
    const subject = { ...person, iin: testIin('77010130012') }
    const { certificate } = await country.certify('person-sign', subject)
    const { serialHex } = certificate
    expect(await country.authority.revoke(serialHex, 'keyCompromise')).toMatchObject({ ok: true })
    expect(await country.authority.revoke(serialHex, 'superseded')).toMatchObject({ ok: true })
    const list = await country.authority.certificatesOf(subject.iin)
    expect(list).toMatchObject([
      { serialHex, profile: 'person-sign', status: 'revoked', reason: 'keyCompromise' },
    ])
    expect(await country.authority.revoke('ab'.repeat(20), 'superseded')).toMatchObject({
      error: { code: 'AUTHORITY_UNKNOWN_CERTIFICATE' },
    })
  })

  it('is in the next CRL, whose number grows only when something changed', async () => {
    const { certificate } = await country.certify('person-sign', person)
    const read = async () => {
      const list = parseCrl(await country.authority.crl())
      if (!list.ok) throw new Error(list.error.code)
      return list.value
    }
    const before = await read()
    expect((await read()).number).toBe(before.number)
    await country.authority.revoke(certificate.serialHex, 'cessationOfOperation')
    const [after] = await Promise.all([read(), read(), read()])
    expect(after.number).toBe((before.number ?? 0) + 1)
    expect(after.find(certificate.serialHex)?.reason).toBe('cessationOfOperation')
    country.setClock(addSeconds(country.clock(), 13 * 3600))
    expect((await read()).number).toBe((after.number ?? 0) + 1)
  })

  it('leaves the list when the certificate has ended', async () => {
    const { certificate } = await country.certify('person-sign', person)
    await country.authority.revoke(certificate.serialHex, 'superseded')
    country.setClock(addSeconds(country.clock(), 400 * 86_400))
    const list = parseCrl(await country.authority.crl())
    expect(list.ok && list.value.find(certificate.serialHex)).toBeUndefined()
  })
})

describe('the register', () => {
  it('cannot be rewritten by the authority itself', async () => {
    const { certificate } = await country.certify('person-sign', person)
    await country.authority.revoke(certificate.serialHex, 'superseded')
    const pool = country.database.pool('authority')
    for (const statement of [
      `update authority.journal set reason = 'x'`,
      'delete from authority.journal',
      'delete from authority.certificate',
      `update authority.certificate set der = ''`,
      'update authority.certificate set revoked_at = null, revocation_reason = null',
    ])
      await expect(pool.query(statement)).rejects.toThrow(/permission denied|stays revoked/)
  })

  it('holds a journal line for each issue and each revocation', async () => {
    const { certificate } = await country.certify('person-sign', person)
    await country.authority.revoke(certificate.serialHex, 'superseded')
    const { rows } = await country.database
      .pool('authority')
      .query('select action, reason from authority.journal where serial = $1 order by entry', [
        certificate.serialHex,
      ])
    expect(rows).toEqual([
      { action: 'issued', reason: null },
      { action: 'revoked', reason: 'superseded' },
    ])
  })
})

describe('a second start', () => {
  it('keeps keys and certificates', async () => {
    const again = await country.restart()
    expect(again.anchors).toEqual(country.authority.anchors)
    const own = await country.database
      .pool('authority')
      .query(`select profile from authority.certificate where profile in ('ocsp', 'tsa')`)
    expect(own.rowCount).toBe(2)
  })

  it('near the end of the OCSP certificate has it certified anew', async () => {
    country.setClock(addSeconds(country.clock(), 340 * 86_400))
    await country.restart()
    const { rows } = await country.database
      .pool('authority')
      .query(
        `select profile from authority.certificate where profile in ('ocsp', 'tsa') order by 1`,
      )
    expect(rows.map((row: { profile: string }) => row.profile)).toEqual(['ocsp', 'ocsp', 'tsa'])
  })
})
