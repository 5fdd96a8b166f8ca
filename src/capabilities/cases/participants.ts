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

/** Whether the actor was asked to act in the case. Nobody takes part for somebody else. */
export async function isParticipant(sql: Sql, caseId: string, actor: Actor): Promise<boolean> {
  if (actor.kind !== 'applicant' || actor.party.kind !== 'person' || actor.by !== undefined)
    return false
  const { iin } = actor.party
  return (await participantsOf(sql, caseId)).some(({ number }) => number === iin)
}
