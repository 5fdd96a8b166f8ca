import { randomUUID } from 'node:crypto'
import { type Instant, type Party, partyNumber, type Text } from '#core/kernel'
import type { Sql, SqlCall } from '#platform/db'
import { groupOf } from './groups.ts'
import type { NotificationKind } from './texts.ts'

/** A parameter that is itself for people comes in the three languages. */
export type NotificationParams = Readonly<Record<string, string | Text>>

export interface NewNotification {
  /** What makes it happen once, such as `<case>/registered`. */
  readonly key: string
  readonly party: Party
  readonly kind: NotificationKind
  readonly params: NotificationParams
  /** The 14 digits of the request it is about; the cabinet links to it. */
  readonly request?: string
  readonly at: Instant
}

/** Tells the party, once per key, as a part of the statement of whoever tells; by e-mail too where the party wants that. */
export const notifyCall = (notification: NewNotification): SqlCall => ({
  name: 'notifications.tell',
  values: [
    randomUUID(),
    notification.key,
    notification.party.kind,
    partyNumber(notification.party),
    notification.kind,
    JSON.stringify(notification.params),
    notification.request ?? null,
    notification.at,
    groupOf(notification.kind),
  ],
})

/** The same in the caller's transaction. True when it was told now. */
export async function notify(sql: Sql, notification: NewNotification): Promise<boolean> {
  const { rows } = await sql.query<{ told: boolean }>({
    name: 'notifications-tell',
    text: 'select notifications.tell($1, $2, $3, $4, $5, $6, $7, $8, $9) as told',
    values: [...notifyCall(notification).values],
  })
  return rows[0]?.told === true
}
