import { type Instant, instant } from '#core/kernel'
import type { Sql } from '#platform/db'

export interface Booked {
  readonly office: string
  readonly at: Instant
  /** Given back: the place may be somebody else's by now. */
  readonly released: boolean
}

export async function findBooking(sql: Sql, key: string): Promise<Booked | undefined> {
  const { rows } = await sql.query<{ office: string; at: Date; released: boolean }>({
    name: 'appointments-booking',
    text: 'select office, at, released_at is not null as released from appointments.booking where key = $1',
    values: [key],
  })
  return rows[0] && { ...rows[0], at: instant(rows[0].at) }
}

export interface Taken {
  readonly calendar: string
  readonly office: string
  /** Only hours from this moment on. */
  readonly from: Instant
  /** The case that asks: a place of its own is none that others have taken. */
  readonly but?: string
}

/** How many places are taken at each hour of an office from a moment on. */
export async function takenFrom(
  sql: Sql,
  { calendar, office, from, but }: Taken,
): Promise<ReadonlyMap<Instant, number>> {
  const { rows } = await sql.query<{ at: Date; taken: number }>({
    name: 'appointments-taken',
    text: `select at, count(*)::int as taken from appointments.booking
      where calendar = $1 and office = $2 and at >= $3 and released_at is null
        and case_id is distinct from $4 group by at`,
    values: [calendar, office, from, but ?? null],
  })
  return new Map(rows.map(({ at, taken }) => [instant(at), taken]))
}

/** A case holds one hour: what it held before is free in the same statement, first (so the count), and may be taken again. */
const TAKE = `
with earlier as (
  update appointments.booking set released_at = $7 where case_id = $2 and key <> $1 and released_at is null returning 1
)
insert into appointments.booking (key, case_id, calendar, office, at, place, places, booked_at)
select $1, $2, $3, $4, wanted.at, p.place, $6, $7
from unnest($5::timestamptz[]) with ordinality wanted(at, n) cross join generate_series(1, $6::int) p(place)
where (select count(*) from earlier) >= 0 and not exists (
  select from appointments.booking b
  where b.calendar = $3 and b.office = $4 and b.at = wanted.at and b.place = p.place and b.released_at is null
    and b.case_id <> $2
)
order by wanted.n, p.place limit 1
on conflict do nothing`

export interface Wanted {
  readonly key: string
  readonly caseId: string
  readonly calendar: string
  readonly office: string
  /** Hours in the order in which they are wanted. */
  readonly hours: readonly Instant[]
  readonly capacity: number
  readonly bookedAt: Instant
}

/** Takes the first free place instead of what the case held; false when there is none, or when somebody took it in the same moment. */
export async function takePlace(sql: Sql, wanted: Wanted): Promise<boolean> {
  const { key, caseId, calendar, office, hours, capacity, bookedAt } = wanted
  const { rowCount } = await sql.query({
    name: 'appointments-take',
    text: TAKE,
    values: [key, caseId, calendar, office, hours, capacity, bookedAt],
  })
  return rowCount === 1
}
