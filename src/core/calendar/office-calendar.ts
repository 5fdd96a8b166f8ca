import type { PlainDate, Text } from '#core/kernel'

/** Days off in a week: Saturday and Sunday (5 working days), or Sunday alone (6). */
export type Week = 5 | 6

/** A stretch of an office's day, as the clock on the wall shows it: `09:00:00` to `13:00:00`. */
export interface OfficeHours {
  readonly from: string
  readonly to: string
}

/** What an office works by. Made by `parseCalendar`; pure: the same day always gives the same answer. */
export interface OfficeCalendar {
  readonly week: Week
  /** The years for which announced dates (Kurban Ait, moved days) are known. */
  readonly known: { readonly from: number; readonly to: number }
  readonly officeHours: readonly [OfficeHours, ...OfficeHours[]]
  /** Why one does not work on this day; undefined on a working day. */
  reasonOff(day: PlainDate): Text | undefined
}
