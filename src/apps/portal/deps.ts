import type { Cases, NameOf } from '#capabilities/cases'
import type { CertificateSummary } from '#capabilities/authority'
import type { Documents } from '#capabilities/documents'
import type { Identity, SignedIn } from '#capabilities/identity'
import type { Mailing, Notifications } from '#capabilities/notifications'
import type { Payments } from '#capabilities/payments'
import type { Representation } from '#capabilities/representation'
import type { Regulations } from '#capabilities/regulations'
import type { Surveys } from '#capabilities/surveys'
import type { ChoiceDeps, Ui } from '#apps/ui'
import type { OfficeCalendar } from '#core/calendar'
import type { CodedError, Iin, Instant, Lang, Party, PlainDate, Result, Text } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { SessionAccess } from '#platform/http'

/** A certificate fresh from the authority, DER, with its issuers. */
export interface NewCertificate {
  readonly certificate: Buffer
  readonly chain: readonly Buffer[]
}

/** Why a person revokes a key; the names of RFC 5280. */
export const REVOCATION_REASONS = [
  'keyCompromise',
  'superseded',
  'cessationOfOperation',
  'affiliationChanged',
] as const
export type PersonalReason = (typeof REVOCATION_REASONS)[number]

/** The certification authority, as far as its clients at the portal may use it. */
export interface PortalKeys {
  /** `request`: PKCS#10, DER. The subject is written from the registers, never from the request. */
  issue(by: SignedIn, request: Buffer): Promise<Result<NewCertificate>>
  of(iin: Iin): Promise<readonly CertificateSummary[]>
  revoke(serialHex: string, reason: PersonalReason): Promise<Result<unknown>>
}

/** One question to a register about the reader. */
export interface DataAccess {
  readonly at: Instant
  readonly from: Text
  readonly to: Text
  readonly purpose: Text
  /** Number of the request it was asked for, if there was one. */
  readonly request?: string | undefined
}

export interface SystemState {
  readonly name: Text
  readonly kind: 'register' | 'bank' | 'authority' | 'mail'
  /** Services that ask it for something; none for what all of them lean on. */
  readonly services: readonly { readonly id: string; readonly name: Text }[]
  readonly state: 'up' | 'down' | 'unknown'
  readonly since?: Instant | undefined
}

/** Proof by signature for who forgot a password. */
export type ProofOutcome =
  | { readonly status: 'valid' }
  | { readonly status: 'invalid' | 'unknown'; readonly error: CodedError }

export interface PortalDeps extends ChoiceDeps {
  readonly ui: Ui
  /** From `portalSession`; the same that `createHttp` got. */
  readonly session: SessionAccess<SignedIn>
  readonly identity: Identity
  readonly notifications: Notifications
  /** None where no mail server is set. */
  readonly mailing?: Mailing | undefined
  readonly surveys: Surveys
  readonly representation: Representation
  readonly cases: Cases
  readonly regulations: Regulations
  readonly documents: Documents
  readonly payments: Payments
  /** The MRP of a day, in tiyn. */
  readonly mrp: (day: PlainDate) => number
  readonly keys: PortalKeys
  readonly calendar: OfficeCalendar
  readonly nameOf: NameOf
  /** The diagram of an edition's actions, SVG. */
  readonly diagram: (edition: Edition, channel: string, lang: Lang) => string | undefined
  readonly dataAccess: (
    party: Party,
    page: { readonly limit: number; readonly offset: number },
  ) => Promise<readonly DataAccess[]>
  readonly systems: () => Promise<readonly SystemState[]>
  readonly proofOf: (
    party: Party,
    headIin: Iin | undefined,
    signed: { readonly cms: Buffer; readonly content: Buffer },
  ) => Promise<ProofOutcome>
  readonly clock: () => Instant
  /** Signs short-lived values (the challenge of a new password); 32 characters or more. */
  readonly secret: string
}
