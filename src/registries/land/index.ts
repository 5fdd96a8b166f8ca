export { landIntake } from './land-intake.ts'
export type { LandRow } from './land-row.ts'
export { landSchema } from './schema.ts'
export { landServices } from './services.ts'
