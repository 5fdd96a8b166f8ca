export type { ExpectedSigner } from './check-holder.ts'
export {
  createSignatures,
  type SignatureInput,
  type Signatures,
  type SignaturesDeps,
} from './create-signatures.ts'
export { signatureErrors } from './errors.ts'
export type { Evidence, SignatureVerdict, SignerIdentity } from './verdict.ts'
