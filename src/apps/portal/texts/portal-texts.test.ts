import { expect, it } from 'vitest'
import { fieldTexts, signingTexts } from '#apps/ui'
import { checkCatalogue } from '#platform/i18n'
import { accountTexts } from './account-texts.ts'
import { cabinetTexts } from './cabinet-texts.ts'
import { keyTexts } from './key-texts.ts'
import { portalTexts } from './portal-texts.ts'
import { requestTexts } from './request-texts.ts'
import { serviceTexts } from './service-texts.ts'
import { shellTexts } from './shell-texts.ts'

it('every text of the portal is whole in three languages over the same parameters', () => {
  expect(checkCatalogue(portalTexts)).toEqual([])
})

it('no text of one part takes the place of another part’s by bearing its name', () => {
  const parts = [
    shellTexts,
    serviceTexts,
    accountTexts,
    keyTexts,
    signingTexts,
    fieldTexts,
    requestTexts,
    cabinetTexts,
  ]
  const names = parts.flatMap((part) => Object.keys(part))
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})
