export { personsIdentify } from './identify.ts'
export { importPersons, type PersonRow } from './import-persons.ts'
export { personsSchema } from './schema.ts'
