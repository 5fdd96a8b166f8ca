import type { CaseState } from '#core/engine'
import { type Instant, type Party, partyNumber } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { CasesDeps } from './deps.ts'
import { TAKES_PART } from './participants.ts'

export interface CaseFilter {
  readonly status?: CaseState['status'] | 'draft'
  readonly service?: string
  /** Opened then or later. */
  readonly since?: Instant
  /** Numbers of requests that the party ordered for others, which the caller lets them see. */
  readonly forOthers?: readonly string[]
  readonly limit: number
  readonly offset: number
}

export interface ListedCase {
  readonly state: CaseState
  readonly edition: Edition
  /** Whether one is its party, was asked to take part, or ordered it for somebody else. */
  readonly as: 'party' | 'participant' | 'orderer'
}

const WHERE: Readonly<Record<NonNullable<CaseFilter['status']>, string>> = {
  draft: "s.status = 'open' and s.filed_at is null",
  open: "s.status = 'open' and s.filed_at is not null",
  finished: "s.status = 'finished'",
  refused: "s.status = 'refused'",
  withdrawn: "s.status = 'withdrawn'",
  expired: "s.status = 'expired'",
}

const NARROWED = `($5::text is null or s.service = $5)
  and ($6::timestamptz is null or s.opened_at >= $6)`
const OWN = 'cases.case_state s where s.party_number = $1'
const ASKED = `cases.participant p join cases.case_state s on s.region = p.region and s.id = p.case_id
  where p.number = $1 and s.party_number <> $1 and s.number <> all ($7::text[]) and ${TAKES_PART}`
const ORDERED = `cases.case_state s where s.region = 'kz' and s.number = any ($7::text[]) and s.party_number <> $1`
/** More than that are not counted: a page of a list must cost the same for everybody. */
const MOST_COUNTED = 1000

const listOf = (where: string) => `
with found as (
  (select s.state, s.opened_at, s.id, 'party' as "as" from ${OWN} and ${where} order by s.opened_at desc, s.id limit $4)
  union all
  (select s.state, s.opened_at, s.id, 'participant' from ${ASKED} and ${where} order by s.opened_at desc, s.id limit $4)
  union all
  (select s.state, s.opened_at, s.id, 'orderer' from ${ORDERED} and ${where} order by s.opened_at desc, s.id limit $4)
), counted as (
  select (select count(*) from (select from ${OWN} and ${where} limit ${MOST_COUNTED}) own)
    + (select count(*) from (select from ${ASKED} and ${where} limit ${MOST_COUNTED}) asked)
    + (select count(*) from (select from ${ORDERED} and ${where} limit ${MOST_COUNTED}) ordered) as total
)
select state, "as", total::int from counted left join
  (select * from found order by opened_at desc, id limit $2 offset $3) page on true`

type Row = Pick<ListedCase, 'as'> & { readonly state: CaseState | null; readonly total: number }

/**
 * The requests of a party, those that they were asked to take part in, and those that they ordered for others, newest first,
 * with how many there are in all (counted up to a thousand of each).
 */
export async function listCases(
  deps: CasesDeps,
  party: Party,
  { status, service, since, forOthers = [], limit, offset }: CaseFilter,
): Promise<{ total: number; cases: ListedCase[] }> {
  const where = `${status === undefined ? 'true' : WHERE[status]} and ${NARROWED}`
  const { rows } = await deps.pool.query<Row>({
    name: `cases-of-party-${status ?? 'all'}`,
    text: listOf(where),
    values: [
      partyNumber(party),
      limit,
      offset,
      limit + offset,
      service ?? null,
      since ?? null,
      forOthers,
    ],
  })
  const cases = rows.flatMap(({ state, as }) => {
    const edition = state === null ? undefined : deps.regulations.edition(state.edition)
    return state === null || edition === undefined ? [] : [{ state, edition, as }]
  })
  return { total: rows[0]?.total ?? 0, cases }
}

/** The numbers of those of the cases that the party ordered, by their ids. */
export async function numbersOf(
  { pool }: CasesDeps,
  party: Party,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ id: string; number: string }>({
    name: 'numbers-of-cases',
    text: `select id, number from cases.case_state
      where region = 'kz' and id = any ($1::uuid[]) and party_number = $2`,
    values: [ids, partyNumber(party)],
  })
  return new Map(rows.map(({ id, number }) => [id, number]))
}
