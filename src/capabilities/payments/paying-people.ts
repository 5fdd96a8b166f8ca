import { type NewNotification, notify } from '#capabilities/notifications'
import type { Iin, Party } from '#core/kernel'
import type { Sql } from '#platform/db'

interface Name {
  readonly kk: string
  readonly ru: string
}

/** Who a duty is paid for, and who pays it where somebody else ordered. */
export interface PayingPeople {
  /** The party of the request, as the register calls it. */
  readonly party: Name
  /** The parent or representative who ordered and pays; absent: the party itself. */
  readonly by?: { readonly iin: Iin; readonly name: Name }
}

interface Paying {
  readonly party: Party
  readonly people: PayingPeople
  readonly request: string
}

/** Tells the party and whoever ordered for it, each once by the key: a child has no account of its own. */
export async function tellPaying(
  sql: Sql,
  { party, people: { by }, request }: Paying,
  notice: Pick<NewNotification, 'key' | 'kind' | 'params' | 'at'>,
): Promise<void> {
  await notify(sql, { ...notice, party, request })
  if (by === undefined) return
  const key = `${notice.key}/representative`
  await notify(sql, { ...notice, key, party: { kind: 'person', iin: by.iin }, request })
}
