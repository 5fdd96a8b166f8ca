import { type KeyObject, generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Bin,
  type Iin,
  type Instant,
  controlDigit,
  instant,
  parseBin,
  parseIin,
} from '#core/kernel'
import { type Certificate, parseCertificate } from '#platform/crypto'
import type { Database } from '#platform/db'
import { testDatabase } from '#platform/db/testing'
import { type KeyStore, createKeyStore } from '#platform/keys'
import { createLog } from '#platform/log'
import { authoritySchema } from '../authority-schema.ts'
import { type Authority, createAuthority } from '../create-authority.ts'
import type { AuthorityUrls } from '../urls.ts'
import { DEMONSTRATION_ARC, authorityOids } from '../oids.ts'
import type { CertificateProfile } from '../profiles.ts'
import type { CertificateSubject } from '../certificate-subject.ts'

function numbered(base: string): string {
  const digit = controlDigit(base)
  if (digit === undefined) throw new RangeError(`never issued: ${base}`)
  return `${base}${digit}`
}

/** A valid IIN from its first eleven digits. */
export function testIin(base = '85010130012'): Iin {
  const iin = parseIin(numbered(base))
  if (iin === undefined) throw new RangeError(base)
  return iin
}

/** A valid BIN from its first eleven digits. */
export function testBin(base = '12034000012'): Bin {
  const bin = parseBin(numbered(base))
  if (bin === undefined) throw new RangeError(base)
  return bin
}

export interface Owner {
  readonly key: KeyObject
  readonly certificate: Certificate
}

/** A certification authority of its own on a real database, with a clock that can be set. */
export interface TestCountry {
  readonly authority: Authority
  readonly database: Database
  readonly keys: KeyStore
  /** Starts the authority again on the same keys and tables. */
  restart(): Promise<Authority>
  /** Makes a key and has it certified. @throws when it is refused. */
  certify(profile: CertificateProfile, subject: CertificateSubject): Promise<Owner>
  /** Sets the clock, or lets it run again. */
  setClock(at?: Instant): void
  readonly clock: () => Instant
  close(): Promise<void>
}

const URLS: AuthorityUrls = {
  crl: 'http://localhost/trust/crl',
  ocsp: 'http://localhost/trust/ocsp',
  tsa: 'http://localhost/trust/tsa',
  aia: 'http://localhost/trust/ca',
}

export async function createTestAuthority(): Promise<TestCountry> {
  const folder = await mkdtemp(join(tmpdir(), 'authority-'))
  const made = await testDatabase([authoritySchema])
  const { database } = made
  const keys = createKeyStore(folder)
  let set: Instant | undefined
  const clock = () => set ?? instant(new Date())
  const start = () =>
    createAuthority({
      sql: database.pool('authority'),
      keys,
      clock,
      oids: authorityOids(DEMONSTRATION_ARC),
      urls: URLS,
      log: createLog({ level: 'silent', pretty: false }),
    })
  const authority = await start()
  return {
    authority,
    database,
    keys,
    restart: start,
    certify: async (profile, subject) => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const spki = publicKey.export({ type: 'spki', format: 'der' })
      const issued = await authority.issue({ profile, subject, publicKey: spki })
      if (!issued.ok) throw new Error(issued.error.code)
      return { key: privateKey, certificate: parseCertificate(issued.value.certificate) }
    },
    setClock: (at) => {
      set = at
    },
    clock,
    close: async () => {
      await made.close()
      await rm(folder, { recursive: true })
    },
  }
}
