import { type Iin, instant, type Instant, type Party, partyNumber } from '#core/kernel'
import type { Sql } from '#platform/db'
import type { Basis, Mandate } from './mandate.ts'

/** A request that somebody makes for another. */
export interface Acting {
  readonly request: string
  readonly iin: Iin
  /** Of the one who acts. */
  readonly name: { readonly kk: string; readonly ru: string }
  readonly basis: Basis
  /** Key of the right. */
  readonly key: string
  readonly principal: Mandate['principal']
  readonly at: Instant
}

interface Row {
  readonly request: string
  readonly iin: string
  readonly name_kk: string
  readonly name_ru: string
  readonly basis: Basis
  readonly mandate: string
  readonly principal_kind: Party['kind']
  readonly principal: string
  readonly principal_kk: string
  readonly principal_ru: string
  readonly at: Date
}

/** The constraints of the table make the casts true. */
const partyOf = ({ principal_kind: kind, principal }: Row): Party =>
  kind === 'person'
    ? { kind, iin: principal as Iin }
    : { kind, bin: principal as Extract<Party, { kind: 'entity' }>['bin'] }

const toActing = (row: Row): Acting => ({
  request: row.request,
  iin: row.iin as Iin,
  name: { kk: row.name_kk, ru: row.name_ru },
  basis: row.basis,
  key: row.mandate,
  principal: { party: partyOf(row), name: { kk: row.principal_kk, ru: row.principal_ru } },
  at: instant(row.at),
})

const INSERT = `
insert into representation.acting (request, iin, name_kk, name_ru, basis, mandate, principal_kind, principal,
  principal_kk, principal_ru, at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (request, iin) do nothing`

/** Keeps who ordered a request for whom, once. */
export async function keepActing(sql: Sql, acting: Acting): Promise<void> {
  const { request, iin, name, basis, key, principal, at } = acting
  const { party } = principal
  const side = [party.kind, partyNumber(party), principal.name.kk, principal.name.ru]
  await sql.query({
    name: 'acting-keep',
    text: INSERT,
    values: [request, iin, name.kk, name.ru, basis, key, ...side, at],
  })
}

/** Whether a person makes that request for somebody else. */
export async function actingIn(sql: Sql, request: string, iin: Iin): Promise<Acting | undefined> {
  const { rows } = await sql.query<Row>({
    name: 'acting-in',
    text: 'select * from representation.acting where request = $1 and iin = $2',
    values: [request, iin],
  })
  const [row] = rows
  return row === undefined ? undefined : toActing(row)
}

/** What a person ordered for others, newest first. */
export async function orderedBy(sql: Sql, iin: Iin, limit: number): Promise<readonly Acting[]> {
  const { rows } = await sql.query<Row>({
    name: 'acting-ordered',
    text: `select * from representation.acting where iin = $1 order by at desc, request limit $2`,
    values: [iin, limit],
  })
  return rows.map(toActing)
}

/** What a person did for others, and what others did for a party; newest first. */
export async function actingHistory(
  sql: Sql,
  number: string,
  limit: number,
): Promise<readonly Acting[]> {
  const { rows } = await sql.query<Row>({
    name: 'acting-history',
    text: `select * from representation.acting where iin = $1 or principal = $1 order by at desc, request limit $2`,
    values: [number, limit],
  })
  return rows.map(toActing)
}
