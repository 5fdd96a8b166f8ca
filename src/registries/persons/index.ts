export { personsIdentify } from './identify.ts'
export { importPersons, personIntake } from './person-intake.ts'
export type { PersonRow } from './person-row.ts'
export { personsSchema } from './schema.ts'
