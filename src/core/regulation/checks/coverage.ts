import type { Check } from '../draft.ts'
import { inRegulation } from '../problem.ts'

/** Each numbered item of the act is carried out: by actions, or by a part of the platform that it names. */
export const everyItemIsCarriedOut: Check = ({ edition }) =>
  Object.entries(edition.channels).flatMap(([id, channel]) =>
    channel.items.flatMap((item, n) =>
      item.actions.length > 0 || item.platform !== undefined
        ? []
        : [
            inRegulation(
              ['channels', id, 'items', n],
              'ITEM_NOT_CARRIED_OUT',
              `item ${item.no} of ${id} names neither an action nor a part of the platform`,
            ),
          ],
    ),
  )

/** Each action stands in the act: an item or a row names it, or its note says why it is there. */
export const everyActionStandsInTheAct: Check = ({ edition }) => {
  const named = new Set(
    Object.values(edition.channels).flatMap((channel) =>
      [...channel.items, ...(channel.table?.rows ?? [])].flatMap((part) => part.actions),
    ),
  )
  return Object.entries(edition.actions)
    .filter(([id, action]) => !named.has(id) && action.note === undefined)
    .map(([id]) =>
      inRegulation(
        ['actions', id],
        'NOT_IN_THE_ACT',
        `no item and no row names "${id}"; if that is right, say why in "note"`,
      ),
    )
}
