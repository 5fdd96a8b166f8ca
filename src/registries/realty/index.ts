export { importRealty, type RealtyRow, type RightRow } from './import-realty.ts'
export { realtyRightsOfPerson } from './rights-of-person.ts'
export { realtySchema } from './schema.ts'
