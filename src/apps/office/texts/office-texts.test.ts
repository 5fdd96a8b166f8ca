import { expect, it } from 'vitest'
import { checkCatalogue } from '#platform/i18n'
import { officeTexts } from './office-texts.ts'

it('every text of the desks is whole in three languages over the same parameters', () => {
  expect(checkCatalogue(officeTexts)).toEqual([])
})
