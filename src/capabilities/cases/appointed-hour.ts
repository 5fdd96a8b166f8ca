import { type CaseState, contextOf } from '#core/engine'
import type { Instant, JsonObject, Text } from '#core/kernel'
import type { Edition } from '#core/regulation'

/** When and where an office receives the applicants. */
export interface AppointedHour {
  readonly at: Instant
  readonly office: { readonly name: Text; readonly address: Text }
  /** Whether it is the hour that was chosen, where one was. */
  readonly asWished: boolean
}

type Kept = Pick<AppointedHour, 'at' | 'office'> & { readonly local: string }

/** The hour that the case has at an office; one that ended without a result has given it back. */
export function appointedHour(edition: Edition, state: CaseState): AppointedHour | undefined {
  if (state.status !== 'open' && state.status !== 'finished') return undefined
  const actions = Object.values(edition.actions).flatMap((one) =>
    one.does === 'appoint' ? [one] : [],
  )
  const kept = actions.map(({ as }) => state.data[as] as JsonObject | undefined).find(Boolean)
  if (kept === undefined) return undefined
  const { at, office, local } = kept as unknown as Kept
  const context = contextOf(state, at)
  const wished = actions.map((one) => edition.evaluate(one.wished, context)).find(Boolean)
  return { at, office, asWished: wished === undefined || wished === local }
}
