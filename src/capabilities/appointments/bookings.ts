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

/** How many places are taken at each hour of an office from a moment on. */
export async function takenFrom(
  sql: Sql,
  { calendar, office }: { readonly calendar: string; readonly office: string },
  from: Instant,
): Promise<ReadonlyMap<Instant, number>> {
  const { rows } = await sql.query<{ at: Date; taken: number }>({
    name: 'appointments-taken',
    text: `select at, count(*)::int as taken from appointments.booking
      where calendar = $1 and office = $2 and at >= $3 and released_at is null group by at`,
    values: [calendar, office, from],
  })
  return new Map(rows.map(({ at, taken }) => [instant(at), taken]))
}

const TAKE = `
insert into appointments.booking (key, case_id, calendar, office, at, place, places, booked_at)
select $1, $2, $3, $4, wanted.at, p.place, $6, $7
from unnest($5::timestamptz[]) with ordinality wanted(at, n) cross join generate_series(1, $6::int) p(place)
where not exists (
  select from appointments.booking b
  where b.calendar = $3 and b.office = $4 and b.at = wanted.at and b.place = p.place and b.released_at is null
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

/** Takes the first free place; false when there is none, or when somebody took it in the same moment. */
export async function takePlace(sql: Sql, wanted: Wanted): Promise<boolean> {
  const { key, caseId, calendar, office, hours, capacity, bookedAt } = wanted
  const { rowCount } = await sql.query({
    name: 'appointments-take',
    text: TAKE,
    values: [key, caseId, calendar, office, hours, capacity, bookedAt],
  })
  return rowCount === 1
}
