export { fromBase64, toBase64, toHex } from './base64.ts'
export { type CertificateFacts, certificateFacts, checkSigner } from './certificate-facts.ts'
export {
  clearFailure,
  hide,
  part,
  showFailure,
  type Texts,
  textsOf,
  whileBusy,
} from './dom.ts'
export { KeyFailure } from './key-failure.ts'
export {
  certificateRequest,
  generateKeys,
  type KeyFile,
  makeKeyFile,
} from './make-key-file.ts'
export { type OpenedKey, openKeyFile } from './open-key-file.ts'
export { signDetached } from './sign-detached.ts'
