import type { Text } from '#core/kernel'
import type { ActionData } from '#core/regulation'

interface Ticked {
  readonly no: number
  readonly text: Text
}

/** The items of the action's checklist whose numbers were `ticked` (“1, 3”). */
export function tickedItems(action: ActionData, ticked: string): readonly Ticked[] {
  if (action.does !== 'check') return []
  const numbers = new Set(ticked.split(', '))
  return action.checklist
    .map((text, index) => ({ no: index + 1, text }))
    .filter(({ no }) => numbers.has(String(no)))
}
