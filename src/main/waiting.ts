import type { Waiting } from '#capabilities/cases'
import type { WaitingMessage } from '#capabilities/gateway'
import type { Systems } from './systems.ts'

/** The system that a case waits for, once it has failed to answer: a first attempt on its way is no delay. */
export function waitingOf(
  systems: Systems,
  messages: readonly WaitingMessage[],
): Waiting | undefined {
  const late = messages.find(({ lastError }) => lastError !== null)
  if (late === undefined) return undefined
  const { to, sentAt, attempts } = late
  const name = systems.systems[to]?.name ?? { kk: to, ru: to, en: to }
  return { system: to, name, since: sentAt, attempts }
}
