import { execFileSync } from 'node:child_process'
import { sign, verify, X509Certificate } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKeyStore } from './index.ts'

let home: string
let dir: string
beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-keys-'))
  dir = path.join(home, 'keys')
})
afterEach(() => {
  fs.rmSync(home, { recursive: true })
})

function selfSigned(name: string): Buffer {
  const key = path.join(dir, `${name}.key.pem`)
  const args = ['req', '-x509', '-key', key, '-subj', `/CN=${name}`, '-days', '2']
  return new X509Certificate(execFileSync('openssl', args)).raw
}

test('a key that was never made is not there', async () => {
  expect(await createKeyStore(dir).load('portal')).toBeUndefined()
})

test.each(['P-256', 'P-384'] as const)('a key on %s is read back and signs', async (curve) => {
  const made = await createKeyStore(dir).create('portal', curve)
  const read = await createKeyStore(dir).load('portal')
  expect(read?.certificate).toBeUndefined()
  expect(read?.chain).toEqual([])
  const signature = sign('sha256', Buffer.from('text'), read?.privateKey ?? '')
  expect(verify('sha256', Buffer.from('text'), made.publicKey, signature)).toBe(true)
  expect(made.publicKey.equals(read?.publicKey ?? made.privateKey)).toBe(true)
})

test('files can be read by their owner alone', async () => {
  const store = createKeyStore(dir)
  await store.create('portal', 'P-256')
  await store.saveCertificate('portal', selfSigned('portal'), [])
  expect(fs.statSync(dir).mode & 0o777).toBe(0o700)
  const modes = fs
    .readdirSync(dir)
    .map((file) => [file, fs.statSync(path.join(dir, file)).mode & 0o777])
  expect(modes).toEqual([
    ['portal.crt.pem', 0o600],
    ['portal.key.pem', 0o600],
  ])
})

test('the certificate and its issuers are read back in their order', async () => {
  const store = createKeyStore(dir)
  for (const name of ['leaf', 'issuing', 'root']) await store.create(name, 'P-256')
  const [leaf, issuing, root] = ['leaf', 'issuing', 'root'].map(selfSigned)
  if (!leaf || !issuing || !root) throw new Error('no certificates')
  await store.saveCertificate('leaf', leaf, [issuing, root])
  const read = await createKeyStore(dir).load('leaf')
  expect(read?.certificate?.equals(leaf)).toBe(true)
  expect(read?.chain.map((der) => new X509Certificate(der).subject)).toEqual([
    'CN=issuing',
    'CN=root',
  ])
})

test('a key is never overwritten, also when two are made at once', async () => {
  const store = createKeyStore(dir)
  const made = await Promise.allSettled([1, 2, 3].map(() => store.create('root', 'P-256')))
  expect(made.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  await expect(store.create('root', 'P-256')).rejects.toThrow('EEXIST')
  expect(fs.readdirSync(dir)).toEqual(['root.key.pem'])
})

test('a certificate of another key is not kept', async () => {
  const store = createKeyStore(dir)
  await store.create('portal', 'P-256')
  await store.create('gateway', 'P-256')
  await expect(store.saveCertificate('portal', selfSigned('gateway'), [])).rejects.toThrow(
    'does not belong',
  )
})

test('a name cannot lead out of the folder', async () => {
  await expect(createKeyStore(dir).load('../secrets')).rejects.toThrow(RangeError)
})
