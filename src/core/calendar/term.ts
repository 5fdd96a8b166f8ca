/** Units in which the acts count. Minutes and hours of systems run by the clock; those of officials in office hours. */
export type TermUnit = 'second' | 'minute' | 'hour' | 'calendarDay' | 'workingDay'

/**
 * A term as an act writes it: exact or a range ("30 seconds to 1 minute": min 30, max 60), none ("-") or not counted
 * ("Не учитывается"). What binds is `max`.
 */
export type Term =
  | { readonly kind: 'none' }
  | { readonly kind: 'notCounted' }
  | {
      readonly kind: 'counted'
      readonly unit: TermUnit
      readonly min: number
      readonly max: number
    }
