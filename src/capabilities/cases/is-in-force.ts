import { dayOf } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { CasesDeps } from './deps.ts'

/** Whether the case's edition is the one in force today: what is not yet filed must be filed under the law of its day. */
export const isInForce = (deps: CasesDeps, edition: Edition): boolean =>
  deps.regulations.inForce(edition.service, dayOf(deps.clock()))?.ref === edition.ref
