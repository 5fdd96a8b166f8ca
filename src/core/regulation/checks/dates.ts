import { parseDate } from '#core/kernel'
import type { Check } from '../draft.ts'
import { type Finding, inRegulation, type Path } from '../problem.ts'

/** Days exist, the edition is named by the day from which it is in force, and time runs forward. */
export const datesAreSound: Check = ({ edition, about }) => {
  const { act, inForce } = edition
  const days: readonly (readonly [Path, string | undefined])[] = [
    [['edition'], edition.edition],
    [['inForce', 'from'], inForce.from],
    [['inForce', 'to'], inForce.to],
    [['act', 'date'], act.date],
    [['act', 'registration', 'date'], act.registration?.date],
    [['act', 'amendedBy', 'date'], act.amendedBy?.date],
    [['act', 'repealedBy', 'date'], act.repealedBy?.date],
  ]
  const wrong = (at: Path, message: string): Finding => inRegulation(at, 'DATE', message)
  return [
    ...days
      .filter(([, day]) => day !== undefined && parseDate(day) === undefined)
      .map(([at, day]) => wrong(at, `there is no day ${day}`)),
    ...(edition.edition === inForce.from
      ? []
      : [
          wrong(
            ['edition'],
            `an edition is named by the day from which it is in force: ${inForce.from}`,
          ),
        ]),
    ...(inForce.to !== undefined && inForce.to <= inForce.from
      ? [wrong(['inForce', 'to'], '"to" is the first day after the edition: later than "from"')]
      : []),
    ...(inForce.from < (act.amendedBy ?? act).date
      ? [wrong(['inForce', 'from'], 'the edition is in force before its act')]
      : []),
    ...(edition.service === about.id
      ? []
      : [wrong(['service'], `service.yaml is of "${about.id}"`)]),
  ]
}

/** The terms of rows that one action carries out add up: days and the clock do not. */
export const termsAddUp: Check = ({ edition }) =>
  Object.entries(edition.actions).flatMap(([id, action]) => {
    if (action.within !== undefined) return []
    return Object.entries(edition.channels).flatMap(([channel, { table }]) => {
      const rows = (table?.rows ?? []).filter((row) => row.actions.includes(id))
      const kinds = new Set(rows.flatMap((row) => kindOf(row.term)))
      return kinds.size > 1
        ? [
            inRegulation(
              ['actions', id],
              'TERM_UNITS',
              `rows ${rows.map((row) => row.no).join(', ')} of ${channel} count in ${[...kinds].join(' and ')}: give "${id}" its own "within"`,
            ),
          ]
        : []
    })
  })

const DAYS = ['calendarDays', 'workingDays']

function kindOf(term: unknown): readonly string[] {
  if (term === null || typeof term !== 'object') return []
  const unit = Object.keys(term)[0] ?? ''
  return [DAYS.includes(unit) ? unit : 'clock time']
}
