import { type Actor, type CaseState, isParty, mayCarryOut, numberIn } from '#core/engine'
import { partyNumber } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { paths } from './paths.ts'

/** What a person does on the portal when a request waits for them. */
export type Task = 'fill' | 'sign' | 'pay'

const isTask = (verb: string | undefined): verb is Task =>
  verb === 'fill' || verb === 'sign' || verb === 'pay'

/** What the request waits for from this reader; undefined when it waits for somebody else, or for nobody. */
export function taskOf(edition: Edition, state: CaseState, reader: Actor): Task | undefined {
  const action = state.current?.action ?? ''
  const verb = edition.actions[action]?.does
  // That it was paid is told by the bank; to pay is for whoever ordered.
  const may = verb === 'pay' ? isParty(reader, state) : mayCarryOut(edition, state, action, reader)
  return state.status === 'open' && may && isTask(verb) ? verb : undefined
}

/** How a reader who did not order a request has a part in it: asked to sign now, has signed, or neither. */
export function partOf(edition: Edition, state: CaseState, reader: Actor): Part {
  if (taskOf(edition, state, reader) === 'sign') return 'asked'
  const signed = state.done.some(({ action, outcome }) => {
    const data = edition.actions[action]
    if (data?.does !== 'sign' || outcome !== 'done') return false
    const by = edition.actors[data.by]
    const number = by?.kind === 'applicant' ? by.number : undefined
    return number !== undefined && numberIn(edition, number, state) === numberOf(reader)
  })
  return signed ? 'signed' : 'other'
}

export type Part = 'asked' | 'signed' | 'other'

const numberOf = (reader: Actor): string | undefined =>
  reader.kind === 'applicant' ? partyNumber(reader.party) : undefined

const WHERE: Readonly<Record<Task, (number: string) => string>> = {
  fill: (number) => paths.fill(number),
  sign: (number) => paths.sign(number),
  pay: (number) => paths.payment(number),
}
export const taskHref = (task: Task, number: string): string => WHERE[task](number)
