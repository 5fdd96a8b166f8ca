import type { Actor } from '#core/engine'
import { type Instant, instant } from '#core/kernel'
import type { Sql, SqlCall } from '#platform/db'

/** Another person than the party who was asked to act in a case. */
export interface Participant {
  readonly number: string
  readonly since: Instant
}

/** Lets a person see and act in a case, as a part of the step that asks them. */
export const askParticipant = (caseId: string, number: string, at: Instant): SqlCall => ({
  name: 'cases.ask_participant',
  values: [caseId, number, at],
})

export async function participantsOf(sql: Sql, caseId: string): Promise<readonly Participant[]> {
  const { rows } = await sql.query<{ number: string; since: Date }>({
    name: 'participants',
    text: `select number, since from cases.participant where region = 'kz' and case_id = $1 order by since, number`,
    values: [caseId],
  })
  return rows.map(({ number, since }) => ({ number, since: instant(since) }))
}

/**
 * That a participant `p` of the case `s` sees it: while it is open and waits for them or others, and for ever once they have signed
 * it. Whoever was named by mistake and never signed has no more to do with it when it has ended.
 */
export const TAKES_PART = `(s.status = 'open' or exists (select from cases.signature g
  where g.region = p.region and g.case_id = p.case_id and g.signer = p.number))`

/** Whether the actor takes part in the case. Nobody does for somebody else. */
export async function isParticipant(sql: Sql, caseId: string, actor: Actor): Promise<boolean> {
  if (actor.kind !== 'applicant' || actor.party.kind !== 'person' || actor.by !== undefined)
    return false
  const { rowCount } = await sql.query({
    name: 'takes-part',
    text: `select from cases.participant p join cases.case_state s on s.region = p.region and s.id = p.case_id
      where p.region = 'kz' and p.case_id = $1 and p.number = $2 and ${TAKES_PART}`,
    values: [caseId, actor.party.iin],
  })
  return rowCount === 1
}
