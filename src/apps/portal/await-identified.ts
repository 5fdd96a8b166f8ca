import { setTimeout } from 'node:timers/promises'
import type { Cases } from '#capabilities/cases'
import type { Actor } from '#core/engine'

const LONGEST_MS = 2000
const LOOK_EVERY_MS = 100

/**
 * Waits, shortly, until the register has said who the applicant is. It mostly answers at once: then the form comes next, and
 * nobody sees a page that only says "wait". When it does not, the request's page says so honestly.
 */
export async function awaitIdentified(cases: Cases, number: string, actor: Actor): Promise<void> {
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_EVERY_MS) {
    const found = await cases.byNumber(number, actor)
    if (!found.ok) return
    const { edition, state } = found.value
    if (edition.actions[state.current?.action ?? '']?.does !== 'identify') return
    await setTimeout(LOOK_EVERY_MS)
  }
}
