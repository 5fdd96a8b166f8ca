import type { Check } from '../draft.ts'
import { everyActionStandsInTheAct, everyItemIsCarriedOut } from './coverage.ts'
import { datesAreSound, termsAddUp } from './dates.ts'
import { templatesAreFilled } from './documents.ts'
import { expressionsHold } from './expressions.ts'
import { formsAreConsistent, variantsAreChosen } from './forms.ts'
import { translationsAreMarked } from './languages.ts'
import { choicesExist, everyNameIsKnown, everythingIsUsed } from './names.ts'
import { nextColumnsAgree } from './next-column.ts'
import { numbersHaveNoHoles } from './numbering.ts'
import {
  actorsFitTheirVerbs,
  dutiesArePaid,
  everyOutcomeGoesOn,
  lapsesHaveTerms,
  refusalsAreNotified,
  signedByOfficials,
  unitsAreTold,
} from './outcomes.ts'
import { changesAreBinding, questionsKeepTheirContracts } from './questions.ts'
import {
  everyActionIsReached,
  everyActionLeadsToAnEnd,
  noCircleRunsByItself,
} from './reachability.ts'

/** What makes an edition sound in its structure, in the order in which problems are best read. */
export const STRUCTURE: readonly Check[] = [
  datesAreSound,
  everyNameIsKnown,
  choicesExist,
  everyOutcomeGoesOn,
  actorsFitTheirVerbs,
  unitsAreTold,
  signedByOfficials,
  dutiesArePaid,
  lapsesHaveTerms,
  refusalsAreNotified,
  everyActionIsReached,
  everyActionLeadsToAnEnd,
  noCircleRunsByItself,
  everyItemIsCarriedOut,
  everyActionStandsInTheAct,
  numbersHaveNoHoles,
  nextColumnsAgree,
  termsAddUp,
  changesAreBinding,
  formsAreConsistent,
  variantsAreChosen,
  templatesAreFilled,
  translationsAreMarked,
  everythingIsUsed,
]

/** What is tried out on samples of cases: worth it, and meaningful, only once the structure is sound. */
export const BEHAVIOUR: readonly Check[] = [expressionsHold, questionsKeepTheirContracts]
