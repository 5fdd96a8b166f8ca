export { importPowers, powerIntake, revokePower } from './import-powers.ts'
export type { PowerRow } from './power-row.ts'
export { notaryCheckPower, notaryPowers, notaryPowersGiven } from './powers.ts'
export { notarySchema } from './schema.ts'
