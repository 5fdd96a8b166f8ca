import { z } from 'zod'
import {
  entityParticulars,
  participation,
  type Participation,
  SAMPLE_BRANCH,
  SAMPLE_ENTITY,
} from './entity-shapes.ts'
import { bin, iin, instant } from './shapes.ts'

const NOW = '2026-11-22T06:00:00.000Z'
const request = z.object({ bin })
const read = { asOf: instant, entity: entityParticulars }

const registered = z.object(read)
export type RegisteredEntity = z.output<typeof registered>

/** GBD UL: a registered legal entity, branch or representative office. `no-data`: no such BIN. */
export const legalEntitiesRegisteredEntity = {
  id: 'legal-entities.registered-entity',
  system: 'legal-entities',
  name: {
    kk: 'Тіркелген заңды тұлға, филиал немесе өкілдік туралы',
    ru: 'О зарегистрированном юридическом лице, филиале или представительстве',
    en: 'Registered legal entity, branch or representative office',
  },
  request,
  answer: registered,
  sample: { found: { asOf: NOW, entity: SAMPLE_ENTITY } satisfies RegisteredEntity },
} as const

const branches = z.object({ ...read, branches: z.array(entityParticulars) })
export type EntityBranches = z.output<typeof branches>

/** GBD UL: branches and representative offices in being. `absent`: it has none, which is certified; `no-data`: no such BIN. */
export const legalEntitiesBranches = {
  id: 'legal-entities.branches',
  system: 'legal-entities',
  name: {
    kk: 'Заңды тұлғаның филиалдары мен өкілдіктерінің болуы туралы',
    ru: 'О наличии филиалов и представительств юридического лица',
    en: 'Branches and representative offices of a legal entity',
  },
  request,
  answer: branches,
  sample: {
    found: { asOf: NOW, entity: SAMPLE_ENTITY, branches: [SAMPLE_BRANCH] } satisfies EntityBranches,
    absent: { asOf: NOW, entity: SAMPLE_ENTITY, branches: [] } satisfies EntityBranches,
  },
} as const

const entityIn = z.object({ ...read, participations: z.array(participation) })
export type EntityParticipation = z.output<typeof entityIn>

const SAMPLE_SHARE: Participation = {
  ...SAMPLE_ENTITY,
  bin: '050640000109',
  founders: [
    {
      kind: 'entity',
      number: SAMPLE_ENTITY.bin,
      name: SAMPLE_ENTITY.name,
      share: '1/3',
      since: '2014-05-20',
    },
  ],
  role: 'founder',
  roleText: { kk: 'құрылтайшы (қатысушы)', ru: 'учредитель (участник)' },
  share: '1/3',
  since: '2014-05-20',
}

/** GBD UL: other legal entities in which one takes part. `absent`: none, which is certified; `no-data`: no such BIN. */
export const legalEntitiesEntityParticipation = {
  id: 'legal-entities.entity-participation',
  system: 'legal-entities',
  name: {
    kk: 'Заңды тұлғаның басқа заңды тұлғаларға қатысуы туралы',
    ru: 'Об участии юридического лица в других юридических лицах',
    en: 'Participation of a legal entity in other legal entities',
  },
  request,
  answer: entityIn,
  sample: {
    found: {
      asOf: NOW,
      entity: SAMPLE_ENTITY,
      participations: [SAMPLE_SHARE],
    } satisfies EntityParticipation,
    absent: { asOf: NOW, entity: SAMPLE_ENTITY, participations: [] } satisfies EntityParticipation,
  },
} as const

const personIn = z.object({ asOf: instant, iin, participations: z.array(participation) })
export type PersonParticipation = z.output<typeof personIn>

/**
 * GBD UL: legal entities, branches and representative offices of which a person is a founder or the head. `absent`: none, which is
 * certified: the register does not know who is not in it.
 */
export const legalEntitiesPersonParticipation = {
  id: 'legal-entities.person-participation',
  system: 'legal-entities',
  name: {
    kk: 'Жеке тұлғаның заңды тұлғаларға, филиалдар мен өкілдіктерге қатысуы туралы',
    ru: 'Об участии физического лица в юридических лицах, филиалах и представительствах',
    en: 'Participation of a natural person in legal entities, branches and representative offices',
  },
  request: z.object({ iin }),
  answer: personIn,
  sample: {
    found: {
      asOf: NOW,
      iin: '810921300640',
      participations: [
        {
          ...SAMPLE_ENTITY,
          role: 'founder-and-head',
          roleText: {
            kk: 'құрылтайшы (қатысушы) және бірінші басшы',
            ru: 'учредитель (участник) и первый руководитель',
          },
          share: '1/2',
          since: '2012-01-16',
        },
      ],
    } satisfies PersonParticipation,
    absent: { asOf: NOW, iin: '840731400431', participations: [] } satisfies PersonParticipation,
  },
} as const
