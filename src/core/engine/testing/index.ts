export { PLATFORM, rightfulActor, rightfulOpener } from './actors.ts'
export { countryLaw, type CountryLaw } from './country-law.ts'
export { choices, randomWalk, type Taken, type Walked } from './random-walk.ts'
