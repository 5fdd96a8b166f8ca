import type { Bin, Iin } from '#core/kernel'

/** Whom a certificate names. The caller took these from a register, never from the request. */
export interface CertificateSubject {
  /** Surname and name of a person; name of a body, system or service. */
  readonly commonName: string
  readonly surname?: string
  /** The patronymic: the national authority keeps it in this attribute. */
  readonly givenName?: string
  readonly iin?: Iin
  readonly organization?: string
  readonly bin?: Bin
}
