import { contracts, type EntityParticulars, type Participation } from '#core/contracts'
import { dayOf, type Instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { defineService, type RegistryService } from '#registries/kit'
import { entityQuery, findEntities } from './entity-query.ts'
import { ROLES } from './vocabulary.ts'

const inBeing = 'e.liquidated_on is null or $1::date < e.liquidated_on'
const founding = `select f.bin from reg_legal_entities.founder f
  where f.number = $2 and f.since <= $1::date and (f.until is null or $1::date < f.until)`
const heading = `select h.bin from reg_legal_entities.head h
  where h.iin = $2 and h.valid_from <= $1::date and (h.valid_to is null or $1::date < h.valid_to)`

const BY_BIN = { name: 'legal-entities.particulars', text: entityQuery('e.bin = $2') }
const PARTS = {
  name: 'legal-entities.branches',
  text: entityQuery(`e.parent = $2 and (${inBeing})`),
}
const FOUNDED = {
  name: 'legal-entities.founded',
  text: entityQuery(`e.bin in (${founding}) and (${inBeing})`),
}
const FOUNDED_OR_HEADED = {
  name: 'legal-entities.founded-or-headed',
  text: entityQuery(`e.bin in (${founding} union ${heading}) and (${inBeing})`),
}

async function entityOf(sql: Sql, bin: string, now: Instant) {
  const [entity] = await findEntities(sql, BY_BIN, [dayOf(now), bin])
  return entity
}

/** How somebody takes part in an entity that was found for them. */
function participationOf(entity: EntityParticulars, number: string): Participation {
  const founder = entity.founders.find((one) => one.number === number)
  if (founder === undefined) {
    const since = entity.head?.since ?? entity.firstRegisteredOn
    return { ...entity, role: 'head', roleText: ROLES.head, share: null, since }
  }
  const role = entity.head?.iin === number ? 'founder-and-head' : 'founder'
  const { share, since } = founder
  return { ...entity, role, roleText: ROLES[role], share, since }
}

const nothing = { status: 'no-data', body: null } as const

const registeredEntity = defineService(contracts['legal-entities.registered-entity'], {
  subject: ({ bin }) => bin,
  async answer(sql, { bin }, now) {
    const entity = await entityOf(sql, bin, now)
    return entity === undefined ? nothing : { status: 'found', body: { asOf: now, entity } }
  },
})

const branches = defineService(contracts['legal-entities.branches'], {
  subject: ({ bin }) => bin,
  async answer(sql, { bin }, now) {
    const entity = await entityOf(sql, bin, now)
    if (entity === undefined) return nothing
    const parts = await findEntities(sql, PARTS, [dayOf(now), bin])
    const status = parts.length > 0 ? 'found' : 'absent'
    return { status, body: { asOf: now, entity, branches: parts } }
  },
})

const entityParticipation = defineService(contracts['legal-entities.entity-participation'], {
  subject: ({ bin }) => bin,
  async answer(sql, { bin }, now) {
    const entity = await entityOf(sql, bin, now)
    if (entity === undefined) return nothing
    const others = await findEntities(sql, FOUNDED, [dayOf(now), bin])
    const participations = others.map((other) => participationOf(other, bin))
    const status = participations.length > 0 ? 'found' : 'absent'
    return { status, body: { asOf: now, entity, participations } }
  },
})

const personParticipation = defineService(contracts['legal-entities.person-participation'], {
  subject: ({ iin }) => iin,
  async answer(sql, { iin }, now) {
    const entities = await findEntities(sql, FOUNDED_OR_HEADED, [dayOf(now), iin])
    const participations = entities.map((entity) => participationOf(entity, iin))
    const status = participations.length > 0 ? 'found' : 'absent'
    return { status, body: { asOf: now, iin, participations } }
  },
})

/** What the four certificates from GBD UL ask for, as on the day of the question. */
export const legalEntityCertificates: readonly RegistryService[] = [
  registeredEntity,
  branches,
  entityParticipation,
  personParticipation,
]
