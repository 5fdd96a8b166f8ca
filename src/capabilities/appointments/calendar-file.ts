import { z } from 'zod'

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'an hour is HH:MM')
const hours = z
  .strictObject({ from: hour, to: hour })
  .refine(({ from, to }) => from < to, 'hours end after they begin')
  .readonly()

const rules = {
  /** When visitors are received, on every working day. */
  hours: z.array(hours).min(1),
  /** How long one appointment takes. */
  minutes: z.int().min(5).max(480),
  /** How many are received at the same time. */
  capacity: z.int().min(1).max(100),
  /** Calendar days from the day of booking: the first one that may be chosen, and the last one. */
  lead: z
    .strictObject({ from: z.int().min(0), to: z.int().max(400) })
    .refine(({ from, to }) => from <= to, 'the first day is not after the last one'),
}

const calendar = z.strictObject({
  /** The kind of offices that keep this calendar (classifiers/units.yaml). */
  of: z.string().min(1),
  ...rules,
  /** What is different in single offices, by their code. */
  offices: z.record(z.string(), z.strictObject(rules).partial()).default({}),
})

const file = z.strictObject({ calendars: z.record(z.string(), calendar) })

export type CalendarRules = Pick<z.output<typeof calendar>, keyof typeof rules>
export type Calendars = z.output<typeof file>['calendars']

/** classifiers/registry-calendars.yaml. @throws when the data is not what it should be. */
export const parseCalendars = (data: unknown): Calendars => file.parse(data).calendars

/** What one office keeps to. */
export function rulesOf(calendars: Calendars, name: string, office: string): CalendarRules {
  const found = calendars[name]
  if (found === undefined) throw new RangeError(`there is no calendar ${name}`)
  const { of: _of, offices, ...general } = found
  const { hours: received = general.hours, ...own } = offices[office] ?? {}
  return {
    hours: received,
    minutes: own.minutes ?? general.minutes,
    capacity: own.capacity ?? general.capacity,
    lead: own.lead ?? general.lead,
  }
}
