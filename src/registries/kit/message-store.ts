import type { AnswerEnvelope, RequestEnvelope } from '#core/envelope'
import type { Instant } from '#core/kernel'
import type { Sql } from '#platform/db'

export interface Answered {
  readonly hash: Buffer
  readonly wire: string
}

export interface MessageStore {
  find(id: string): Promise<{ available: boolean; answered?: Answered }>
  /** Keeps the answer and journals the question, once for each whom it is about, in one statement; false when this id was answered in the meantime. */
  keep(entry: {
    readonly request: RequestEnvelope
    readonly hash: Buffer
    readonly answer: AnswerEnvelope
    readonly wire: string
  }): Promise<boolean>
  setAvailable(available: boolean, at: Instant): Promise<void>
}

interface FoundRow {
  readonly available: boolean
  readonly request_hash: Buffer | null
  readonly answer: string | null
}

/** The inbox, journal and availability of one registry. */
export function createMessageStore(sql: Sql, schema: string): MessageStore {
  const find = `select a.available, i.request_hash, i.answer
    from ${schema}.availability a left join ${schema}.inbox i on i.id = $1`
  const keep = `with kept as (
      insert into ${schema}.inbox (id, request_hash, answer, answered_at) values ($1, $2, $3, $4)
      on conflict do nothing returning id)
    insert into ${schema}.journal
      (message_id, asked_at, from_system, service, case_id, subject, purpose, status, error_code)
    select id, $4, $5, $6, $7, subject, $9, $10, $11 from kept, unnest($8::text[]) as subject`

  return {
    async find(id) {
      const { rows } = await sql.query<FoundRow>({
        name: `${schema}.find`,
        text: find,
        values: [id],
      })
      const row = rows[0]
      if (row === undefined) throw new Error(`${schema}.availability has no row`)
      const { available, request_hash: hash, answer: wire } = row
      return hash === null || wire === null
        ? { available }
        : { available, answered: { hash, wire } }
    },

    async keep({ request, hash, answer, wire }) {
      const values = [
        request.id,
        hash,
        wire,
        answer.sentAt,
        request.from,
        request.service,
        request.case ?? null,
        [request.subject ?? null, ...(request.alsoAbout ?? [])],
        JSON.stringify(request.purpose),
        answer.status,
        answer.error?.code ?? null,
      ]
      const { rowCount } = await sql.query({ name: `${schema}.keep`, text: keep, values })
      return rowCount !== 0
    },

    async setAvailable(available, at) {
      await sql.query(`update ${schema}.availability set available = $1, since = $2`, [
        available,
        at,
      ])
    },
  }
}
