import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CivilRecord, contracts } from '#core/contracts'
import type { Json } from '#core/kernel'
import { civilActsChildren, civilActsFindRecord } from './index.ts'
import {
  GRANDFATHER,
  FATHER,
  MOTHER,
  SON,
  DAUGHTER,
  HALF_BROTHER,
  ADOPTED,
  FORMER_WIFE,
  marriage1,
  divorce,
  marriage2,
  son,
  TODAY,
  registerOfKin,
} from './testing/kin.ts'

let register: Awaited<ReturnType<typeof registerOfKin>>
beforeAll(async () => {
  register = await registerOfKin()
})
afterAll(() => register.close())

describe('a record', () => {
  async function find(iin: string, kind: string, stated: Json = null, day = TODAY) {
    const { body } = await register.ask(
      civilActsFindRecord,
      { subject: iin, body: { iin, kind, stated } },
      day,
    )
    return body === null
      ? undefined
      : (contracts['civil-acts.find-record'].answer.parse(body) satisfies CivilRecord)
  }

  test('of birth is told to the child with its parents, as last corrected', async () => {
    const found = await find(SON, 'birth')
    expect(found).toMatchObject({
      recordNumber: son.number,
      happenedOn: '2015-02-03',
      office: { code: '130' },
      person: { iin: SON, fullName: { kk: 'АХМЕТОВ АРМАТ' }, birthYear: 2015 },
      father: { iin: FATHER },
      mother: { iin: MOTHER },
      husband: null,
      before: null,
    })
    expect((await find(SON, 'birth', null, '2015-02-28'))?.person?.fullName.kk).toBe(
      'АХМЕТОВ АРМАН',
    )
    expect(await find(FATHER, 'paternity')).toBeUndefined()
  })

  test('of marriage is told to both spouses: the last one, or the one that is stated', async () => {
    const last = { recordNumber: marriage2.number, wife: { fullName: { kk: 'ЕСЕНОВА ДАНА' } } }
    expect(await find(FATHER, 'marriage')).toMatchObject(last)
    expect(await find(MOTHER, 'marriage')).toMatchObject({
      ...last,
      surnamesAfter: { husband: { kk: 'АХМЕТОВ' }, wife: { kk: 'АХМЕТОВА' } },
      husband: { birthYear: 1984 },
    })
    for (const stated of [{ spouse: 'Оспанова Алия' }, { date: '2006-04-01' }])
      expect((await find(FATHER, 'marriage', stated))?.recordNumber).toBe(marriage1.number)
    expect(await find(SON, 'marriage')).toBeUndefined()
  })

  test('that does not agree with what is stated is absent', async () => {
    for (const stated of [{ spouse: 'Иванова' }, { date: '2006-04-02' }, { place: 'Алматы' }])
      expect(await find(FATHER, 'marriage', stated)).toBeUndefined()
    for (const stated of [
      { place: 'с. Көкпекті' },
      { place: 'Кокпекты' },
      { place: 'көкпекты, Абай облысы' },
      { place: 'Кокпектинский район', father: 'әке болат' },
    ])
      expect(await find(SON, 'birth', stated)).toBeDefined()
    expect(await find(SON, 'birth', { mother: 'Басқа' })).toBeUndefined()
  })

  test('of divorce and of a change of name tell before and after', async () => {
    expect(await find(FORMER_WIFE, 'divorce', { place: 'Көкпекті' })).toMatchObject({
      recordNumber: divorce.number,
      surnamesAfter: { husband: { kk: 'АХМЕТОВ' }, wife: { kk: 'ОСПАНОВА' } },
    })
    expect(await find(MOTHER, 'name-change', { formerSurname: 'Ахметова' })).toMatchObject({
      person: { fullName: { kk: 'АХМЕТОВА ДАНАГҮЛ' } },
      before: { given: { kk: 'ДАНА' }, patronymic: null },
      after: { given: { kk: 'ДАНАГҮЛ' } },
    })
  })

  test('of adoption is told to the adoptive parent and kept from the child', async () => {
    expect(await find(GRANDFATHER, 'adoption')).toMatchObject({
      person: { fullName: { kk: 'АХМЕТОВ ОЛЖАС' } },
      before: { surname: { kk: 'БЕКЕНОВ' } },
      mother: null,
    })
    expect(await find(ADOPTED, 'adoption')).toBeUndefined()
    expect(await find(ADOPTED, 'birth')).toMatchObject({
      father: { iin: GRANDFATHER },
      mother: null,
    })
  })

  test('is not there before its day', async () => {
    expect(await find(FATHER, 'divorce', null, '2010-08-31')).toBeUndefined()
  })
})

describe('children', () => {
  const childrenOf = async (iin: string) =>
    (await register.ask(civilActsChildren, { subject: iin, body: { iin } })).body as {
      children: unknown[]
    } | null
  test('are those of today’s records of birth, with the day since when', async () => {
    expect(await childrenOf(FATHER)).toMatchObject({
      children: [
        { iin: HALF_BROTHER },
        { iin: DAUGHTER },
        { iin: SON, relation: 'father', since: '2015-02-03', fullName: { kk: 'АХМЕТОВ АРМАТ' } },
      ],
    })
    expect(await childrenOf(GRANDFATHER)).toMatchObject({
      children: [{ iin: FATHER }, { iin: ADOPTED, since: '1995-01-10' }],
    })
  })
  test('given up for adoption are nobody’s of those who bore them; who has none is absent', async () => {
    expect(await childrenOf(FORMER_WIFE)).toMatchObject({ children: [{ iin: HALF_BROTHER }] })
    expect(await childrenOf(SON)).toBeNull()
  })
})
