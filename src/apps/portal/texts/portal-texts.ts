import { createTranslators, type Translator } from '#platform/i18n'
import { accountTexts } from './account-texts.ts'
import { cabinetTexts } from './cabinet-texts.ts'
import { keyTexts } from './key-texts.ts'
import { requestTexts } from './request-texts.ts'
import { serviceTexts } from './service-texts.ts'
import { shellTexts } from './shell-texts.ts'

/** Every text of the portal. */
export const portalTexts = {
  ...shellTexts,
  ...serviceTexts,
  ...accountTexts,
  ...keyTexts,
  ...requestTexts,
  ...cabinetTexts,
}

export type PortalTextKey = keyof typeof portalTexts
export type PortalTranslator = Translator<PortalTextKey>
export const portalTranslators = createTranslators([portalTexts])
