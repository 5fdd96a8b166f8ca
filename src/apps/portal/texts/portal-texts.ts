import { appointedTexts, fieldTexts, signingTexts } from '#apps/ui'
import { createTranslators, type Translator } from '#platform/i18n'
import { accountTexts } from './account-texts.ts'
import { cabinetTexts } from './cabinet-texts.ts'
import { keyTexts } from './key-texts.ts'
import { mailTexts } from './mail-texts.ts'
import { ownTexts } from './own-texts.ts'
import { paymentTexts } from './payment-texts.ts'
import { representationTexts } from './representation-texts.ts'
import { requestTexts } from './request-texts.ts'
import { serviceTexts } from './service-texts.ts'
import { shellTexts } from './shell-texts.ts'
import { systemTexts } from './system-texts.ts'

/** Every text of the portal. */
export const portalTexts = {
  ...shellTexts,
  ...serviceTexts,
  ...accountTexts,
  ...keyTexts,
  ...signingTexts,
  ...fieldTexts,
  ...appointedTexts,
  ...mailTexts,
  ...ownTexts,
  ...requestTexts,
  ...cabinetTexts,
  ...paymentTexts,
  ...representationTexts,
  ...systemTexts,
}

export type PortalTextKey = keyof typeof portalTexts
export type PortalTranslator = Translator<PortalTextKey>
export const portalTranslators = createTranslators([portalTexts])
