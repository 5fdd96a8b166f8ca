import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificateFacts } from './certificate-facts.ts'
import { KeyFailure, type KeyFailureReason } from './key-failure.ts'
import { certificateRequest, generateKeys, makeKeyFile } from './make-key-file.ts'
import { openKeyFile } from './open-key-file.ts'
import { signDetached } from './sign-detached.ts'

const PASSWORD = 'көк аспан астында'
const IIN = '840731400431'
const dir = mkdtempSync(path.join(tmpdir(), 'signing-'))
const at = (name: string): string => path.join(dir, name)
const openssl = (...args: string[]): string =>
  execFileSync('openssl', args, { cwd: dir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const bufferOf = (name: string): ArrayBuffer => Uint8Array.from(readFileSync(at(name))).buffer
const der = (pem: string): ArrayBuffer => {
  openssl('x509', '-in', pem, '-outform', 'DER', '-out', `${pem}.der`)
  return bufferOf(`${pem}.der`)
}

const LEAF = [
  'basicConstraints=CA:FALSE',
  'keyUsage=critical,digitalSignature,nonRepudiation',
  'extendedKeyUsage=emailProtection',
]
const SUBJECT = `/CN=САГИНДЫКОВА АСЕЛ/SN=САГИНДЫКОВА/serialNumber=IIN${IIN}/C=KZ`

/** A certification authority of OpenSSL, and the certificate that it writes over a request of ours. */
function makeAuthority(): void {
  const ca = ['-x509', '-nodes', '-days', '30', '-subj', '/C=KZ/CN=TEST CA']
  openssl(
    'req',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    ...ca,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-addext',
    'basicConstraints=critical,CA:TRUE',
    '-addext',
    'keyUsage=critical,keyCertSign',
  )
}

async function issue(
  request: ArrayBuffer,
): Promise<{ certificate: ArrayBuffer; chain: ArrayBuffer[] }> {
  writeFileSync(at('csr.der'), Buffer.from(request))
  const signer = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-set_serial', '0x1f2e3d', '-days', '10']
  const usage = LEAF.flatMap((extension) => ['-addext', extension])
  openssl(
    'req',
    '-x509',
    '-inform',
    'DER',
    '-in',
    'csr.der',
    '-subj',
    SUBJECT,
    '-utf8',
    ...signer,
    ...usage,
    '-out',
    'leaf.pem',
  )
  return { certificate: der('leaf.pem'), chain: [der('ca.pem')] }
}

const reasonOf = async (work: Promise<unknown>): Promise<KeyFailureReason | undefined> => {
  try {
    await work
    return undefined
  } catch (error) {
    if (error instanceof KeyFailure) return error.reason
    throw error
  }
}

let file: ArrayBuffer
beforeAll(async () => {
  makeAuthority()
  const keys = await generateKeys()
  const issued = await issue(await certificateRequest(keys))
  file = await makeKeyFile({
    ...issued,
    privateKey: keys.privateKey,
    password: PASSWORD,
    label: 'Qyzmet АСЕЛ',
  })
  writeFileSync(at('key.p12'), Buffer.from(file))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('the request for a certificate', () => {
  it('proves to OpenSSL that the key is held', async () => {
    const request = await certificateRequest(await generateKeys())
    writeFileSync(at('own.der'), Buffer.from(request))
    const told = spawnSync(
      'openssl',
      ['req', '-inform', 'DER', '-in', 'own.der', '-verify', '-noout'],
      { cwd: dir, encoding: 'utf8' },
    )
    expect(told.status).toBe(0)
    expect(told.stdout + told.stderr).toMatch(/verify OK/)
  })
})

describe('the key file made in the browser', () => {
  it('opens in OpenSSL with a Kazakh password, under AES-256 and a SHA-256 MAC', () => {
    const told = spawnSync(
      'openssl',
      ['pkcs12', '-info', '-in', 'key.p12', '-passin', `pass:${PASSWORD}`, '-noenc'],
      { cwd: dir, encoding: 'utf8' },
    )
    expect(told.status, told.stderr).toBe(0)
    expect(told.stderr).toMatch(/MAC: sha256/)
    expect(told.stderr.match(/PBES2, PBKDF2, AES-256-CBC.*hmacWithSHA256/g)).toHaveLength(2)
    expect(told.stdout.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
    expect(told.stdout).toContain('BEGIN PRIVATE KEY')
  })

  it('opens in the browser again, with its owner and issuer', async () => {
    const opened = await openKeyFile(file, PASSWORD)
    const facts = certificateFacts(opened.certificate)
    expect(facts).toMatchObject({
      owner: 'САГИНДЫКОВА АСЕЛ',
      iin: IIN,
      signs: true,
      serial: '1f2e3d',
    })
    expect(opened.chain).toHaveLength(1)
    expect(opened.privateKey.extractable).toBe(false)
  })
})

describe('opening a key file', () => {
  it('opens what OpenSSL 3 wrote', async () => {
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'other.key')
    openssl(
      'req',
      '-new',
      '-x509',
      '-key',
      'other.key',
      '-subj',
      SUBJECT,
      '-utf8',
      '-days',
      '5',
      '-out',
      'other.pem',
    )
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'other.key',
      '-in',
      'other.pem',
      '-passout',
      `pass:${PASSWORD}`,
      '-out',
      'other.p12',
    )
    const opened = await openKeyFile(bufferOf('other.p12'), PASSWORD)
    expect(certificateFacts(opened.certificate).iin).toBe(IIN)
  })

  it('says that the password is wrong', async () => {
    expect(await reasonOf(openKeyFile(file, 'another password'))).toBe('wrong-password')
  })

  it('says that a file is of the old kind', async () => {
    openssl(
      'pkcs12',
      '-export',
      '-legacy',
      '-inkey',
      'other.key',
      '-in',
      'other.pem',
      '-passout',
      'pass:x',
      '-out',
      'legacy.p12',
    )
    expect(await reasonOf(openKeyFile(bufferOf('legacy.p12'), 'x'))).toBe('legacy')
  })

  it('says that a curve is not supported', async () => {
    openssl('ecparam', '-name', 'secp256k1', '-genkey', '-noout', '-out', 'k1.key')
    openssl('req', '-new', '-x509', '-key', 'k1.key', '-subj', '/CN=x', '-out', 'k1.pem')
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'k1.key',
      '-in',
      'k1.pem',
      '-passout',
      'pass:x',
      '-out',
      'k1.p12',
    )
    expect(await reasonOf(openKeyFile(bufferOf('k1.p12'), 'x'))).toBe('unsupported')
  })

  it('says that a certificate alone is no key', async () => {
    openssl(
      'pkcs12',
      '-export',
      '-nokeys',
      '-in',
      'other.pem',
      '-passout',
      'pass:x',
      '-out',
      'certificates.p12',
    )
    expect(await reasonOf(openKeyFile(bufferOf('certificates.p12'), 'x'))).toBe('no-key')
  })

  it('says of any other bytes that they are no key file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await reasonOf(openKeyFile(Uint8Array.from(bytes).buffer, 'x'))).toBe('not-pkcs12')
      }),
    )
    const emptyTime = Uint8Array.of(0x18, 0)
    expect(await reasonOf(openKeyFile(emptyTime.buffer, 'x'))).toBe('not-pkcs12')
    expect(await reasonOf(openKeyFile(new ArrayBuffer(300_000), 'x'))).toBe('too-big')
  })

  it('refuses a file that was cut or changed, with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.byteLength - 1), async (position) => {
        expect(await reasonOf(openKeyFile(file.slice(0, position), PASSWORD))).toBe('not-pkcs12')
      }),
      { numRuns: 25 },
    )
  })
})

describe('the signature made in the browser', () => {
  const content = new TextEncoder().encode('{"request":"10100005601038","тіл":"қазақша"}')
  const verify = () =>
    spawnSync(
      'openssl',
      [
        'cms',
        '-verify',
        '-cades',
        '-inform',
        'DER',
        '-in',
        'sig.der',
        '-content',
        'content.json',
        '-CAfile',
        'ca.pem',
        '-out',
        'out.json',
      ],
      { cwd: dir, encoding: 'utf8' },
    )

  it('is a CAdES signature to OpenSSL, over exactly these bytes', async () => {
    const cms = await signDetached(await openKeyFile(file, PASSWORD), content, new Date())
    writeFileSync(at('sig.der'), Buffer.from(cms))
    writeFileSync(at('content.json'), content)
    const told = verify()
    expect(told.status, told.stderr).toBe(0)
    writeFileSync(at('content.json'), Buffer.from(content).fill(0x20, 3, 4))
    expect(verify().status).not.toBe(0)
  })

  it('has its signed attributes in the order of DER', async () => {
    const cms = await signDetached(await openKeyFile(file, PASSWORD), content, new Date())
    const hex = Buffer.from(cms).toString('hex')
    const places = [
      '2a864886f70d010903',
      '2a864886f70d010905',
      '2a864886f70d010904',
      '2a864886f70d010910022f',
    ].map((oid) => hex.indexOf(oid))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
  })

  it('is detached: the content itself is not in it', async () => {
    const cms = await signDetached(await openKeyFile(file, PASSWORD), content, new Date())
    expect(Buffer.from(cms).includes(Buffer.from(content))).toBe(false)
  })
})
