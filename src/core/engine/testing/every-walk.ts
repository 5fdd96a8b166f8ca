import fc from 'fast-check'
import type { Edition } from '#core/regulation'
import { type CountryLaw, factsOf } from './country-law.ts'
import { choices, randomWalk, type Walked } from './random-walk.ts'

const RUNS = { numRuns: 40 }

/** Runs a property over random lawful walks of every edition. */
export function everyWalk(
  law: CountryLaw,
  holds: (walked: Walked, edition: Edition, numbers: number[]) => void,
): void {
  for (const edition of law.editions)
    fc.assert(
      fc.property(choices, (numbers) => {
        holds(randomWalk({ edition, ...factsOf(law) }, numbers), edition, numbers)
      }),
      RUNS,
    )
}
