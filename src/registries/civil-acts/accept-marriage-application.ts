import { contracts, type MarriageAcceptance } from '#core/contracts'
import { defineService } from '#registries/kit'

const ACCEPT = `
insert into reg_civil_acts.marriage_application (case_number, first, second, office, at, accepted_at)
select $1, $2, $3, o.code, $5, $6 from reg_civil_acts.office o
where o.code = $4 and $2 <> $3
  and not exists (select from reg_civil_acts.marriage_application where case_number = $1)
on conflict (case_number) do nothing`

/** What is told of an application in the book. */
export const APPLICATION = `
select lpad(a.serial::text, greatest(5, length(a.serial::text)), '0') as "acceptedNumber",
  json_build_object('code', o.code,
    'name', json_build_object('kk', o.name_kk, 'ru', o.name_ru),
    'address', json_build_object('kk', o.address_kk, 'ru', o.address_ru)) as office, a.at
from reg_civil_acts.marriage_application a
join reg_civil_acts.office o on o.code = a.office`

const ACCEPTED = `${APPLICATION}
where a.case_number = $1 and a.first = $2 and a.second = $3`

/**
 * `civil-acts.accept-marriage-application`: takes the application of the two into the book of the office. `no-data`: no such office,
 * or the case stands in the book for others.
 */
export const civilActsAcceptMarriageApplication = defineService(
  contracts['civil-acts.accept-marriage-application'],
  {
    subject: ({ applicants: [first] }) => first,
    async answer(sql, { caseNumber, applicants, office, at }, now) {
      await sql.query({
        name: 'civil-acts.accept-marriage-application',
        text: ACCEPT,
        values: [caseNumber, ...applicants, office, at, now],
      })
      const { rows } = await sql.query<MarriageAcceptance>(ACCEPTED, [caseNumber, ...applicants])
      const [row] = rows
      if (row === undefined) return { status: 'no-data', body: null }
      return {
        status: 'found',
        body: { acceptedNumber: row.acceptedNumber, office: row.office },
      }
    },
  },
)
