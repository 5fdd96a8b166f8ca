import type { Waiting } from '#capabilities/cases'
import type { WaitingMessage } from '#capabilities/gateway'
import type { Text } from '#core/kernel'
import type { DelayedJob } from '#platform/jobs'
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
  return { system: to, name, since: sentAt, attempts: Math.max(attempts, 1) }
}

const AUTHORITY: Text = {
  kk: 'Ұлттық куәландырушы орталық',
  ru: 'Национальный удостоверяющий центр',
  en: 'The national certification authority',
}
const DOCUMENTS: Text = {
  kk: 'Құжаттарды дайындау қызметі',
  ru: 'Служба подготовки документов',
  en: 'The document service',
}

/** The part of the platform that a delayed job of a case waits for: without status and time stamp it is the authority. */
export function delayedOf({ reason, since, attempts, nextAttempt, parked }: DelayedJob): Waiting {
  const authority = /^(SIGNATURE_|DOCUMENT_NO_TIMESTAMP|PDF_NO_TIMESTAMP)/.test(reason)
  return {
    system: authority ? 'authority' : 'documents',
    name: authority ? AUTHORITY : DOCUMENTS,
    since,
    attempts: Math.max(attempts, 1),
    ...(nextAttempt === undefined ? {} : { nextAttempt }),
    ...(parked ? { parked } : {}),
  }
}
