import type { Bin, CodedError, Iin, Instant } from '#core/kernel'

/** What proves later that the signature was good: kept by the caller beside it. All binary parts are base64. */
export interface Evidence {
  /** The signer's certificate, DER. */
  readonly certificate: string
  /** OCSPResponse, DER; null when a CRL answered instead. */
  readonly ocspResponse: string | null
  /** CRL, DER; null when OCSP answered. */
  readonly crl: string | null
  /** RFC 3161 token over the SHA-256 of the signature value. */
  readonly timeStampToken: string
  /** The moment at which all was checked. */
  readonly verifiedAt: Instant
  /** The time in the time stamp. */
  readonly stampedAt: Instant
}

/** Whom the certificate names. */
export interface SignerIdentity {
  readonly commonName: string
  readonly iin: Iin
  readonly bin?: Bin
  readonly organization?: string
  readonly serialHex: string
  readonly fingerprint: string
  readonly notAfter: Instant
}

/** Valid and invalid are final; unknown means that a service did not answer and the same signature may be verified again. */
export type SignatureVerdict =
  | { readonly status: 'valid'; readonly evidence: Evidence; readonly signer: SignerIdentity }
  | { readonly status: 'invalid'; readonly error: CodedError }
  | { readonly status: 'unknown'; readonly error: CodedError }
