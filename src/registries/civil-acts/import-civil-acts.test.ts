import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CivilActRow, importCivilActs } from './index.ts'
import { act, birth, named, who } from './testing/family.ts'
import {
  GRANDFATHER,
  FATHER,
  SON,
  ADOPTED,
  FORMER_WIFE,
  WIDOW,
  mother,
  father,
  divorce,
  marriage2,
  RECORDS,
  registerOfKin,
} from './testing/kin.ts'

let register: Awaited<ReturnType<typeof registerOfKin>>
beforeAll(async () => {
  register = await registerOfKin()
})
afterAll(() => register.close())

test('an import takes records in the order of their days, whatever order they come in', () => {
  expect(register.report).toEqual({ accepted: RECORDS.length, rejected: [] })
})

describe('an import rejects', () => {
  const fresh = () => birth(['880101300111', named('А', 'Б')], {})
  const first = (row: CivilActRow) => row.versions.slice(0, 1)
  test.each<[string, () => CivilActRow, unknown]>([
    ['a second birth', () => birth([SON, named('А', 'Б')], {}), 'participant_born_once'],
    [
      'a wrong control digit',
      () => birth(['880101300112', named('А', 'Б')], {}),
      'participant_iin_control_digit',
    ],
    [
      'a number of another kind',
      () => ({ ...fresh(), number: '50-130-88-0009999' }),
      'record_kind',
    ],
    [
      'a number of another office',
      () => ({ ...fresh(), number: '10-131-88-0009999' }),
      'record_number_of_office',
    ],
    [
      'an office that it does not know',
      () => ({ ...fresh(), number: '10-131-88-0009999', office: '131' }),
      'record_of_office',
    ],
    [
      'a record without registration',
      () => ({ ...fresh(), versions: [] }),
      'record_without_registration',
    ],
    [
      'a marriage of one',
      () => ({
        ...marriage2,
        number: '50-130-11-0009999',
        versions: first(marriage2).map((one) => ({
          ...one,
          participants: one.participants.slice(1),
        })),
      }),
      'record_without_participant',
    ],
    [
      'a bigamist',
      () =>
        act('marriage', '2020-01-01', [
          who('husband', FATHER, father, father),
          who('wife', WIDOW, mother, mother),
        ]),
      'marriage_of_unmarried',
    ],
    [
      'a divorce of others',
      () =>
        act(
          'divorce',
          '2020-01-01',
          [who('husband', FATHER, father, father), who('wife', FORMER_WIFE, mother, mother)],
          marriage2.number,
        ),
      'divorce_of_same_spouses',
    ],
    [
      'a second divorce',
      () => ({ ...divorce, number: '60-130-20-0009999' }),
      'record_ends_marriage_once',
    ],
    [
      'a wife who is a man',
      () =>
        act('marriage', '2020-01-01', [
          who('husband', GRANDFATHER, father, father),
          who('wife', ADOPTED, father, father),
        ]),
      'participant_is_told_by_sex',
    ],
    [
      'a record of what comes after it',
      () => ({
        ...fresh(),
        versions: first(fresh()).map((one) => ({ ...one, happenedOn: '1990-01-01' })),
      }),
      'version_after_event',
    ],
    [
      'a correction without basis',
      () => {
        const row = fresh()
        const [one] = row.versions
        return {
          ...row,
          versions: one === undefined ? [] : [one, { ...one, cause: 'correction' as const }],
        }
      },
      'version_has_basis',
    ],
  ])('%s', async (_, row, code) => {
    const bad = row()
    const report = await importCivilActs(register.pool, [bad])
    expect(report).toEqual({ accepted: 0, rejected: [{ key: bad.number, code }] })
  })
})
