import type pg from 'pg'
import { type Instant, instant, type Lang, type Party, partyNumber } from '#core/kernel'
import { renderText } from '#platform/i18n'
import { inLanguage } from './in-language.ts'
import type { NotificationParams } from './notify.ts'
import { isNotificationKind, notificationTexts } from './texts.ts'

export interface Message {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly request?: string
  readonly at: Instant
  readonly read: boolean
}

export interface MessagePage {
  readonly limit: number
  readonly offset: number
  /** Leaves out what was read. */
  readonly unread?: boolean
}

/** The messages of a party, for its cabinet. */
export interface Notifications {
  /** Newest first, written in `lang`. */
  listOf(party: Party, lang: Lang, page?: MessagePage): Promise<Message[]>
  countOf(party: Party): Promise<number>
  unreadOf(party: Party): Promise<number>
  /** Marks one message, or all of them, as read. Another party's message is not touched. */
  markRead(party: Party, id?: string): Promise<void>
}

interface Row {
  readonly id: string
  readonly kind: string
  readonly params: NotificationParams
  readonly request: string | null
  readonly at: Date
  readonly read_at: Date | null
}

function toMessage(row: Row, lang: Lang): Message[] {
  if (!isNotificationKind(row.kind)) return []
  const text = notificationTexts[row.kind]
  const params = inLanguage(row.params, lang)
  return [
    {
      id: row.id,
      title: renderText(text.title, lang, params),
      body: renderText(text.body, lang, params),
      ...(row.request === null ? {} : { request: row.request }),
      at: instant(row.at),
      read: row.read_at !== null,
    },
  ]
}

export interface NotificationsDeps {
  /** Pool of the role `app`. */
  readonly pool: pg.Pool
  readonly clock: () => Instant
}

export function createNotifications({ pool, clock }: NotificationsDeps): Notifications {
  const count = async (party: Party, where: string): Promise<number> => {
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::int as n from notifications.notification where party_number = $1 ${where}`,
      [partyNumber(party)],
    )
    return rows[0]?.n ?? 0
  }
  return {
    async listOf(party, lang, page = { limit: 50, offset: 0 }) {
      const { rows } = await pool.query<Row>(
        `select id, kind, params, request, at, read_at from notifications.notification
         where party_number = $1 and (not $4 or read_at is null) order by at desc, id limit $2 offset $3`,
        [partyNumber(party), page.limit, page.offset, page.unread === true],
      )
      return rows.flatMap((row) => toMessage(row, lang))
    },
    countOf: (party) => count(party, ''),
    unreadOf: (party) => count(party, 'and read_at is null'),
    async markRead(party, id) {
      await pool.query(
        `update notifications.notification set read_at = greatest($2::timestamptz, at)
         where party_number = $1 and read_at is null and ($3::text is null or id::text = $3::text)`,
        [partyNumber(party), clock(), id ?? null],
      )
    },
  }
}
