import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import type pg from 'pg'
import { type OutgoingMessage, sendMessage } from '#capabilities/gateway'
import { addSeconds, type Instant, type Json, jsonText } from '#core/kernel'
import type { Job, JobContext } from '#platform/jobs'

/** Begins the key of every message that this capability sends. */
const PREFIX = 'inquiry/'
const PATIENCE_MS = 5000
const LOOK_EVERY_MS = 100

export type Inquiry = Omit<OutgoingMessage, 'key'>

export interface InquiryAnswer {
  readonly status: string
  readonly body: Json
}

export const isInquiry = (job: Job): boolean => jsonText(job.payload['key']).startsWith(PREFIX)

async function taken(pool: pg.Pool, key: string): Promise<InquiryAnswer | undefined> {
  const { rows } = await pool.query<InquiryAnswer>({
    name: 'inquiry-take',
    text: 'delete from inquiries.answer where key = $1 returning status, body',
    values: [key],
  })
  return rows[0]
}

export interface InquiriesDeps {
  readonly pool: pg.Pool
  readonly clock: () => Instant
  /** A question lies in the outbox. */
  readonly onSent: () => void
  /** How long somebody waits for an answer; 5 seconds when left out. */
  readonly patienceMs?: number
}

/** Sends the questions and keeps their answers until those who wait have taken them. */
export function createInquiries({ pool, clock, onSent, patienceMs = PATIENCE_MS }: InquiriesDeps) {
  const arrivals = new EventEmitter()
  arrivals.setMaxListeners(0)

  async function wait(key: string, until: Instant): Promise<InquiryAnswer | undefined> {
    const answer = await taken(pool, key)
    if (answer !== undefined || clock() >= until) return answer
    // An answer that another process received rings no bell here: look again after a moment.
    const signal = AbortSignal.timeout(LOOK_EVERY_MS)
    await once(arrivals, key, { signal }).catch(() => undefined)
    return wait(key, until)
  }

  return {
    /** Asks and waits for some seconds; undefined when nobody answered: the register is down or slow. */
    async ask(inquiry: Inquiry): Promise<InquiryAnswer | undefined> {
      const key = `${PREFIX}${randomUUID()}`
      await sendMessage(pool, { ...inquiry, key })
      onSent()
      return wait(key, addSeconds(clock(), patienceMs / 1000))
    },
    /** Handler of `gateway.answer` for messages of this capability; forgets answers that nobody came for. */
    async take(job: Job, _context: JobContext): Promise<void> {
      const { key, status, body } = job.payload
      await pool.query(
        `delete from inquiries.answer where answered_at < clock_timestamp() - interval '1 minute'`,
      )
      await pool.query({
        name: 'inquiry-keep',
        text: 'insert into inquiries.answer (key, status, body) values ($1, $2, $3) on conflict do nothing',
        values: [key, status, JSON.stringify(body ?? null)],
      })
      arrivals.emit(jsonText(key))
    },
  }
}

export type Inquiries = ReturnType<typeof createInquiries>
