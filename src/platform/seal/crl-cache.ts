import { addSeconds, type Instant } from '#core/kernel'
import { type Certificate, parseCrl, type RevocationList, verifyCrl } from '#platform/crypto'

export interface CrlCacheOptions {
  /** The issuing authority's current list; undefined when it cannot be reached. */
  readonly fetch: () => Promise<Buffer | undefined>
  readonly issuer: Certificate
  readonly clock: () => Instant
}

/** How long a list is taken as the newest; when the authority is silent the last one counts until its own end. */
const FRESH_SECONDS = 60

/** Gives the list of revoked certificates that counts now; undefined when none can be had: then nobody can say "not revoked". */
export type Revocations = () => Promise<RevocationList | undefined>

/** Keeps the authority's list of revoked certificates and asks for a newer one each minute. */
export function createCrlCache({ fetch, issuer, clock }: CrlCacheOptions): Revocations {
  let kept: { readonly list: RevocationList; readonly askedAt: Instant } | undefined

  async function ask(now: Instant): Promise<void> {
    const bytes = await fetch()
    const list = bytes && parseCrl(bytes)
    if (list?.ok !== true || !verifyCrl(list.value, issuer, now).ok) return
    kept = { list: list.value, askedAt: now }
  }
  return async () => {
    const now = clock()
    if (kept === undefined || now >= addSeconds(kept.askedAt, FRESH_SECONDS)) await ask(now)
    return kept !== undefined && now < kept.list.nextUpdate ? kept.list : undefined
  }
}
