import { type Party, partyNumber } from '#core/kernel'
import type { CasesDeps } from './deps.ts'

/** A case whose documents stand in the list of somebody who is not its party. */
export interface SharedCase {
  readonly id: string
  readonly number: string
}

/** A page of the cabinet must cost the same for everybody. */
const MOST = 1000

const SIGNED = `
select s.id, s.number from cases.participant p
  join cases.case_state s on s.region = p.region and s.id = p.case_id
  where p.number = $1 and s.party_number <> $1 and exists (
    select from cases.signature g where g.region = p.region and g.case_id = p.case_id and g.signer = p.number)
  order by p.since desc limit ${MOST}`

const NUMBERED = `select id, number from cases.case_state where region = 'kz' and number = any ($1::text[])`

/** Cases of others that the party signed as a further applicant. */
export async function signedByParticipant(
  { pool }: CasesDeps,
  party: Party,
): Promise<readonly SharedCase[]> {
  const { rows } = await pool.query<SharedCase>({
    name: 'cases-signed-by-participant',
    text: SIGNED,
    values: [partyNumber(party)],
  })
  return rows
}

/** The cases with these numbers. Who may see them is for the caller to know. */
export async function casesNumbered(
  { pool }: CasesDeps,
  numbers: readonly string[],
): Promise<readonly SharedCase[]> {
  if (numbers.length === 0) return []
  const { rows } = await pool.query<SharedCase>({
    name: 'cases-numbered',
    text: NUMBERED,
    values: [numbers],
  })
  return rows
}
