import type { NameOf, OfficialView } from '#capabilities/cases'
import type { Text } from '#core/kernel'
import type { View } from '../view.ts'

/** What every part of the page of a case is made from. */
export interface PartProps {
  readonly view: View
  readonly request: OfficialView
  readonly nameOf: NameOf
  readonly nameOfApplicant: Text
}

/** What an action is called in the edition of the case. */
export const actionName = (
  { view, request }: Pick<PartProps, 'view' | 'request'>,
  action: string,
): string => {
  const name = request.edition.actions[action]?.name
  return name === undefined ? action : view.text(name)
}
