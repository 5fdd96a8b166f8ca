import type pg from 'pg'
import type { Instant, Text } from '#core/kernel'

export interface OfficialsDeps {
  /** Pool of the role `app`. */
  readonly pool: pg.Pool
  readonly clock: () => Instant
  /** Roles that regulations name, with their names. */
  readonly roles: Readonly<Record<string, Text>>
  /** What the unit of that role is called: an office, a territory, a body, `*`. Undefined when there is none. */
  readonly unitName: (role: string, unit: string) => Text | undefined
}
