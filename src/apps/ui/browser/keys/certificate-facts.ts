import type { BitString } from 'asn1js'
import type { Certificate } from 'pkijs'
import { KeyFailure } from './key-failure.ts'

/** What a certificate says of its owner, for the person to see before signing. */
export interface CertificateFacts {
  readonly owner: string
  readonly iin?: string
  readonly organisation?: string
  readonly bin?: string
  readonly notBefore: Date
  readonly notAfter: Date
  /** Key usage nonRepudiation: made for signing, not for sign-in. */
  readonly signs: boolean
  readonly serial: string
}

const COMMON_NAME = '2.5.4.3'
const SERIAL_NUMBER = '2.5.4.5'
const ORGANISATION = '2.5.4.10'
const UNIT = '2.5.4.11'
const KEY_USAGE = '2.5.29.15'
const NON_REPUDIATION = 0x40

function attribute(certificate: Certificate, type: string): string | undefined {
  const found = certificate.subject.typesAndValues.find((one) => one.type === type)
  const value: unknown = found?.value.valueBlock.value
  return typeof value === 'string' ? value : undefined
}

const numberIn = (prefix: 'IIN' | 'BIN', text: string | undefined): string | undefined =>
  new RegExp(`^${prefix}(\\d{12})$`).exec(text ?? '')?.[1]

function signs(certificate: Certificate): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === KEY_USAGE)
  const bits = (usage?.parsedValue as BitString | undefined)?.valueBlock.valueHexView[0] ?? 0
  return (bits & NON_REPUDIATION) !== 0
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export function certificateFacts(certificate: Certificate): CertificateFacts {
  const iin = numberIn('IIN', attribute(certificate, SERIAL_NUMBER))
  const bin = numberIn('BIN', attribute(certificate, UNIT))
  const organisation = attribute(certificate, ORGANISATION)
  return {
    owner: attribute(certificate, COMMON_NAME) ?? '',
    ...(iin === undefined ? {} : { iin }),
    ...(bin === undefined ? {} : { bin }),
    ...(organisation === undefined ? {} : { organisation }),
    notBefore: certificate.notBefore.value,
    notAfter: certificate.notAfter.value,
    signs: signs(certificate),
    serial: hex(certificate.serialNumber.valueBlock.valueHexView),
  }
}

/** Whose signature is expected: a person, or the head (IIN) of an entity (BIN). */
export interface ExpectedSigner {
  readonly iin: string
  readonly bin?: string | undefined
}

/**
 * Says at once what the server would say later.
 * @throws KeyFailure wrong-usage, wrong-person, wrong-organisation, not-yet-valid, expired.
 */
export function checkSigner(facts: CertificateFacts, expected: ExpectedSigner, now: Date): void {
  if (!facts.signs) throw new KeyFailure('wrong-usage')
  if (facts.iin !== expected.iin) throw new KeyFailure('wrong-person')
  if (facts.bin !== expected.bin) throw new KeyFailure('wrong-organisation')
  if (now < facts.notBefore) throw new KeyFailure('not-yet-valid')
  if (now > facts.notAfter) throw new KeyFailure('expired')
}
