import { randomBytes } from 'node:crypto'
import { type CodedError, type Instant, type Result, ok, refuse } from '#core/kernel'
import {
  type Certificate,
  type TimeStamp,
  type Trust,
  type VerifiedSigner,
  buildTimeStampQuery,
  createTrust,
  parseTimeStampResponse,
  sha256,
  verifyChain,
  verifySignedData,
  verifyTimeStamp,
} from '#platform/crypto'
import type { AuthorityOids } from '#capabilities/authority'
import { type ExpectedSigner, checkHolder } from './check-holder.ts'
import {
  type RevocationSources,
  type RevocationVerdict,
  checkRevocation,
} from './check-revocation.ts'
import { signatureErrors } from './errors.ts'
import type { Evidence, SignatureVerdict, SignerIdentity } from './verdict.ts'

export interface SignatureInput extends ExpectedSigner {
  /** CMS SignedData, DER or BER. */
  readonly cms: Buffer
  /** The exact bytes that had to be signed. */
  readonly content: Buffer
}

export interface Signatures {
  /** Verifies at this moment. Every failure has its own SIGNATURE_* code; only `unknown` is worth another try. */
  verify(input: SignatureInput): Promise<SignatureVerdict>
}

export interface SignaturesDeps extends RevocationSources {
  /** Certificates of the national authority, DER. */
  readonly anchors: { readonly root: Buffer; readonly issuing: Buffer }
  /** Sends a time-stamp query; undefined when the service cannot be reached. */
  readonly tsa: (query: Buffer) => Promise<Buffer | undefined>
  readonly clock: () => Instant
  readonly oids: AuthorityOids
}

const CMS_REFUSALS: ReadonlyMap<string, () => CodedError> = new Map([
  ['CMS_CONTENT_CHANGED', () => signatureErrors.CONTENT_CHANGED()],
  ['CMS_ALGORITHM', () => signatureErrors.UNSUPPORTED()],
])

const CHAIN_REFUSALS: ReadonlyMap<string, (error: CodedError) => CodedError> = new Map([
  ['CERT_EXPIRED', ({ params }: CodedError) => signatureErrors.EXPIRED(params)],
  ['CERT_NOT_YET_VALID', ({ params }: CodedError) => signatureErrors.NOT_YET_VALID(params)],
])

function readSignature({ cms, content }: SignatureInput): Result<VerifiedSigner> {
  const verified = verifySignedData(cms, content)
  if (verified.ok) return verified
  return refuse(CMS_REFUSALS.get(verified.error.code)?.() ?? signatureErrors.MALFORMED())
}

function readIssuer(trust: Trust, certificate: Certificate, now: Instant): Result<Certificate> {
  const path = verifyChain(trust, certificate, now)
  if (!path.ok) {
    const refusal = CHAIN_REFUSALS.get(path.error.code)
    return refuse(refusal?.(path.error) ?? signatureErrors.UNTRUSTED())
  }
  const issuer = path.value[1]
  return issuer ? ok(issuer) : refuse(signatureErrors.UNTRUSTED())
}

interface Offline {
  readonly signer: VerifiedSigner
  readonly issuer: Certificate
  readonly identity: SignerIdentity
}

/** All that can be decided from the bytes: whose signature it is and whether it holds. */
function verifyOffline(
  deps: SignaturesDeps,
  trust: Trust,
  { input, now }: { input: SignatureInput; now: Instant },
): Result<Offline> {
  const signer = readSignature(input)
  if (!signer.ok) return signer
  const { certificate } = signer.value
  const issuer = readIssuer(trust, certificate, now)
  if (!issuer.ok) return issuer
  const identity = checkHolder(certificate, input, deps.oids)
  if (!identity.ok) return identity
  return ok({ signer: signer.value, issuer: issuer.value, identity: identity.value })
}

interface Stamped {
  readonly token: Buffer
  readonly stamp: TimeStamp
}

/** A time stamp over the signature value; undefined when the service gives no good one. */
async function stampSignature(
  deps: SignaturesDeps,
  trust: Trust,
  signature: Buffer,
): Promise<Stamped | undefined> {
  const nonce = randomBytes(16)
  const response = await deps.tsa(buildTimeStampQuery({ imprint: sha256(signature), nonce }))
  const token = response && parseTimeStampResponse(response)
  if (!token?.ok) return undefined
  const stamp = verifyTimeStamp(token.value, { stamped: signature, nonce, trust })
  return stamp.ok ? { token: token.value, stamp: stamp.value } : undefined
}

function evidenceOf(
  certificate: Certificate,
  { proof }: Extract<RevocationVerdict, { status: 'good' }>,
  { token, stamp, now }: Stamped & { now: Instant },
): Evidence {
  return {
    certificate: certificate.der.toString('base64'),
    ocspResponse: 'ocspResponse' in proof ? proof.ocspResponse.toString('base64') : null,
    crl: 'crl' in proof ? proof.crl.toString('base64') : null,
    timeStampToken: token.toString('base64'),
    verifiedAt: now,
    stampedAt: stamp.at,
  }
}

const unknown = (service: string): SignatureVerdict => ({
  status: 'unknown',
  error: signatureErrors.UNKNOWN_STATUS({ service }),
})

/** Verifies people's signatures for the state (order No 1187): in this order, the first failure is the answer. */
export function createSignatures(deps: SignaturesDeps): Signatures {
  const { root, issuing } = deps.anchors
  const trust = createTrust({ roots: [root], intermediates: [issuing] })
  return {
    async verify(input) {
      const now = deps.clock()
      const offline = verifyOffline(deps, trust, { input, now })
      if (!offline.ok) return { status: 'invalid', error: offline.error }
      const { signer, issuer, identity } = offline.value
      const { certificate, signature } = signer
      const [revocation, stamped] = await Promise.all([
        checkRevocation(deps, { certificate, issuer, now }),
        stampSignature(deps, trust, signature),
      ])
      if (revocation.status === 'invalid') return revocation
      if (revocation.status === 'unknown') return unknown('status')
      if (stamped === undefined) return unknown('time-stamp')
      const evidence = evidenceOf(certificate, revocation, { ...stamped, now })
      return { status: 'valid', evidence, signer: identity }
    },
  }
}
