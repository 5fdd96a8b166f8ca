import type { Check } from '../draft.ts'
import { everyActionStandsInTheAct, everyItemIsCarriedOut } from './coverage.ts'
import { datesAreSound, termsAddUp } from './dates.ts'
import { templatesAreFilled } from './documents.ts'
import { expressionsHold } from './expressions.ts'
import { formsAreConsistent, variantsAreChosen } from './forms.ts'
import { translationsAreMarked } from './languages.ts'
import { everyNameIsKnown, everythingIsUsed, regionsExist } from './names.ts'
import { nextColumnsAgree } from './next-column.ts'
import { numbersHaveNoHoles } from './numbering.ts'
import { actorsFitTheirVerbs, everyOutcomeGoesOn } from './outcomes.ts'
import { questionsKeepTheirContracts } from './questions.ts'
import {
  everyActionIsReached,
  everyActionLeadsToAnEnd,
  noCircleRunsByItself,
} from './reachability.ts'

/** All that makes an edition sound, in the order in which its problems are best read. */
export const CHECKS: readonly Check[] = [
  datesAreSound,
  everyNameIsKnown,
  regionsExist,
  everyOutcomeGoesOn,
  actorsFitTheirVerbs,
  everyActionIsReached,
  everyActionLeadsToAnEnd,
  noCircleRunsByItself,
  everyItemIsCarriedOut,
  everyActionStandsInTheAct,
  numbersHaveNoHoles,
  nextColumnsAgree,
  termsAddUp,
  formsAreConsistent,
  variantsAreChosen,
  expressionsHold,
  questionsKeepTheirContracts,
  templatesAreFilled,
  translationsAreMarked,
  everythingIsUsed,
]
