import { contractOf } from '#core/contracts'
import type { Json } from '#core/kernel'
import { instantAt, plainDate } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import type { RegistryService } from '#registries/kit'
import type { CivilActRow } from '../civil-act-row.ts'
import { importCivilActs, importOffices } from '../import-civil-acts.ts'
import { civilActsSchema } from '../schema.ts'
import { act, birth, changed, named, OFFICE, who } from './family.ts'

export const GRANDFATHER = '600301300100'
export const FATHER = '840301300106'
export const MOTHER = '860514400108'
export const SON = '150203500105'
export const DAUGHTER = '120202600100'
export const HALF_BROTHER = '100101500101'
export const ADOPTED = '890602300105'
/** Daughter of the adopted man. */
export const DAUGHTER_OF_ADOPTED = '150607600108'
export const FORMER_WIFE = '850101400100'
export const WIDOW = '960317400108'
export const DEAD = '950214300105'

export const mother = named('ЕСЕНОВА', 'ДАНА')
export const father = named('АХМЕТОВ', 'ЕРЛАН')
export const marriage1 = act('marriage', '2006-04-01', [
  who('husband', FATHER, father, father),
  who('wife', FORMER_WIFE, named('ОСПАНОВА', 'АЛИЯ'), named('АХМЕТОВА', 'АЛИЯ')),
])
export const divorce = act(
  'divorce',
  '2010-09-01',
  [
    who('husband', FATHER, father, father),
    who('wife', FORMER_WIFE, named('АХМЕТОВА', 'АЛИЯ'), named('ОСПАНОВА', 'АЛИЯ')),
  ],
  marriage1.number,
)
export const marriage2 = act('marriage', '2011-06-04', [
  who('husband', FATHER, father, father),
  who('wife', MOTHER, mother, named('АХМЕТОВА', 'ДАНА')),
])
const widowed = act('marriage', '2018-06-04', [
  who('husband', DEAD, named('КӘРІМОВ', 'САМАТ'), named('КӘРІМОВ', 'САМАТ')),
  who('wife', WIDOW, named('САДЫҚОВА', 'ЖАНАР'), named('КӘРІМОВА', 'ЖАНАР')),
])
export const son = birth([SON, named('АХМЕТОВ', 'АРМАН')], { father: FATHER, mother: MOTHER })
const adoptedBorn = birth([ADOPTED, named('БЕКЕНОВ', 'ОЛЖАС')], { mother: FORMER_WIFE })
const adoptive = [
  who('father', GRANDFATHER, named('АХМЕТОВ', 'БОЛАТ')),
  who('child', ADOPTED, named('БЕКЕНОВ', 'ОЛЖАС'), named('АХМЕТОВ', 'ОЛЖАС')),
]
export const RECORDS: readonly CivilActRow[] = [
  birth([GRANDFATHER, named('АХМЕТОВ', 'БОЛАТ')], {}),
  birth([FATHER, father], { father: GRANDFATHER }),
  birth([MOTHER, mother], {}),
  birth([FORMER_WIFE, named('ОСПАНОВА', 'АЛИЯ')], {}),
  birth([HALF_BROTHER, named('АХМЕТОВ', 'ТИМУР')], { father: FATHER, mother: FORMER_WIFE }),
  birth([DAUGHTER, named('АХМЕТОВА', 'САМАЛ')], { father: FATHER, mother: MOTHER }),
  // The clerk misspelt the name, and corrected it.
  changed(son, 'correction', '2015-03-01', [
    who('child', SON, named('АХМЕТОВ', 'АРМАТ')),
    ...(son.versions[0]?.participants.slice(1) ?? []),
  ]),
  changed(adoptedBorn, 'adoption', '1995-01-10', [
    who('child', ADOPTED, named('АХМЕТОВ', 'ОЛЖАС')),
    who('father', GRANDFATHER, named('АХМЕТОВ', 'БОЛАТ')),
  ]),
  act('adoption', '1995-01-10', adoptive, adoptedBorn.number),
  birth([DAUGHTER_OF_ADOPTED, named('АХМЕТОВА', 'АЙША')], { father: ADOPTED }),
  birth([WIDOW, named('САДЫҚОВА', 'ЖАНАР')], {}),
  birth([DEAD, named('КӘРІМОВ', 'САМАТ')], {}),
  act('death', '2022-03-01', [who('person', DEAD, named('КӘРІМОВ', 'САМАТ'))]),
  act('name-change', '2013-05-06', [
    who('person', MOTHER, named('АХМЕТОВА', 'ДАНА'), named('АХМЕТОВА', 'ДАНАГҮЛ')),
  ]),
  divorce,
  marriage2,
  marriage1,
  widowed,
]

export const TODAY = '2026-11-22'

/** An empty register that took these records, and a way to ask its services. */
export async function registerOfKin() {
  const db = await testDatabase([civilActsSchema])
  const pool = db.database.pool('registry_civil_acts')
  await importOffices(pool, [OFFICE])
  return {
    pool,
    report: await importCivilActs(pool, RECORDS),
    async ask(
      service: RegistryService,
      question: { readonly subject: string; readonly body: { readonly [key: string]: Json } },
      day = TODAY,
    ) {
      const now = instantAt(plainDate(day), '12:00:00')
      const alsoAbout = contractOf(service.id)?.alsoAbout?.(question.body) ?? []
      const answer = await service.answer(pool, { ...question, alsoAbout }, now)
      if (!answer.ok) throw new Error(answer.error.code)
      return answer.value
    },
    close: () => db.close(),
  }
}
