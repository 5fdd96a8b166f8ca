import { type ChildrenOf, contracts } from '#core/contracts'
import { dayOf } from '#core/kernel'
import { defineService } from '#registries/kit'

/**
 * The record of birth names the parents of today: a paternity or an adoption made a version of it. `since` is the day of the first
 * version that names this parent.
 */
const QUERY = `
select coalesce(json_agg(json_build_object(
  'iin', c.iin,
  'fullName', json_build_object(
    'kk', concat_ws(' ', c.kk_surname, c.kk_given, c.kk_patronymic),
    'ru', concat_ws(' ', c.ru_surname, c.ru_given, c.ru_patronymic)),
  'birthDate', c.birth_date,
  'relation', p.role,
  'recordNumber', c.number,
  'since', (
    select min(v.since) from reg_civil_acts.version v
    join reg_civil_acts.participant first on first.number = v.number and first.version = v.version
    where v.number = p.number and first.iin = p.iin and first.role = p.role)
) order by c.birth_date, c.iin), '[]') as children
from reg_civil_acts.standing($2::date) p
join reg_civil_acts.standing($2::date) c on c.number = p.number and c.role = 'child'
where p.iin = $1 and p.kind = 'birth' and p.role in ('father', 'mother') and c.iin is not null
  and not exists (select from reg_civil_acts.standing($2::date) d where d.kind = 'death' and d.iin = c.iin)`

/** `civil-acts.children`: the living children of a person. `absent`: none. */
export const civilActsChildren = defineService(contracts['civil-acts.children'], {
  subject: ({ iin }) => iin,
  async answer(sql, { iin }, now) {
    const { rows } = await sql.query<ChildrenOf>({
      name: 'civil-acts.children',
      text: QUERY,
      values: [iin, dayOf(now)],
    })
    const children = rows[0]?.children ?? []
    return children.length === 0
      ? { status: 'absent', body: null }
      : { status: 'found', body: { children } }
  },
})
