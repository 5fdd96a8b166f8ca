import { contracts, type ImpedimentCode, type MarriageAcceptance } from '#core/contracts'
import { dayOf, type Instant, instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { defineService } from '#registries/kit'
import { APPLICATION } from './accept-marriage-application.ts'
import { IMPEDIMENTS } from './impediments.ts'

interface Found {
  readonly known: boolean
  readonly impediments: readonly { readonly code: ImpedimentCode; readonly iin: string | null }[]
}

/**
 * What the records tell on the day $3 about $1 and $2. Blood ties stand in records of birth as they were before an adoption; the
 * adoptive ones in records of adoption.
 */
const QUERY = `
with known as (
  select iin, sex, birth_date from reg_civil_acts.standing($3::date)
  where kind = 'birth' and role = 'child' and iin in ($1, $2)),
dead as (
  select iin from reg_civil_acts.standing($3::date) where kind = 'death' and iin in ($1, $2)),
married as (
  select m.iin from reg_civil_acts.standing($3::date) m
  where m.kind = 'marriage' and m.iin in ($1, $2)
    and not exists (select from reg_civil_acts.record d
      where d.kind = 'divorce' and d.ref = m.number and d.recorded_on <= $3::date)
    and not exists (select from reg_civil_acts.participant partner
      join reg_civil_acts.standing($3::date) gone on gone.kind = 'death' and gone.iin = partner.iin
      where partner.number = m.number)),
birth_parent as not materialized (
  select c.iin as child, p.iin as parent
  from reg_civil_acts.participant c
  join reg_civil_acts.version v on v.number = c.number and v.version = c.version
  join reg_civil_acts.participant p on p.number = c.number and p.version = c.version and p.role in ('father', 'mother')
  where c.kind = 'birth' and c.role = 'child' and v.since <= $3::date
    and v.version = (select max(w.version) from reg_civil_acts.version w
      where w.number = v.number and w.since <= $3::date and w.cause <> 'adoption')),
parent as (
  select child, parent, 'blood' as tie from birth_parent where child in ($1, $2)
  union all
  select c.iin, p.iin, 'adoption'
  from reg_civil_acts.standing($3::date) c
  join reg_civil_acts.standing($3::date) p on p.number = c.number and p.role in ('father', 'mother')
  where c.kind = 'adoption' and c.role = 'child' and c.iin in ($1, $2)),
grandparent as (
  select near.child, far.parent
  from parent near join birth_parent far on far.child = near.parent
  where near.tie = 'blood'),
found as (
  select 1 as nth, 'same-person' as code, null::text as iin where $1 = $2
  union all
  select 2, 'same-sex', null where $1 <> $2 and (select count(distinct sex) from known) = 1
  union all
  select 3, 'dead', iin from dead
  union all
  select 4, 'under-age', iin from known where birth_date + interval '18 years' > $3::date
  union all
  select 5, 'already-married', iin from (select distinct iin from married) m
  union all
  select 6, 'close-relatives', null where $1 <> $2 and (
    exists (select from parent where tie = 'blood' and ((child = $1 and parent = $2) or (child = $2 and parent = $1)))
    or exists (select from grandparent where (child = $1 and parent = $2) or (child = $2 and parent = $1))
    or exists (select from parent a join parent b on a.parent = b.parent
      where a.tie = 'blood' and b.tie = 'blood' and a.child = $1 and b.child = $2))
  union all
  select 7, 'adoption', null where $1 <> $2 and (
    exists (select from parent where tie = 'adoption' and ((child = $1 and parent = $2) or (child = $2 and parent = $1)))
    or exists (select from parent a join parent b on a.parent = b.parent
      where 'adoption' in (a.tie, b.tie) and a.child = $1 and b.child = $2)))
select (select count(*) from known) = (case when $1 = $2 then 1 else 2 end) as known,
  coalesce(json_agg(json_build_object('code', code, 'iin', iin) order by nth, iin)
    filter (where code is not null), '[]') as impediments
from found`

/** Accepted already, for a moment after $3: what an official should know before a second one is. */
const APPLICATIONS = `${APPLICATION}
where (a.first in ($1, $2) or a.second in ($1, $2)) and a.at > $3 order by a.at, a.serial`

async function applicationsOf(sql: Sql, applicants: readonly string[], now: Instant) {
  const values = [...applicants, now]
  const { rows } = await sql.query<MarriageAcceptance & { at: Date }>(APPLICATIONS, values)
  return rows.map((row) => ({ ...row, at: instant(row.at) }))
}

/**
 * `civil-acts.marriage-impediments`: what stands in the way of a marriage of two persons today. `absent`: nothing that the register
 * knows; `no-data`: it does not know one of them.
 */
export const civilActsMarriageImpediments = defineService(
  contracts['civil-acts.marriage-impediments'],
  {
    subject: ({ applicants: [first] }) => first,
    async answer(sql, { applicants }, now) {
      const { rows } = await sql.query<Found>({
        name: 'civil-acts.marriage-impediments',
        text: QUERY,
        values: [...applicants, dayOf(now)],
      })
      const { known, impediments } = rows[0] ?? { known: false, impediments: [] }
      if (!known) return { status: 'no-data', body: null }
      const applications = await applicationsOf(sql, applicants, now)
      const body = {
        ...(applications.length > 0 && { applications }),
        impediments: impediments.map((one) => ({ ...one, text: IMPEDIMENTS[one.code] })),
      }
      return { status: impediments.length === 0 ? 'absent' : 'found', body }
    },
  },
)
