import { z } from 'zod'
import { parseDate, type PlainDate } from '#core/kernel'

const text = z.strictObject({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) })
const date = z.string().transform((value, context): PlainDate => {
  const day = parseDate(value)
  if (day !== undefined) return day
  context.addIssue({ code: 'custom', message: `there is no day ${value}` })
  return z.NEVER
})
/** A day of any year, `03-08`. Tried on a year that is not a leap year: a yearly day off exists every year. */
const yearDay = z
  .string()
  .refine((value) => parseDate(`2001-${value}`) !== undefined, 'a day of the year is MM-DD')
const year = z.int().min(1992).max(2200)
const hour = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'an hour is HH:MM')
  .transform((value) => `${value}:00`)

const holiday = z.strictObject({
  day: yearDay,
  from: year.optional(),
  to: year.optional(),
  name: text,
})
const relief = z
  .strictObject({ day: yearDay.optional(), dates: z.array(date).min(1).optional(), name: text })
  .refine(({ day, dates }) => (day === undefined) !== (dates === undefined), 'either day or dates')
const hours = z
  .strictObject({ from: hour, to: hour })
  .refine(({ from, to }) => from < to, 'office hours end after they begin')

/** classifiers/calendar.yaml. */
export const calendarData = z.strictObject({
  known: z.strictObject({ from: year, to: year }),
  officeHours: z
    .tuple([hours], hours)
    .refine(
      (all) => all.every((one, i) => i === 0 || one.from > (all[i - 1]?.to ?? '')),
      'stretches of office hours stand in order and do not overlap',
    ),
  holidays: z.array(holiday).min(1),
  relief: z.array(relief),
  moved: z.array(z.strictObject({ worked: date, off: date, decree: z.string().optional() })),
})
export type CalendarData = z.output<typeof calendarData>
