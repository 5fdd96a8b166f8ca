import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  X509Certificate,
} from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { createWhole, replaceWhole } from './write-whole.ts'

export type Curve = 'P-256' | 'P-384'

/** A key of one of the platform's systems, with its certificate once one was issued. Certificates are DER. */
export interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly certificate?: Buffer
  /** Issuers of the certificate, nearest first. */
  readonly chain: readonly Buffer[]
}

export interface KeyStore {
  /** The key of that name, or undefined when there is none. */
  load(name: string): Promise<KeyPair | undefined>
  /** Makes a key. @throws when the name is taken: a key is never overwritten. */
  create(name: string, curve: Curve): Promise<KeyPair>
  /** Keeps the certificate of a key, replacing an older one. @throws when it is not the certificate of that key. */
  saveCertificate(name: string, certificate: Buffer, chain: readonly Buffer[]): Promise<void>
}

const generate = promisify(generateKeyPair)

const pemOf = (der: Buffer) => new X509Certificate(der).toString()

const derOf = (pem: string): Buffer[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(
    (block) => new X509Certificate(block).raw,
  )

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** @throws RangeError for a name that could leave the folder; names are constants of the code, never input. */
function fileOf(dir: string, name: string, kind: 'key' | 'crt'): string {
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) throw new RangeError(`not a name of a key: ${name}`)
  return path.join(dir, `${name}.${kind}.pem`)
}

/**
 * Keys of the platform's systems as PEM files in `dir`: `<name>.key.pem` (PKCS #8) and `<name>.crt.pem` (certificate, then
 * its issuers), all of mode 0600 in a folder of mode 0700.
 */
export function createKeyStore(dir: string): KeyStore {
  const load = async (name: string): Promise<KeyPair | undefined> => {
    const pem = await readIfThere(fileOf(dir, name, 'key'))
    if (pem === undefined) return undefined
    const privateKey = createPrivateKey(pem)
    const [certificate, ...chain] = derOf((await readIfThere(fileOf(dir, name, 'crt'))) ?? '')
    const publicKey = createPublicKey(privateKey)
    return { privateKey, publicKey, chain, ...(certificate ? { certificate } : {}) }
  }
  return {
    load,
    async create(name, curve) {
      await mkdir(dir, { recursive: true, mode: 0o700 })
      const pair = await generate('ec', { namedCurve: curve })
      const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' })
      await createWhole(fileOf(dir, name, 'key'), pem.toString())
      return { ...pair, chain: [] }
    },
    async saveCertificate(name, certificate, chain) {
      const key = await load(name)
      if (!key || !new X509Certificate(certificate).checkPrivateKey(key.privateKey))
        throw new Error(`the certificate does not belong to the key ${name}`)
      await replaceWhole(fileOf(dir, name, 'crt'), [certificate, ...chain].map(pemOf).join(''))
    },
  }
}
