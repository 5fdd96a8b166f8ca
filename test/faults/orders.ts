import type { Iin } from '#core/kernel'
import type { Official } from '#capabilities/cases'
import type { Platform } from '../../src/main/platform.ts'
import { BORN, namesOf, SINGLES } from '../scenarios/people.ts'

/** Somebody of the country, and what they order with which answers. */
export interface Order {
  /** Who orders. */
  readonly iin: Iin
  readonly service: string
  readonly fields: Readonly<Record<string, string>>
  /** The right by which they order for somebody else: `head:<BIN>`, `attorney:<number of the power>`. */
  readonly onBehalf?: string
  /** The other applicant, who signs too. */
  readonly partner?: Iin
  /** What officials decide, by action. A case that reaches another action of an official has gone as far as systems take it. */
  readonly decisions?: Readonly<Record<string, string>>
}

export const decisionsIn = ({ decisions = {} }: Order): Readonly<Record<string, string>> =>
  decisions

/** Who decides, by role. */
export const OFFICIALS: Readonly<Record<string, Official>> = {
  'justice.civil-registry-specialist': {
    kind: 'official',
    id: '840731400431',
    roles: ['justice.civil-registry-specialist'],
    unit: '130',
  },
}

type Role =
  | 'registry_persons'
  | 'registry_land'
  | 'registry_civil_acts'
  | 'registry_realty'
  | 'registry_legal_entities'
  | 'registry_notary'

interface Kind {
  readonly services: readonly string[]
  readonly role: Role
  /**
   * Gives `iin` and the answers, as columns named like the fields; `onBehalf`; `party`, for whom, where that is not who orders.
   * `$1`: how many.
   */
  readonly query: string
  readonly decisions?: Order['decisions']
}

/** Grown people with a card of identity. */
const ANYBODY = `
  select p.iin, 'УДОСТОВЕРЕНИЕ РК' as "identityDocument", '710000000' as region, 'region' as object, 'kk' as language,
    case when p.iin::bigint % 2 = 0 then 'current' else 'history' end as variant
  from reg_persons.person p
  where p.death_date is null and p.birth_date < now() - interval '20 years'
    and exists (select from reg_persons.identity_document d where d.iin = p.iin and d.cancelled_on is null)
  order by p.iin limit $1`

const HOLDERS = `
  select distinct on (h.holder_number) h.holder_number as iin, h.cadastral_number as "cadastralNumber", 'cadastralNumber' as object
  from reg_land.holding h where h.holder_kind = 'person' and h.ended_on is null order by h.holder_number limit $1`

const WED = `
  select c.iin, 'marriage' as variant, v.happened_on::text as "marriageDate", v.place_ru as "marriagePlace", ${namesOf('o')} as spouse
  from reg_civil_acts.participant c
    join reg_civil_acts.version v using (number, version)
    join reg_civil_acts.participant o on o.number = c.number and o.version = c.version and o.role <> c.role
  where c.kind = 'marriage' and c.iin is not null and v.place_ru is not null
  order by c.iin limit $1`

const RIGHTS = `
  select distinct on (r.holder) r.holder as iin, r.cadastral_number as "cadastralNumber", 'cadastralNumber' as object,
    o.region, 'УДОСТОВЕРЕНИЕ РК' as "identityDocument", 'kk' as language
  from reg_realty.registered_right r join reg_realty.object o using (cadastral_number)
  where r.terminated_at is null and substr(r.holder, 5, 1) < '4' order by r.holder limit $1`

/** Heads of firms, for the firm. */
const HEADS = `
  select h.iin, e.bin as party, 'head:' || e.bin as "onBehalf", e.bin as "objectBin",
    case when e.bin::bigint % 2 = 0 then 'registeredEntity' else 'branches' end as variant
  from reg_legal_entities.entity e join reg_legal_entities.head h on h.bin = e.bin and h.valid_to is null
  where e.kind = 'head' and e.liquidated_on is null order by e.bin limit $1`

/** Representatives by a power of attorney that lets them order about real property. */
const ATTORNEYS = `
  select distinct on (p.principal) p.representative as iin, p.principal as party, 'attorney:' || p.number as "onBehalf",
    'УДОСТОВЕРЕНИЕ РК' as "identityDocument", '710000000' as region, 'region' as object, 'kk' as language, 'current' as variant
  from reg_notary.power p
  where p.principal_kind = 'person' and p.valid_until > now() + interval '1 day'
    and not exists (select from reg_notary.revocation r where r.number = p.number)
    and exists (select from reg_notary.power_code c
      where c.number = p.number and c.code in ('realty.certificates', 'state-services'))
  order by p.principal limit $1`

/** Two and two of those who may marry. */
const COUPLES = `
  with single as (${SINGLES}), numbered as (
    select iin, sex, row_number() over (partition by sex order by iin) as n from single)
  select b.iin, g.iin as partner, '130' as office from numbered b join numbered g on g.n = b.n and g.sex = 'male'
  where b.sex = 'female' order by b.n limit $1`

const KINDS: readonly Kind[] = [
  { services: ['justice.realty-absence'], role: 'registry_notary', query: ATTORNEYS },
  { services: ['justice.realty-absence'], role: 'registry_persons', query: ANYBODY },
  { services: ['justice.realty-rights'], role: 'registry_realty', query: RIGHTS },
  {
    services: ['justice.legal-entity-certificate'],
    role: 'registry_legal_entities',
    query: HEADS,
  },
  {
    services: ['justice.marriage-application'],
    role: 'registry_civil_acts',
    query: COUPLES,
    decisions: { check: 'complete' },
  },
  {
    services: [
      'land.plot-ownership',
      'land.identification-document',
      'land.cadastral-information',
      'land.title-document',
    ],
    role: 'registry_land',
    query: HOLDERS,
  },
  {
    services: ['justice.civil-act-certificate', 'justice.repeat-certificate'],
    role: 'registry_civil_acts',
    query: BORN,
  },
  { services: ['justice.civil-act-certificate'], role: 'registry_civil_acts', query: WED },
]

interface Row {
  readonly iin: Iin
  readonly party?: string
  readonly onBehalf?: string
  readonly partner?: Iin
  readonly [field: string]: string | undefined
}

/** Whose request it is, and the order. */
type Queued = readonly [party: string, order: Order]

async function ofKind(
  { database }: Platform,
  { role, query, decisions }: Kind,
  service: string,
  count: number,
): Promise<Queued[]> {
  const { rows } = await database.pool(role).query<Row>(query, [count])
  return rows.map(({ iin, party, onBehalf, ...columns }) => {
    const { partner } = columns
    const order: Order = {
      iin,
      service,
      fields: columns as Readonly<Record<string, string>>,
      ...(onBehalf === undefined ? {} : { onBehalf }),
      ...(partner === undefined ? {} : { partner }),
      ...(decisions === undefined ? {} : { decisions }),
    }
    return [party ?? iin, order]
  })
}

/** Orders of every kind of service, in turn, so many in all; nobody has two of one service. */
export async function ordersFor(platform: Platform, count: number): Promise<readonly Order[]> {
  const queues: Queued[][] = []
  for (const kind of KINDS)
    for (const service of kind.services) queues.push(await ofKind(platform, kind, service, count))
  const taken = new Set<string>()
  const chosen: Order[] = []
  while (chosen.length < count && queues.some(({ length }) => length > 0))
    for (const queue of queues) {
      const next = queue.shift()
      if (next === undefined || chosen.length === count) continue
      const [party, order] = next
      if (taken.has(`${order.service} ${party}`)) continue
      taken.add(`${order.service} ${party}`)
      chosen.push(order)
    }
  if (chosen.length < count) throw new Error(`only ${chosen.length} orders for ${count} cases`)
  return chosen
}
