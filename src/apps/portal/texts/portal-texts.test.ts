import { expect, it } from 'vitest'
import { checkCatalogue } from '#platform/i18n'
import { portalTexts } from './portal-texts.ts'

it('every text of the portal is whole in three languages over the same parameters', () => {
  expect(checkCatalogue(portalTexts)).toEqual([])
})
