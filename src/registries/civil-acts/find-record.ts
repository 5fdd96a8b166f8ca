import { type CivilRecord, contracts, type RecordQuestion } from '#core/contracts'
import { dayOf, type Instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { defineService } from '#registries/kit'
import { agrees } from './agrees.ts'
import { type Participant, recordOf } from './record-of.ts'

/** To whom certificates of a record are given: to the child of a birth, but of an adoption to the adoptive parents alone. */
const ENTITLED: Readonly<Record<CivilRecord['kind'], readonly Participant['role'][]>> = {
  birth: ['child'],
  marriage: ['husband', 'wife'],
  divorce: ['husband', 'wife'],
  'name-change': ['person'],
  paternity: ['child', 'father', 'mother'],
  adoption: ['father', 'mother'],
}

/** All records of a kind in which the person has one of these roles, latest first, one row a participant. */
const QUERY = `
select p.number, p.kind, p.recorded_on::text as "recordedOn", p.happened_on::text as "happenedOn",
  case when p.place_kk is not null then json_build_object('kk', p.place_kk, 'ru', p.place_ru) end as place,
  json_build_object('code', o.code, 'name', json_build_object('kk', o.name_kk, 'ru', o.name_ru)) as office,
  p.role, p.iin, p.birth_date::text as "birthDate",
  json_build_object(
    'kk', json_build_object('surname', p.kk_surname, 'given', p.kk_given, 'patronymic', p.kk_patronymic),
    'ru', json_build_object('surname', p.ru_surname, 'given', p.ru_given, 'patronymic', p.ru_patronymic)) as name,
  case when p.after_kk_surname is not null then json_build_object(
    'kk', json_build_object('surname', p.after_kk_surname, 'given', p.after_kk_given, 'patronymic', p.after_kk_patronymic),
    'ru', json_build_object('surname', p.after_ru_surname, 'given', p.after_ru_given, 'patronymic', p.after_ru_patronymic)
  ) end as after
from reg_civil_acts.standing($3::date) own
join reg_civil_acts.standing($3::date) p on p.number = own.number
join reg_civil_acts.office o on o.code = p.office
where own.iin = $1 and own.kind = $2 and own.role = any ($4)
order by p.recorded_on desc, p.number desc, p.role`

/** The records of that kind that concern the person and agree with what is stated, latest first. */
export async function recordsOf(
  sql: Sql,
  question: RecordQuestion,
  now: Instant,
): Promise<readonly CivilRecord[]> {
  const { iin, kind, stated } = question
  const { rows } = await sql.query<Participant>({
    name: 'civil-acts.find-record',
    text: QUERY,
    values: [iin, kind, dayOf(now), ENTITLED[kind]],
  })
  const numbers = [...new Set(rows.map(({ number }) => number))]
  return numbers
    .map((number) => recordOf(rows.filter((row) => row.number === number)))
    .filter((record) => agrees(record, iin, stated ?? {}))
}

/** `civil-acts.find-record`: the last record of a kind of the person that agrees with what is stated. `absent`: none. */
export const civilActsFindRecord = defineService(contracts['civil-acts.find-record'], {
  subject: ({ iin }) => iin,
  async answer(sql, question, now) {
    const [body] = await recordsOf(sql, question, now)
    return body === undefined ? { status: 'absent', body: null } : { status: 'found', body }
  },
})
