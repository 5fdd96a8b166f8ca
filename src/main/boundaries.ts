import type { Transport } from '#capabilities/gateway'
import type { Seal } from '#core/envelope'
import type { AuthorityClient } from './authority-client.ts'

/**
 * What stands between the parts of the platform; nothing, as a rule. The fault runs (`npm run faults`) put themselves there: what
 * they do to messages is what a network, or a system of somebody else, may do.
 */
export interface Boundaries {
  /** Between gateway and registries; what stands there may answer as a registry itself, with its key. */
  readonly transport: (inner: Transport, seal: Seal) => Transport
  /** Between the platform and its certification authority. */
  readonly authority: (inner: AuthorityClient) => AuthorityClient
  /** Where the portal reaches the bank's services. */
  readonly bankServices: string
  /** Where the bank reaches the portal. */
  readonly callBacks: string
}
