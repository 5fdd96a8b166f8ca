export {
  generateKeys,
  certificateRequest,
  makeKeyFile,
  type KeyFile,
} from './browser/parts/make-key-file.ts'
export { type OpenedKey, openKeyFile } from './browser/parts/open-key-file.ts'
export { signDetached } from './browser/parts/sign-detached.ts'
export type {
  DataAccess,
  NewCertificate,
  PersonalReason,
  PortalDeps,
  PortalKeys,
  ProofOutcome,
  Region,
  SystemState,
} from './deps.ts'

export { registerPortal } from './register-portal.ts'
export { portalSession } from './session.ts'
