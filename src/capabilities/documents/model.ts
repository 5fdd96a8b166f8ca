import type { Instant, JsonObject, Lang, Party, PlainDate, Text } from '#core/kernel'

/** A text of an act's form: Kazakh and Russian, the languages of the form itself. */
export interface Phrase {
  readonly kk: string
  readonly ru: string
}

/** What an effect of a case asks to be issued. */
export interface DocumentRequest {
  /** Idempotency key: the same key gives the same document, however often and wherever it is asked. */
  readonly key: string
  readonly caseId: string
  readonly service: string
  readonly edition: string
  /** Name of the document in the edition, e.g. `certificate`. */
  readonly document: string
  /** Folder of the template, inside the regulations' folder (absolute or relative to it). */
  readonly templateDir: string
  readonly template: string
  readonly title: Text
  /** The issuing body. */
  readonly body: Text
  /** Fields of the form, as the template's comment defines them. */
  readonly data: JsonObject
  /** Fixed phrases of the form by their ids. */
  readonly phrases: Readonly<Record<string, Phrase>>
  /** Facts that the barcode carries, so that they can be checked from paper without a network. Keep it small. */
  readonly barcode: JsonObject
  readonly owner: Party
  readonly ownerName: string
  /** Name of the seal (key) that signs. */
  readonly seal: string
  readonly language: Lang
  /** Last day of validity; a document without it does not expire. */
  readonly validUntil?: PlainDate
  /** When the decision to issue was made; now when left out. */
  readonly issuedAt?: Instant
}

export type DocumentStatus = 'valid' | 'revoked' | 'expired'

export interface Revocation {
  readonly at: Instant
  readonly reason: Text
  /** Number of the document that replaces it. */
  readonly replacedBy: string | null
}

/** An entry of the register of issued documents. */
export interface IssuedDocument {
  /** 14 digits: the day of issue and a serial number of that day. */
  readonly number: string
  readonly caseId: string
  readonly service: string
  readonly edition: string
  readonly document: string
  readonly title: Text
  readonly body: Text
  readonly owner: Party
  readonly ownerName: string
  readonly language: Lang
  readonly issuedAt: Instant
  readonly validUntil: PlainDate | null
  /** SHA-256 of the sealed PDF, hex. */
  readonly sha256: string
  readonly status: DocumentStatus
  readonly revocation: Revocation | null
}
