import { type Acceptance, contracts } from '#core/contracts'
import { defineService } from '#registries/kit'
import { recordsOf } from './find-record.ts'

/** Once a case: the number of the book is taken only when the case is not in it yet. */
const ACCEPT = `
insert into reg_civil_acts.repeat_request (case_number, iin, number, sent_on, accepted_at)
select $1, $2, $3, $4::date, $5
where not exists (select from reg_civil_acts.repeat_request where case_number = $1)
on conflict (case_number) do nothing`

const ACCEPTED = `
select lpad(q.serial::text, greatest(5, length(q.serial::text)), '0') as "acceptedNumber",
  json_build_object('code', o.code,
    'name', json_build_object('kk', o.name_kk, 'ru', o.name_ru),
    'address', json_build_object('kk', o.address_kk, 'ru', o.address_ru)) as office
from reg_civil_acts.repeat_request q
join reg_civil_acts.record r on r.number = q.number
join reg_civil_acts.office o on o.code = r.office
where q.case_number = $1 and q.iin = $2`

/**
 * `civil-acts.accept-repeat-request`: takes the request into the book of the office that keeps the record. `no-data`: no such
 * record of this person, or the case stands in the book for somebody else.
 */
export const civilActsAcceptRepeatRequest = defineService(
  contracts['civil-acts.accept-repeat-request'],
  {
    subject: ({ iin }) => iin,
    async answer(sql, { caseNumber, iin, kind, recordNumber, sentOn }, now) {
      const records = await recordsOf(sql, { iin, kind }, now)
      if (!records.some((record) => record.recordNumber === recordNumber))
        return { status: 'no-data', body: null }
      await sql.query({
        name: 'civil-acts.accept-repeat-request',
        text: ACCEPT,
        values: [caseNumber, iin, recordNumber, sentOn, now],
      })
      const { rows } = await sql.query<Acceptance>(ACCEPTED, [caseNumber, iin])
      const [body] = rows
      return body === undefined ? { status: 'no-data', body: null } : { status: 'found', body }
    },
  },
)
