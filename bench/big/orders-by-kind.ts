import type { Iin } from '#core/kernel'
import type { DatabaseRole } from '#platform/db'
import type { Order } from '../citizens.ts'
import type { SideEntrance } from '../side-entrance.ts'

/** What the person of an order is found by: `iin`, and columns named like the fields of the form. `$1`: how many. */
interface Orderers {
  readonly role: DatabaseRole
  readonly query: string
}

export interface KindOfOrder {
  readonly name: string
  readonly service: string
  readonly orderers: Orderers
}

const people = (columns: string): Orderers => ({
  role: 'registry_persons',
  query: `select p.iin, ${columns} from reg_persons.person p
    where p.death_date is null and p.birth_date < now() - interval '20 years'
    and exists (select from reg_persons.identity_document d where d.iin = p.iin and d.cancelled_on is null)
    order by random() limit $1`,
})

const CARD = `'УДОСТОВЕРЕНИЕ РК' as "identityDocument", '710000000' as region, 'kk' as language`

const OWNERS: Orderers = {
  role: 'registry_realty',
  query: `select r.holder as iin, 'УДОСТОВЕРЕНИЕ РК' as "identityDocument", o.region, 'kk' as language,
      'cadastralNumber' as object, o.cadastral_number as "cadastralNumber"
    from reg_realty.registered_right r join reg_realty.object o using (cadastral_number)
    where r.kind = 'ownership' and r.terminated_at is null and substring(r.holder from 5 for 1) not in ('4', '5', '6')
    order by random() limit $1`,
}

const HOLDERS: Orderers = {
  role: 'registry_land',
  query: `select h.holder_number as iin, h.cadastral_number as "cadastralNumber", 'cadastralNumber' as object
    from reg_land.holding h where h.holder_kind = 'person' and h.ended_on is null order by random() limit $1`,
}

const FOUNDERS = (columns: string): Orderers => ({
  role: 'registry_legal_entities',
  query: `select f.number as iin, ${columns} from reg_legal_entities.founder f
    join reg_legal_entities.entity e using (bin)
    where f.kind = 'person' and f.until is null and e.liquidated_on is null order by random() limit $1`,
})

const fullName = (of: string) =>
  `concat_ws(' ', ${of}.ru_surname, ${of}.ru_given, ${of}.ru_patronymic)`

const BORN: Orderers = {
  role: 'registry_civil_acts',
  query: `select c.iin, 'birth' as variant, v.happened_on::text as "birthDate", v.place_ru as "birthPlace",
      ${fullName('f')} as father, ${fullName('m')} as mother
    from reg_civil_acts.participant c
      join reg_civil_acts.version v using (number, version)
      join reg_civil_acts.participant m on m.number = c.number and m.version = c.version and m.role = 'mother'
      join reg_civil_acts.participant f on f.number = c.number and f.version = c.version and f.role = 'father'
    where c.kind = 'birth' and c.role = 'child' and c.iin is not null and v.place_ru is not null
      and v.happened_on < now() - interval '20 years'
      and not exists (select from reg_civil_acts.version w where w.number = v.number and w.version > v.version)
    order by random() limit $1`,
}

const WED: Orderers = {
  role: 'registry_civil_acts',
  query: `select c.iin, 'marriage' as variant, v.happened_on::text as "marriageDate", v.place_ru as "marriagePlace",
      ${fullName('o')} as spouse
    from reg_civil_acts.participant c
      join reg_civil_acts.version v using (number, version)
      join reg_civil_acts.participant o on o.number = c.number and o.version = c.version and o.role <> c.role
    where c.kind = 'marriage' and c.iin is not null and v.place_ru is not null
    order by random() limit $1`,
}

const land = (service: string): KindOfOrder => ({ name: service, service, orderers: HOLDERS })
const entity = (variant: string): KindOfOrder => ({
  name: `justice.legal-entity-certificate ${variant}`,
  service: 'justice.legal-entity-certificate',
  orderers: FOUNDERS(
    variant === 'personParticipation'
      ? `'${variant}' as variant`
      : `'${variant}' as variant, f.bin as "objectBin"`,
  ),
})

/** What people of the country can order for themselves on the portal and no official has a part in, up to its result. */
export const KINDS_OF_ORDERS: readonly KindOfOrder[] = [
  {
    name: 'justice.realty-absence',
    service: 'justice.realty-absence',
    orderers: people(`${CARD}, 'region' as object, 'current' as variant`),
  },
  {
    name: 'justice.realty-absence with history',
    service: 'justice.realty-absence',
    orderers: people(`${CARD}, 'region' as object, 'history' as variant`),
  },
  { name: 'justice.realty-rights', service: 'justice.realty-rights', orderers: OWNERS },
  land('land.identification-document'),
  land('land.cadastral-information'),
  land('land.plot-ownership'),
  land('land.title-document'),
  entity('registeredEntity'),
  entity('branches'),
  entity('entityParticipation'),
  entity('personParticipation'),
  {
    name: 'justice.civil-act-certificate of birth, paid',
    service: 'justice.civil-act-certificate',
    orderers: BORN,
  },
  {
    name: 'justice.civil-act-certificate of marriage, paid',
    service: 'justice.civil-act-certificate',
    orderers: WED,
  },
  {
    name: 'justice.repeat-certificate, paid, up to the notification of acceptance',
    service: 'justice.repeat-certificate',
    orderers: BORN,
  },
]

type Row = Readonly<Record<string, string>> & { readonly iin: Iin }

/** So many people who order this, each another one. */
export async function ordersOf(
  { database }: SideEntrance,
  { service, orderers: { role, query } }: KindOfOrder,
  count: number,
): Promise<Order[]> {
  // Somebody may hold two plots.
  const { rows } = await database.pool(role).query<Row>(query, [2 * count])
  const each = new Map(rows.map(({ iin, ...fields }) => [iin, { iin, service, fields }]))
  return [...each.values()].slice(0, count)
}
