import type { KeyObject } from 'node:crypto'
import { type Instant, addSeconds } from '#core/kernel'
import { signDer, signatureAlgorithm } from './algorithms.ts'
import { type Certificate, keyIdentifier } from './certificate.ts'
import { DerError } from './der-read.ts'
import {
  bitString,
  context,
  contextPrimitive,
  enumerated,
  generalizedTime,
  octetString,
  oid,
  sequence,
} from './der-write.ts'
import {
  type CertId,
  type OcspRequest,
  namesIssuer,
  nonceExtension,
  readOcspRequest,
} from './ocsp-request.ts'
import { OID } from './oids.ts'
import { REVOCATION_REASONS, type RevocationReason } from './revocation.ts'

/** What the issuer knows of a certificate: unknown means that it never issued it. */
export type CertificateStatus =
  | { readonly status: 'good' }
  | { readonly status: 'revoked'; readonly at: Instant; readonly reason: RevocationReason }
  | { readonly status: 'unknown' }

export interface OcspResponder {
  readonly key: KeyObject
  /** Certificate with the purpose OCSPSigning, issued by `issuer` itself. */
  readonly certificate: Certificate
  readonly issuer: Certificate
  /** How long an answer may be used, seconds. */
  readonly freshSeconds: number
}

/** OCSPResponseStatus of RFC 6960, 4.2.1. */
export const OCSP_FAILURES = { malformedRequest: 1, internalError: 2, tryLater: 3 } as const

/** An answer that says only why there is none. */
export const ocspFailure = (failure: keyof typeof OCSP_FAILURES): Buffer =>
  sequence(enumerated(OCSP_FAILURES[failure]))

function statusBytes(status: CertificateStatus): Buffer {
  if (status.status === 'good') return contextPrimitive(0, Buffer.alloc(0))
  if (status.status === 'unknown') return contextPrimitive(2, Buffer.alloc(0))
  const code = REVOCATION_REASONS[status.reason]
  const reason = code === 0 ? [] : [context(0, enumerated(code))]
  return context(1, generalizedTime(status.at), ...reason)
}

function read(der: Buffer): OcspRequest | undefined {
  try {
    return readOcspRequest(der)
  } catch (fault) {
    if (fault instanceof DerError) return undefined
    throw fault
  }
}

interface Answer {
  readonly id: CertId
  readonly status: CertificateStatus
}

function frame(
  responder: OcspResponder,
  { answers, nonce, now }: { answers: readonly Answer[]; nonce: Buffer | undefined; now: Instant },
): Buffer {
  const nextUpdate = addSeconds(now, responder.freshSeconds)
  const singles = answers.map(({ id, status }) =>
    sequence(
      id.der,
      statusBytes(status),
      generalizedTime(now),
      context(0, generalizedTime(nextUpdate)),
    ),
  )
  const data = sequence(
    context(2, octetString(keyIdentifier(responder.certificate.spki))),
    generalizedTime(now),
    sequence(...singles),
    ...(nonce ? [context(1, sequence(nonceExtension(nonce)))] : []),
  )
  const basic = sequence(
    data,
    signatureAlgorithm(responder.key),
    bitString(signDer(responder.key, data)),
    context(0, sequence(responder.certificate.der)),
  )
  return sequence(enumerated(0), context(0, sequence(oid(OID.ocspBasic), octetString(basic))))
}

/**
 * Answers a status request (RFC 6960). `lookup` gets the serial numbers of the certificates that are this issuer's and
 * returns what is known; the rest is unknown. A request that cannot be read gets malformedRequest.
 */
export async function answerOcspRequest(
  der: Buffer,
  responder: OcspResponder,
  source: {
    now: Instant
    lookup: (serials: readonly string[]) => Promise<ReadonlyMap<string, CertificateStatus>>
  },
): Promise<Buffer> {
  const request = read(der)
  if (request === undefined) return ocspFailure('malformedRequest')
  const own = request.ids.filter((id) => namesIssuer(id, responder.issuer))
  const known = own.length === 0 ? undefined : await source.lookup(own.map((id) => id.serialHex))
  const answers = request.ids.map((id): Answer => {
    const found = own.includes(id) ? known?.get(id.serialHex) : undefined
    return { id, status: found ?? { status: 'unknown' } }
  })
  return frame(responder, { answers, nonce: request.nonce, now: source.now })
}
