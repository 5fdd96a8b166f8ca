import type { CaseState } from '#core/engine'
import { type Instant, instant } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { CasesDeps } from './deps.ts'
import type { Official } from './official-policies.ts'

/** What an official did in a case. */
export interface Deed {
  readonly state: CaseState
  readonly edition: Edition
  /** Null for a refusal without a notification, which ends the case as such. */
  readonly action: string | null
  readonly outcome: string
  readonly at: Instant
}

const MOST = 200

const DEEDS = `
select s.state, e.type, e.data->>'action' as action, e.data->>'outcome' as outcome, e.at,
  count(*) over ()::int as total
from cases.case_event e join cases.case_state s on s.region = e.region and s.id = e.case_id
where e.actor->>'kind' = 'official' and e.actor->>'id' = $1 and e.at >= $2
  and e.type in ('completed', 'concluded', 'decided', 'refused')
order by e.at desc, e.case_id, e.seq desc limit ${MOST}`

interface Row {
  readonly state: CaseState
  readonly type: string
  readonly action: string | null
  readonly outcome: string | null
  readonly at: Date
  readonly total: number
}

/** The deeds of an official since a moment, the last one first; the last two hundred. */
export async function doneBy(
  deps: CasesDeps,
  { id }: Official,
  since: Instant,
): Promise<{ total: number; items: readonly Deed[] }> {
  const { rows } = await deps.pool.query<Row>({
    name: 'cases-done-by',
    text: DEEDS,
    values: [id, since],
  })
  const items = rows.flatMap(({ state, type, action, outcome, at }) => {
    const edition = deps.regulations.edition(state.edition)
    if (edition === undefined) return []
    return [{ state, edition, action, outcome: outcome ?? type, at: instant(at) }]
  })
  return { total: rows[0]?.total ?? 0, items }
}
