import { appointedTexts, fieldTexts, signingTexts } from '#apps/ui'
import { createTranslators, type Translator } from '#platform/i18n'
import { caseTexts } from './case-texts.ts'
import { deskTexts } from './desk-texts.ts'
import { paymentTexts } from './payment-texts.ts'

/** Every text of the desks. */
export const officeTexts = {
  ...deskTexts,
  ...caseTexts,
  ...paymentTexts,
  ...signingTexts,
  ...fieldTexts,
  ...appointedTexts,
}

export type OfficeTextKey = keyof typeof officeTexts
export type OfficeTranslator = Translator<OfficeTextKey>
export const officeTranslators = createTranslators([officeTexts])
