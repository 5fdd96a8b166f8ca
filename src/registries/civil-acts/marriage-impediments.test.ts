import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contracts } from '#core/contracts'
import { civilActsMarriageImpediments } from './index.ts'
import {
  ADOPTED,
  DAUGHTER,
  DAUGHTER_OF_ADOPTED,
  DEAD,
  FATHER,
  FORMER_WIFE,
  GRANDFATHER,
  HALF_BROTHER,
  MOTHER,
  registerOfKin,
  SON,
  TODAY,
  WIDOW,
} from './testing/kin.ts'

let register: Awaited<ReturnType<typeof registerOfKin>>
beforeAll(async () => {
  register = await registerOfKin()
})
afterAll(() => register.close())

describe('impediments to a marriage', () => {
  async function between(first: string, second: string, day = TODAY) {
    const { status, body } = await register.ask(
      civilActsMarriageImpediments,
      { subject: first, body: { applicants: [first, second] } },
      day,
    )
    if (body === null) return status
    const { impediments } = contracts['civil-acts.marriage-impediments'].answer.parse(body)
    return [status, ...impediments.map(({ code }) => code)]
  }
  test.each<[string, readonly [string, string, string], string[]]>([
    ['there are none', [GRANDFATHER, FORMER_WIFE, TODAY], ['absent']],
    ['a widow may marry', [WIDOW, GRANDFATHER, TODAY], ['absent']],
    ['the divorced may marry', [FATHER, MOTHER, '2011-06-03'], ['absent']],
    ['one is married', [FATHER, FORMER_WIFE, TODAY], ['found', 'already-married']],
    ['both are married', [FATHER, MOTHER, TODAY], ['found', 'already-married', 'already-married']],
    ['one is dead', [FORMER_WIFE, DEAD, TODAY], ['found', 'dead']],
    ['one is a child', [SON, FORMER_WIFE, TODAY], ['found', 'under-age']],
    ['one sex', [GRANDFATHER, ADOPTED, '1994-12-31'], ['found', 'same-sex', 'under-age']],
    [
      'parent and child',
      [FATHER, DAUGHTER, '2031-01-01'],
      ['found', 'already-married', 'close-relatives'],
    ],
    ['siblings', [SON, DAUGHTER, '2034-01-01'], ['found', 'close-relatives']],
    ['half siblings', [HALF_BROTHER, DAUGHTER, '2034-01-01'], ['found', 'close-relatives']],
    ['grandparent', [DAUGHTER, GRANDFATHER, '2034-01-01'], ['found', 'close-relatives']],
    ['an adoption', [ADOPTED, GRANDFATHER, TODAY], ['found', 'same-sex', 'adoption']],
    ['children of the adopter', [ADOPTED, FATHER, '2011-01-01'], ['found', 'same-sex', 'adoption']],
    [
      'the mother who gave up the child',
      [ADOPTED, FORMER_WIFE, TODAY],
      ['found', 'close-relatives'],
    ],
    [
      'the grandmother whose son others adopted',
      [DAUGHTER_OF_ADOPTED, FORMER_WIFE, '2034-01-01'],
      ['found', 'same-sex', 'close-relatives'],
    ],
    ['who adopted the father', [DAUGHTER_OF_ADOPTED, GRANDFATHER, '2034-01-01'], ['absent']],
    ['one and the same', [FATHER, FATHER, '2011-01-01'], ['found', 'same-person']],
  ])('%s', async (_, [first, second, day], expected) => {
    expect(await between(first, second, day)).toEqual(expected)
    if (first !== second) expect(await between(second, first, day)).toEqual(expected)
  })
  test('cannot be told about a person whom the register does not know', async () => {
    expect(await between(FORMER_WIFE, '900115300102')).toBe('no-data')
  })
})
