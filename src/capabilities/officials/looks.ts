import { addSeconds, type Instant, instant, type Text } from '#core/kernel'
import type { Sql } from '#platform/db'
import type { Appointment } from './appointments.ts'
import type { OfficialsDeps } from './deps.ts'

/** A case that an official has opened on the screen. */
export interface Look {
  readonly caseId: string
  readonly caseNumber: string
  /** IINs and BINs of the people whose data the case shows. */
  readonly about: readonly string[]
}

/** A look as the person concerned reads it: who serves there, not what they are called. */
export interface LookRecord {
  readonly at: Instant
  readonly role: Text
  readonly unit: Text
  readonly caseNumber: string
}

/** Pages of a case that is worked on are loaded again and again: within these seconds it is one look. */
const ONE_LOOK_SECONDS = 600

/** Records that an official looked at a case. */
export async function keepLook(
  { pool, clock }: OfficialsDeps,
  seat: Appointment,
  { caseId, caseNumber, about }: Look,
): Promise<void> {
  const at = clock()
  await pool.query(
    `insert into officials.look (at, seat, case_id, case_number, about)
     select $1, $2, $3, $4, $5 where not exists (
       select from officials.look where case_id = $3 and seat = $2 and at > $6)`,
    [at, seat.id, caseId, caseNumber, [...new Set(about)], addSeconds(at, -ONE_LOOK_SECONDS)],
  )
}

const unnamed = (code: string): Text => ({ kk: code, ru: code, en: code })

/** Who looked at cases of a person or firm, newest first. */
export async function looksAt(
  { pool, roles, unitName }: OfficialsDeps,
  number: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<LookRecord[]> {
  const sql: Sql = pool
  const { rows } = await sql.query<{ at: Date; role: string; unit: string; case_number: string }>(
    `select l.at, a.role, a.unit, l.case_number
     from officials.look l join officials.appointment a on a.id = l.seat
     where l.about @> array[$1]::text[] order by l.at desc, l.id desc limit $2 offset $3`,
    [number, page.limit, page.offset],
  )
  return rows.map((row) => ({
    at: instant(row.at),
    role: roles[row.role] ?? unnamed(row.role),
    unit: unitName(row.role, row.unit) ?? unnamed(row.unit),
    caseNumber: row.case_number,
  }))
}
