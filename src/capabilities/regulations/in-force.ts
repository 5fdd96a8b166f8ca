import type { PlainDate } from '#core/kernel'
import type { AdoptionData, Edition } from '#core/regulation'

/** The day before which an edition ends by law: the next edition, or its own end, or else the repeal of the act. */
function endOf(edition: Edition, editions: readonly Edition[]): string | undefined {
  const later = editions
    .map(({ inForce }) => inForce.from)
    .filter((from) => from > edition.inForce.from)
  const ends = [edition.inForce.to ?? edition.act.repealedBy?.date, ...later]
  return ends.filter((day) => day !== undefined).toSorted()[0]
}

/**
 * The edition of a service that is in force on a day: by law where one is, else the one that the country has adopted beyond
 * the end of its act. Days are half-open: `to` is the first day without it.
 */
export function editionInForce(
  editions: readonly Edition[],
  kept: AdoptionData['kept'],
  day: PlainDate,
): Edition | undefined {
  const lawful = editions.find((edition) => {
    const end = endOf(edition, editions)
    return edition.inForce.from <= day && (end === undefined || day < end)
  })
  if (lawful !== undefined) return lawful
  const adopted = kept
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  return editions.find((edition) => edition.edition === adopted?.edition)
}
