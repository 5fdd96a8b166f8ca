import { type CaseState, contextOf } from '#core/engine'
import type { Instant, Json, JsonObject, Text } from '#core/kernel'
import type { ActionData, Edition } from '#core/regulation'
import type { NameOf } from './request-document.ts'

/** What a register says and what it is asked to say, before an official decides. */
export interface AskedChange {
  /** What the value is of, in words. */
  readonly of: Text
  readonly now: Json
  readonly to: Json
  /** When the case came to the official: the register was read just before. */
  readonly asOf: Instant
}

type Change = NonNullable<Extract<ActionData, { does: 'check' }>['change']>

/** The name of what the applicant chose as wrong. */
function chosen(
  edition: Edition,
  { data }: CaseState,
  { of, nameOf }: Pick<Change, 'of'> & { readonly nameOf: NameOf },
): Text | undefined {
  const [name = '', id = ''] = of.split('.')
  const value = (data[name] as JsonObject | undefined)?.[id]
  const fields = Object.values(edition.forms)
    .filter((form) => (form.as ?? 'form') === name)
    .flatMap((form) => form.pages.flatMap((page) => page.fields))
  const field = fields.find((one) => one.id === id)
  return field === undefined || value === undefined ? undefined : nameOf(field, value)
}

/** The check that the case waits at, or that it has passed, where a change is decided there. */
function checkOf({ actions }: Edition, { done, current }: CaseState) {
  const steps = [...done, ...(current === undefined ? [] : [current])]
  const step = steps.findLast(({ action }) => actions[action]?.does === 'check')
  const data = actions[step?.action ?? '']
  const change = data?.does === 'check' ? data.change : undefined
  return step === undefined || change === undefined ? undefined : { since: step.since, change }
}

/** The change that is asked for; undefined where none is. */
export function askedChange(
  edition: Edition,
  state: CaseState,
  nameOf: NameOf,
): AskedChange | undefined {
  const check = checkOf(edition, state)
  const of = check && chosen(edition, state, { of: check.change.of, nameOf })
  if (check === undefined || of === undefined) return undefined
  const { since: asOf, change } = check
  const context = contextOf(state, asOf)
  const [now, to] = [edition.evaluate(change.now, context), edition.evaluate(change.to, context)]
  return { of, now, to, asOf }
}
