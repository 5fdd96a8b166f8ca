export {
  sha256,
  signBytes,
  verifyBytes,
  type DigestName,
} from './algorithms.ts'
export { buildCrl, type RevocationListContents } from './build-crl.ts'
export {
  buildCertificate,
  keyIdentifier,
  parseCertificate,
  readCertificate,
  type Certificate,
  type CertificateTemplate,
} from './certificate.ts'
export { parseCsr, type CertificateRequest } from './certificate-request.ts'
export { createTrust, verifyChain, type Trust } from './chain.ts'
export { checkNotRevoked } from './check-not-revoked.ts'
export { type SignedData } from './cms-parse.ts'
export { signData, type SigningInput } from './cms-sign.ts'
export { verifySignedData, type VerifiedSigner } from './cms-verify.ts'

export { extensions, type KeyUsage } from './extensions.ts'
export { MAX_NAME_LENGTH, buildName, type DistinguishedName } from './name.ts'
export {
  answerOcspRequest,
  ocspFailure,
  type CertificateStatus,
  type OcspResponder,
} from './ocsp-answer.ts'
export { buildOcspRequest } from './ocsp-request.ts'
export {
  verifyOcspResponse,
  type OcspResponse,
  type SingleResponse,
} from './ocsp-verify.ts'
export { OID } from './oids.ts'
export { parseCrl, verifyCrl, type RevocationList } from './parse-crl.ts'
export { REVOCATION_REASONS, type RevocationReason, type RevokedEntry } from './revocation.ts'
export { answerTimeStampQuery, type TimeStampAuthority } from './tsp-answer.ts'
export { buildTimeStampQuery } from './tsp-query.ts'
export { parseTimeStampResponse, verifyTimeStamp, type TimeStamp } from './tsp-verify.ts'

export { decodeBase45, encodeBase45 } from './base45.ts'
export { parseCose, signCose, verifyCose } from './cose.ts'
export { decodeCbor, encodeCbor, type Cbor, type CborMap } from './cose-cbor.ts'
export { signPdf, verifyPdf, type AskTimeStamp, type VerifiedPdf } from './pades.ts'
export { addSecurityStore } from './pades-field.ts'

export { readAttachments } from './pdf-attachments.ts'
