export { PLATFORM, rightfulActor, rightfulOpener } from './actors.ts'
export { type CountryLaw, countryLaw, factsOf } from './country-law.ts'
export { everyWalk } from './every-walk.ts'
export { choices, randomWalk, type Taken, type Walked } from './random-walk.ts'
