import type { CaseState } from '#core/engine'
import { addSeconds, type Text } from '#core/kernel'
import type { Edition, Verb } from '#core/regulation'
import type { CasesDeps } from './deps.ts'
import type { Official } from './official-policies.ts'
import { nameOfApplicant } from './request-document.ts'

export interface WorkFilter {
  /** A number of a request or of a party, or a word of the case. */
  readonly q?: string
  readonly service?: string
  /** Cases alone that wait at this verb, such as what is to be handed over. */
  readonly verb?: Verb
  readonly limit: number
  readonly offset: number
}

export interface WorkItem {
  readonly state: CaseState
  readonly edition: Edition
  readonly nameOfApplicant: Text
}

export interface Worklist {
  readonly total: number
  /** Whose term has passed. */
  readonly overdue: number
  /** Whose term passes within a day. */
  readonly soon: number
  readonly items: readonly WorkItem[]
  readonly services: readonly { readonly service: string; readonly count: number }[]
}

const DAY_SECONDS = 86_400

/** Everything that waits for the official, before it is searched. */
const MINE = `cases.case_state s where s.awaits_role = any($1::text[])
  and ($2 = '*' or s.awaits_units is null or $2 = any(s.awaits_units))
  and ($3::text[] is null or s.edition || ' ' || s.current_action = any($3))
  and ($4 = '' or s.number = $4 or s.party_number = $4 or s.state->'about'->>'number' = $4
    or exists (select from jsonb_path_query(jsonb_build_array(s.state->'data', s.state->'about'->'holder'), 'strict $.**') v
      where jsonb_typeof(v) = 'string' and position(lower($4) in lower(v #>> '{}')) > 0))`

const COUNT = `
select s.service, count(*)::int as count, count(*) filter (where s.awaits_due <= $5)::int as overdue,
  count(*) filter (where s.awaits_due > $5 and s.awaits_due <= $6)::int as soon
from ${MINE} group by s.service order by s.service`

const ITEMS = `
select s.state from ${MINE} and ($5::text is null or s.service = $5)
order by s.awaits_due nulls last, s.opened_at, s.id limit $6 offset $7`

/** The actions of all editions that are of a verb, as the database names them. */
const actionsOf = ({ regulations }: CasesDeps, verb: Verb): string[] =>
  regulations
    .services()
    .flatMap(({ id }) => regulations.editions(id))
    .flatMap((edition) =>
      Object.entries(edition.actions)
        .filter(([, { does }]) => does === verb)
        .map(([action]) => `${edition.ref} ${action}`),
    )

interface Counted {
  readonly service: string
  readonly count: number
  readonly overdue: number
  readonly soon: number
}

const total = (rows: readonly Counted[], of: 'count' | 'overdue' | 'soon'): number =>
  rows.reduce((sum, row) => sum + row[of], 0)

/** What waits for an official, the most urgent first. Counts are of all services, `total` of the one asked for. */
export async function worklist(
  deps: CasesDeps,
  official: Official,
  { q = '', service, verb, limit, offset }: WorkFilter,
): Promise<Worklist> {
  const actions = verb === undefined ? null : actionsOf(deps, verb)
  const mine = [official.roles, official.unit, actions, q.trim()]
  const now = deps.clock()
  const [counted, found] = await Promise.all([
    deps.pool.query<Counted>({
      name: 'worklist-count',
      text: COUNT,
      values: [...mine, now, addSeconds(now, DAY_SECONDS)],
    }),
    deps.pool.query<{ state: CaseState }>({
      name: 'worklist',
      text: ITEMS,
      values: [...mine, service ?? null, limit, offset],
    }),
  ])
  const asked = counted.rows.filter((row) => service === undefined || row.service === service)
  return {
    total: total(asked, 'count'),
    overdue: total(counted.rows, 'overdue'),
    soon: total(counted.rows, 'soon'),
    services: counted.rows.map((row) => ({ service: row.service, count: row.count })),
    items: found.rows.flatMap(({ state }) => {
      const edition = deps.regulations.edition(state.edition)
      return edition === undefined
        ? []
        : [{ state, edition, nameOfApplicant: nameOfApplicant(edition, state) }]
    }),
  }
}
