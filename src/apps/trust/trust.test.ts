import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestCountry, createTestAuthority, testIin } from '#capabilities/authority/testing'
import { buildOcspRequest, parseCertificate, verifyOcspResponse } from '#platform/crypto'
import { type OpenSsl, createOpenSsl, pem } from '#platform/crypto/testing'
import { registerTrustRoutes } from './index.ts'

const run = promisify(execFile)
const subject = { commonName: 'ӘУЕЗОВ ҚАЙРАТ', surname: 'ӘУЕЗОВ', iin: testIin() }

let country: TestCountry
let app: FastifyInstance
let openssl: OpenSsl
let base: string
let folder: string

/** OpenSSL as a client over HTTP: not blocking, since the server lives in this process. */
const client = async (...args: string[]): Promise<string> => {
  const { stdout, stderr } = await run('openssl', args, { cwd: folder })
  return stdout + stderr
}
const post = (path: string, type: string, body: Buffer | string) =>
  fetch(`${base}${path}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(Buffer.from(body)),
  })

beforeAll(async () => {
  country = await createTestAuthority()
  openssl = createOpenSsl()
  folder = openssl.folder
  app = fastify()
  await registerTrustRoutes(app, { authority: country.authority })
  base = await app.listen({ port: 0, host: '127.0.0.1' })
  for (const name of ['root', 'issuing'] as const)
    openssl.write(
      `${name}.pem`,
      Buffer.from(await (await fetch(`${base}/trust/ca/${name}.pem`)).arrayBuffer()),
    )
})
afterAll(async () => {
  await app.close()
  openssl.close()
  await country.close()
})

const certified = async (name: string) => {
  const owner = await country.certify('person-sign', subject)
  openssl.write(name, pem('CERTIFICATE', owner.certificate.der))
  return owner.certificate
}
const ask = (certificate: string, ...digest: string[]) =>
  client(
    'ocsp',
    '-url',
    `${base}/trust/ocsp`,
    '-issuer',
    'issuing.pem',
    ...digest,
    '-cert',
    certificate,
    '-CAfile',
    'root.pem',
    '-verify_other',
    'issuing.pem',
  )

describe('OCSP over HTTP', () => {
  it('tells OpenSSL: good, with its nonce', async () => {
    await certified('good.pem')
    const said = await ask('good.pem')
    expect(said).toContain('good.pem: good')
    expect(said).toContain('Response verify OK')
    expect(said).not.toContain('no nonce')
  })

  it('tells OpenSSL: revoked, with time and reason, at once', async () => {
    const { serialHex } = await certified('bad.pem')
    expect(await ask('bad.pem')).toContain('bad.pem: good')
    await country.authority.revoke(serialHex, 'keyCompromise')
    const said = await ask('bad.pem', '-sha256')
    expect(said).toContain('bad.pem: revoked')
    expect(said).toContain('Reason: keyCompromise')
  })

  it('tells OpenSSL: unknown, for a number that was never issued', async () => {
    const said = await client(
      'ocsp',
      '-url',
      `${base}/trust/ocsp`,
      '-issuer',
      'issuing.pem',
      '-serial',
      '0x4142434445',
      '-CAfile',
      'root.pem',
      '-verify_other',
      'issuing.pem',
    )
    expect(said).toContain('0x4142434445: unknown')
  })

  it('answers GET with the request in the path, escaped or not', async () => {
    const certificate = await certified('get.pem')
    const issuer = parseCertificate(country.authority.anchors.issuing)
    const encoded = buildOcspRequest({ certificate, issuer }).toString('base64')
    for (const path of [encoded, encodeURIComponent(encoded)]) {
      const response = await fetch(`${base}/trust/ocsp/${path}`)
      expect(response.headers.get('content-type')).toBe('application/ocsp-response')
      const der = Buffer.from(await response.arrayBuffer())
      const expected = { certificate, issuer, now: country.clock(), maxAgeSeconds: 60 }
      expect(verifyOcspResponse(der, expected)).toMatchObject({
        value: { status: { status: 'good' } },
      })
    }
  })

  it('answers malformedRequest to what it cannot read', async () => {
    const responses = await Promise.all([
      post('/trust/ocsp', 'application/ocsp-request', 'junk'),
      fetch(`${base}/trust/ocsp/junk`),
      fetch(`${base}/trust/ocsp/${'A'.repeat(3000)}`),
    ])
    for (const response of responses) {
      expect(response.status).toBe(200)
      expect(Buffer.from(await response.arrayBuffer()).toString('hex')).toBe('30030a0101')
    }
  })

  it('answers internalError when its register cannot be reached', async () => {
    const broken = fastify()
    const answerOcsp = () => Promise.reject(new Error('no database'))
    await registerTrustRoutes(broken, { authority: { ...country.authority, answerOcsp } })
    const response = await broken.inject({ url: '/trust/ocsp/MAA=' })
    expect(response.rawPayload.toString('hex')).toBe('30030a0102')
    await broken.close()
  })
})

describe('time stamps over HTTP', () => {
  it('are accepted by OpenSSL for its query', async () => {
    openssl.write('data', 'what existed')
    openssl.run('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'q.tsq')
    const response = await post('/trust/tsa', 'application/timestamp-query', openssl.read('q.tsq'))
    expect(response.headers.get('content-type')).toBe('application/timestamp-reply')
    openssl.write('a.tsr', Buffer.from(await response.arrayBuffer()))
    const said = openssl.run(
      'ts',
      '-verify',
      '-queryfile',
      'q.tsq',
      '-in',
      'a.tsr',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'issuing.pem',
    )
    expect(said).toContain('Verification: OK')
  })

  it('are rejected as RFC 3161 says for junk', async () => {
    const response = await post('/trust/tsa', 'application/timestamp-query', 'junk')
    expect(response.status).toBe(200)
    openssl.write('bad.tsr', Buffer.from(await response.arrayBuffer()))
    expect(openssl.run('ts', '-reply', '-in', 'bad.tsr', '-text')).toContain('Status: Rejected')
  })
})

describe('lists and certificates over HTTP', () => {
  it('let OpenSSL check the list and refuse the revoked certificate alone', async () => {
    const gone = await certified('gone.pem')
    await certified('kept.pem')
    await country.authority.revoke(gone.serialHex, 'superseded')
    const response = await fetch(`${base}/trust/crl/issuing.crl`)
    expect(response.headers.get('content-type')).toBe('application/pkix-crl')
    expect(response.headers.get('cache-control')).toBe('public, max-age=600')
    const der = Buffer.from(await response.arrayBuffer())
    openssl.write('issuing.crl', pem('X509 CRL', der))
    openssl.run('crl', '-in', 'issuing.crl', '-CAfile', 'issuing.pem', '-verify', '-noout')
    const check = (name: string) =>
      openssl.attempt(
        'verify',
        '-crl_check',
        '-CRLfile',
        'issuing.crl',
        '-CAfile',
        'root.pem',
        '-untrusted',
        'issuing.pem',
        name,
      )
    expect(check('kept.pem')).toMatchObject({ ok: true })
    expect(check('gone.pem').output).toContain('certificate revoked')
  })

  it('let OpenSSL check the whole chain with both lists', async () => {
    await certified('all.pem')
    const lists = await Promise.all(
      ['root', 'issuing'].map(async (name) =>
        pem(
          'X509 CRL',
          Buffer.from(await (await fetch(`${base}/trust/crl/${name}.crl`)).arrayBuffer()),
        ),
      ),
    )
    openssl.write('all.crl', lists.join(''))
    openssl.run(
      'verify',
      '-crl_check_all',
      '-CRLfile',
      'all.crl',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'issuing.pem',
      'all.pem',
    )
  })

  it('serve the anchors as DER with their media type', async () => {
    const response = await fetch(`${base}/trust/ca/root.cer`)
    expect(response.headers.get('content-type')).toBe('application/pkix-cert')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(country.authority.anchors.root)
  })
})

describe('hostile requests over HTTP', () => {
  it('of another media type or too large are refused by status', async () => {
    expect((await post('/trust/tsa', 'application/json', '{}')).status).toBe(415)
    const large = Buffer.alloc(17 * 1024)
    expect((await post('/trust/ocsp', 'application/ocsp-request', large)).status).toBe(413)
  })
})
