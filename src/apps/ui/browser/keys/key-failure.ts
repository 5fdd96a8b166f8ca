/** Why a key file cannot be used; each has its own words on the page (`data-texts`). */
export type KeyFailureReason =
  | 'no-file'
  | 'too-big'
  | 'not-pkcs12'
  | 'legacy'
  | 'wrong-password'
  | 'no-key'
  | 'no-certificate'
  | 'not-yet-valid'
  | 'expired'
  | 'wrong-usage'
  | 'wrong-person'
  | 'wrong-organisation'
  | 'content-changed'
  | 'unsupported'

/** A refusal to work with a key, told to the person before anything is sent. */
export class KeyFailure extends Error {
  readonly reason: KeyFailureReason
  constructor(reason: KeyFailureReason) {
    super(reason)
    this.name = 'KeyFailure'
    this.reason = reason
  }
}
