export { type Counting, dueAt } from './due-at.ts'

export { explainTerm, type TermExplanation } from './explain-term.ts'
export type { OfficeCalendar, OfficeHours, Week } from './office-calendar.ts'
export { parseCalendar } from './parse-calendar.ts'
export type { Term, TermUnit } from './term.ts'
export { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'
