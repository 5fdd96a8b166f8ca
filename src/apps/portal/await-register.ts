import { setTimeout } from 'node:timers/promises'
import type { Cases } from '#capabilities/cases'
import type { Actor } from '#core/engine'

const LONGEST_MS = 2000
const LOOK_EVERY_MS = 100
/** What the platform does itself between two steps of the applicant. */
const BETWEEN: readonly string[] = ['identify', 'ask', 'test']

/**
 * Waits, shortly, while a register is asked before the applicant goes on. It mostly answers at once: then the next page comes
 * next, and nobody sees one that only says "wait". When it does not, the request's page says so honestly.
 */
export async function awaitRegister(cases: Cases, number: string, actor: Actor): Promise<void> {
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_EVERY_MS) {
    const found = await cases.byNumber(number, actor)
    if (!found.ok) return
    const { edition, state } = found.value
    if (!BETWEEN.includes(edition.actions[state.current?.action ?? '']?.does ?? '')) return
    await setTimeout(LOOK_EVERY_MS)
  }
}
