export { type Account, parsePartyNumber } from './account.ts'
export type { PasswordChange, PasswordReset } from './change-password.ts'
export type { IdentityDeps, IdentityNews } from './deps.ts'
export { identityErrors } from './errors.ts'
export type {
  EntityLookup,
  FoundParty,
  PartyClaim,
  PersonLookup,
  Registers,
} from './find-party.ts'
export { createIdentity, type Identity } from './identity.ts'
export type { JournalEntry, JournalKind } from './journal.ts'
export { PASSWORD_MIN } from './passwords.ts'
export type { Registration } from './register.ts'
export { identitySchema } from './schema.ts'
export type { Origin, SessionSummary, SignedIn } from './sessions.ts'
export type { Proof, SignIn, SignInResult } from './sign-in.ts'
