import { type Party, partyNumber, type Text } from '#core/kernel'
import type { View } from '../view.ts'

/** Who it is and under which number; the number alone where no register has told the name. */
export function PartyName(props: {
  readonly view: View
  readonly party: Party
  readonly name: Text
}) {
  const { view, party, name } = props
  const number = partyNumber(party)
  const called = view.text(name)
  if (called === number) return <span class="q-number">{number}</span>
  return (
    <>
      {called}
      <span class="q-second q-number">{number}</span>
    </>
  )
}
