import { contracts, type LegalEntityIdentity } from '#core/contracts'
import { dayOf } from '#core/kernel'
import { defineService } from '#registries/kit'

/** The register on the day $2; the answer leaves the database in the form of the contract. */
const QUERY = `
select json_build_object(
  'bin', e.bin,
  'name', json_build_object('kk', n.kk, 'ru', n.ru),
  'kind', e.kind,
  'parent', e.parent,
  'status', case when e.liquidated_on <= $2::date then 'liquidated' else 'registered' end,
  'registeredOn', e.registered_on,
  'liquidatedOn', case when e.liquidated_on <= $2::date then e.liquidated_on end,
  'address', json_build_object('kato', s.kato, 'region', s.region,
    'text', json_build_object('kk', s.address_kk, 'ru', s.address_ru)),
  'head', case when e.liquidated_on <= $2::date then null else (
    select json_build_object('iin', h.iin, 'since', h.valid_from,
      'name', json_build_object(
        'kk', json_build_object('surname', h.kk_surname, 'given', h.kk_given, 'patronymic', h.kk_patronymic),
        'ru', json_build_object('surname', h.ru_surname, 'given', h.ru_given, 'patronymic', h.ru_patronymic)),
      'fullName', json_build_object(
        'kk', concat_ws(' ', h.kk_surname, h.kk_given, h.kk_patronymic),
        'ru', concat_ws(' ', h.ru_surname, h.ru_given, h.ru_patronymic)))
    from reg_legal_entities.head h
    where h.bin = e.bin and h.valid_from <= $2::date and (h.valid_to is null or $2::date < h.valid_to)) end
) as body
from reg_legal_entities.entity e
join reg_legal_entities.name n on n.bin = e.bin and n.valid_from <= $2::date and (n.valid_to is null or $2::date < n.valid_to)
join reg_legal_entities.seat s on s.bin = e.bin and s.valid_from <= $2::date and (s.valid_to is null or $2::date < s.valid_to)
where e.bin = $1`

/** `legal-entities.identify`: what a legal entity is today and who heads it. `absent`: no such BIN. */
export const legalEntitiesIdentify = defineService(contracts['legal-entities.identify'], {
  subject: ({ bin }) => bin,
  async answer(sql, { bin }, now) {
    const { rows } = await sql.query<{ body: LegalEntityIdentity }>({
      name: 'legal-entities.identify',
      text: QUERY,
      values: [bin, dayOf(now)],
    })
    const body = rows[0]?.body
    return body === undefined ? { status: 'absent', body: null } : { status: 'found', body }
  },
})
