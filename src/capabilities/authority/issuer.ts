import type { KeyObject } from 'node:crypto'
import type { Certificate } from '#platform/crypto'

/** A key that signs certificates and lists. */
export interface Issuer {
  readonly key: KeyObject
  readonly certificate: Certificate
  /** Certificates above it, DER. */
  readonly chain: readonly Buffer[]
}
