export type {
  DataAccess,
  NewCertificate,
  PersonalReason,
  PortalDeps,
  PortalKeys,
  ProofOutcome,
  SystemState,
} from './deps.ts'

export { registerPortal } from './register-portal.ts'
export { portalSession } from './session.ts'
