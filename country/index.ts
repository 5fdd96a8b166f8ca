export { type Country, type CountryOptions, createCountry } from './create-country.ts'
export type { Persona } from './personas.ts'
export { type KatoEntry, readKato } from './places.ts'
export { seedCountry, type SeedOptions } from './seed-country.ts'
