import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Authority, CertificateSubject } from '#capabilities/authority'
import type { AccessRight } from '#capabilities/gateway'
import { serviceId, systemId, type Seal } from '#core/envelope'
import { type Bin, type Instant, parseBin, type Text } from '#core/kernel'
import {
  type Certificate,
  checkNotRevoked,
  createTrust,
  readCertificate,
  verifyChain,
} from '#platform/crypto'
import type { KeyPair, KeyStore } from '#platform/keys'
import { createSeal, type Revocations } from '#platform/seal'
import type { Bodies } from './bodies.ts'

const bin = z.custom<Bin>(
  (value) => typeof value === 'string' && parseBin(value) !== undefined,
  'a BIN',
)
const system = z.strictObject({
  organization: z.string(),
  bin,
  kk: z.string(),
  ru: z.string(),
  en: z.string(),
})
const file = z.strictObject({
  systems: z.record(systemId, system),
  roles: z.record(
    z.string(),
    z.strictObject({
      kk: z.string(),
      ru: z.string(),
      en: z.string(),
      serves: z.string().exactOptional(),
    }),
  ),
  rights: z.array(z.strictObject({ from: systemId, to: systemId, service: serviceId })),
})

export interface SystemData {
  readonly organization: string
  readonly bin: Bin
  readonly name: Text
}

export interface Systems {
  readonly systems: Readonly<Record<string, SystemData>>
  readonly rights: readonly AccessRight[]
  /** Roles of officials that regulations may name. */
  readonly roles: Readonly<Record<string, Text>>
  /** By role: the kind of office or body that it works in, where there is one. */
  readonly serves: Readonly<Record<string, string>>
}

/** country/systems.yaml. @throws when that file is not what it should be. */
export function loadSystems(root: string): Systems {
  const { systems, rights, roles } = file.parse(
    parse(fs.readFileSync(path.join(root, 'country/systems.yaml'), 'utf8')),
  )
  const named = Object.entries(systems).map(([id, { organization, bin: number, kk, ru, en }]) => {
    const data: SystemData = { organization, bin: number, name: { kk, ru, en } }
    return [id, data] as const
  })
  const names = Object.entries(roles).map(([id, { kk, ru, en }]) => [id, { kk, ru, en }] as const)
  const serves = Object.entries(roles).flatMap(([id, role]) =>
    role.serves === undefined ? [] : [[id, role.serves] as const],
  )
  return {
    systems: Object.fromEntries(named),
    rights,
    roles: Object.fromEntries(names),
    serves: Object.fromEntries(serves),
  }
}

interface KeyRing {
  readonly keys: KeyStore
  readonly authority: Authority
}

/** The key of that name, made on first use and certified (anew when the certificate is near its end). */
async function certified(
  { keys, authority }: KeyRing,
  name: string,
  order: { readonly profile: 'system' | 'seal'; readonly subject: CertificateSubject },
): Promise<KeyPair> {
  const pair = (await keys.load(name)) ?? (await keys.create(name, 'P-256'))
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' })
  const issued = await authority.issue({ ...order, publicKey })
  if (!issued.ok) throw new Error(`no certificate for ${name}: ${issued.error.code}`)
  const { certificate, chain } = issued.value
  if (pair.certificate?.equals(certificate) !== true)
    await keys.saveCertificate(name, certificate, chain)
  return { ...pair, certificate, chain }
}

/** Keys of the information systems, by id, each certified by the authority under that id. */
export async function systemKeys(
  ring: KeyRing,
  systems: Systems,
): Promise<ReadonlyMap<string, KeyPair>> {
  const pairs = new Map<string, KeyPair>()
  for (const [id, { organization, bin: number }] of Object.entries(systems.systems)) {
    const subject = { commonName: id, organization, bin: number }
    pairs.set(id, await certified(ring, `system-${id}`, { profile: 'system', subject }))
  }
  return pairs
}

/** Seals of bodies by name, made when first needed: most regions never issue a document in a demonstration. */
export function sealKeys(ring: KeyRing, bodies: Bodies): (name: string) => Promise<KeyPair> {
  const made = new Map<string, Promise<KeyPair>>()
  const make = (name: string): Promise<KeyPair> => {
    const { bin: number, body } = bodies.bySeal(name)
    const subject = { commonName: body.kk, organization: body.kk, bin: number }
    const pair = certified(ring, `seal-${name}`, { profile: 'seal', subject })
    // A seal that could not be made must be tried again, not remembered as broken.
    pair.catch(() => made.delete(name))
    made.set(name, pair)
    return pair
  }
  return (name) => made.get(name) ?? make(name)
}

/** Signs and checks envelopes with the systems' keys. */
export function createSystemSeal(deps: {
  readonly pairs: ReadonlyMap<string, KeyPair>
  readonly anchors: Authority['anchors']
  readonly revocations: Revocations
  readonly clock: () => Instant
}): Seal {
  const trust = createTrust({ roots: [deps.anchors.root], intermediates: [deps.anchors.issuing] })
  const byFingerprint = new Map<string, Buffer>()
  for (const { certificate } of deps.pairs.values()) {
    const read = certificate && readCertificate(certificate)
    if (read?.ok) byFingerprint.set(read.value.fingerprint, read.value.der)
  }
  return createSeal({
    keys: (id) => {
      const pair = deps.pairs.get(id)
      return pair === undefined
        ? Promise.reject(new Error(`no key of the system ${id}`))
        : Promise.resolve(pair)
    },
    certificates: (fingerprint) => Promise.resolve(byFingerprint.get(fingerprint)),
    trusts: async (certificate: Certificate, at: Instant) => {
      const chain = verifyChain(trust, certificate, at)
      return chain.ok ? checkNotRevoked(await deps.revocations(), certificate, at) : chain
    },
    clock: deps.clock,
  })
}
