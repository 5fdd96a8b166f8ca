import { type ActionData, namedOutcome } from '#core/regulation'
import { type OfficeTextKey, officeTexts } from '../texts/office-texts.ts'
import type { View } from '../view.ts'

const isKey = (key: string): key is OfficeTextKey => Object.hasOwn(officeTexts, key)

/** What came of an action, or may come of it, in words: as the regulation calls it, else of this verb, else of any. */
export function outcomeText(
  view: Pick<View, 't' | 'text'>,
  action: ActionData | undefined,
  outcome: string,
): string {
  const named = action === undefined ? undefined : namedOutcome(action, outcome)
  if (named !== undefined) return view.text(named)
  const keys = [`outcome.${action?.does ?? ''}.${outcome}`, `outcome.${outcome}`].filter(isKey)
  const [key = 'outcome.other'] = keys
  return view.t(key)
}
