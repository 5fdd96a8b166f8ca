import { contracts, type PersonIdentity } from '#core/contracts'
import { dayOf } from '#core/kernel'
import { defineService } from '#registries/kit'

/** The register on the day $2; the answer leaves the database in the form of the contract. */
const QUERY = `
select json_build_object(
  'iin', p.iin,
  'name', json_build_object(
    'kk', json_build_object('surname', n.kk_surname, 'given', n.kk_given, 'patronymic', n.kk_patronymic),
    'ru', json_build_object('surname', n.ru_surname, 'given', n.ru_given, 'patronymic', n.ru_patronymic)),
  'fullName', json_build_object(
    'kk', concat_ws(' ', n.kk_surname, n.kk_given, n.kk_patronymic),
    'ru', concat_ws(' ', n.ru_surname, n.ru_given, n.ru_patronymic)),
  'birthDate', p.birth_date,
  'sex', p.sex,
  'citizenship', p.citizenship,
  'status', case when p.death_date <= $2::date then 'dead' else 'alive' end,
  'minor', p.birth_date + interval '18 years' > $2::date,
  'documents', (
    select coalesce(json_agg(json_build_object('kind', d.kind, 'number', d.number, 'issued', d.issued, 'expires', d.expires,
      'issuer', json_build_object('kk', d.issuer_kk, 'ru', d.issuer_ru)) order by d.kind desc, d.number), '[]')
    from reg_persons.identity_document d
    where d.iin = p.iin and d.issued <= $2::date and $2::date < d.expires
      and (d.cancelled_on is null or $2::date < d.cancelled_on)),
  'address', (
    select json_build_object('kato', a.kato, 'region', a.region,
      'text', json_build_object('kk', a.address_kk, 'ru', a.address_ru))
    from reg_persons.residence a
    where a.iin = p.iin and a.valid_from <= $2::date and (a.valid_to is null or $2::date < a.valid_to))
) as body
from reg_persons.person p
join reg_persons.name n on n.iin = p.iin and n.valid_from <= $2::date and (n.valid_to is null or $2::date < n.valid_to)
where p.iin = $1`

/** `persons.identify`: who a person is today. `absent`: no such IIN. */
export const personsIdentify = defineService(contracts['persons.identify'], {
  subject: ({ iin }) => iin,
  async answer(sql, { iin }, now) {
    const { rows } = await sql.query<{ body: PersonIdentity }>({
      name: 'persons.identify',
      text: QUERY,
      values: [iin, dayOf(now)],
    })
    const body = rows[0]?.body
    return body === undefined ? { status: 'absent', body: null } : { status: 'found', body }
  },
})
