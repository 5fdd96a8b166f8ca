import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Seal } from '#core/envelope'
import { type Instant, instant } from '#core/kernel'
import {
  buildCertificate,
  buildName,
  createTrust,
  extensions,
  sha256,
  verifyChain,
} from '#platform/crypto'
import { createKeyStore, type KeyPair } from '#platform/keys'
import { createSeal } from '../create-seal.ts'

/** An authority for tests: gives systems keys and certificates in force on any day that a test may take for today. */
export interface TestAuthority {
  /** Makes the key and the certificate of a system; `known: false` leaves it out of the directory of certificates. */
  enrol(system: string, options?: EnrolOptions): Promise<void>
  /** A seal that has the keys of the given systems alone and trusts this authority. */
  seal(systems: readonly string[], clock: () => Instant): Seal
  close(): void
}
interface EnrolOptions {
  readonly known?: boolean
  readonly commonName?: string
}

const PERIOD = {
  notBefore: instant(new Date('2010-01-01T00:00:00Z')),
  notAfter: instant(new Date('2049-01-01T00:00:00Z')),
}

const certify = (issuer: KeyPair, subject: KeyPair, commonName: string): Buffer =>
  buildCertificate(
    {
      ...PERIOD,
      serial: Buffer.concat([Buffer.of(1), randomBytes(15)]),
      issuerDer: buildName({ commonName: 'test root' }),
      subjectDer: buildName({ commonName }),
      spki: subject.publicKey.export({ type: 'spki', format: 'der' }),
      extensions:
        issuer === subject
          ? [extensions.basicConstraints({ isCa: true }), extensions.keyUsage(['keyCertSign'])]
          : [extensions.keyUsage(['digitalSignature'])],
    },
    issuer.privateKey,
  )

export async function createTestAuthority(): Promise<TestAuthority> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-authority-'))
  const keys = createKeyStore(dir)
  const directory = new Map<string, Buffer>()
  const root = await keys.create('root', 'P-256')
  const anchor = certify(root, root, 'test root')
  const trust = createTrust({ roots: [anchor], intermediates: [] })

  return {
    async enrol(system, { known = true, commonName = system } = {}) {
      const certificate = certify(root, await keys.create(system, 'P-256'), commonName)
      await keys.saveCertificate(system, certificate, [anchor])
      if (known) directory.set(sha256(certificate).toString('hex'), certificate)
    },
    seal: (systems, clock) =>
      createSeal({
        async keys(system) {
          const pair = systems.includes(system) ? await keys.load(system) : undefined
          if (pair === undefined) throw new Error(`no key of ${system} here`)
          return pair
        },
        certificates: (fingerprint) => Promise.resolve(directory.get(fingerprint)),
        trusts: (certificate, at) => verifyChain(trust, certificate, at),
        clock,
      }),
    close: () => {
      fs.rmSync(dir, { recursive: true })
    },
  }
}
