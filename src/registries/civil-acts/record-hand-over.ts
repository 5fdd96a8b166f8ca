import { contracts, type HandOver } from '#core/contracts'
import { defineService } from '#registries/kit'

const HAND_OVER = `
insert into reg_civil_acts.hand_over (case_number, handed_on, handed_by, recorded_at)
select q.case_number, $4::date, $5, $6 from reg_civil_acts.repeat_request q
where q.case_number = $1 and q.iin = $2 and q.serial = $3::bigint
on conflict (case_number) do nothing`

const HANDED_OVER = `
select h.handed_on::text as "handedOn" from reg_civil_acts.hand_over h
join reg_civil_acts.repeat_request q on q.case_number = h.case_number
where q.case_number = $1 and q.iin = $2 and q.serial = $3::bigint`

/**
 * `civil-acts.record-hand-over`: notes the day on which the paper certificate was handed over; a second note changes nothing.
 * `no-data`: no such accepted request of this person.
 */
export const civilActsRecordHandOver = defineService(contracts['civil-acts.record-hand-over'], {
  subject: ({ iin }) => iin,
  async answer(sql, { caseNumber, iin, acceptedNumber, handedOn, by }, now) {
    const request = [caseNumber, iin, acceptedNumber]
    await sql.query({
      name: 'civil-acts.record-hand-over',
      text: HAND_OVER,
      values: [...request, handedOn, by, now],
    })
    const { rows } = await sql.query<Pick<HandOver, 'handedOn'>>(HANDED_OVER, request)
    const [noted] = rows
    return noted === undefined
      ? { status: 'no-data', body: null }
      : { status: 'found', body: { acceptedNumber, ...noted } }
  },
})
