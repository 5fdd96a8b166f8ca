import { type JsonObject, partyNumber, type Text } from '#core/kernel'
import type { ActionData, Verb } from '#core/regulation'
import { contextOf } from './context.ts'
import { numberIn } from './policies.ts'
import type { Effect } from './state.ts'
import type { Walk } from './walk-parts.ts'

interface At {
  readonly key: string
  readonly action: string
  readonly visit: number
}

type Works = {
  readonly [K in Verb]?: (walk: Walk, at: At, action: Does<K>) => Effect | undefined
}

const WORKS: Works = {
  'verify-signature': (_walk, at, { of }) => ({
    effect: 'verify-signature',
    ...at,
    ...(of === undefined ? {} : { of }),
  }),
  issue,
  expire: (_walk, at, { document }) =>
    document === undefined ? undefined : { effect: 'issue', ...at, document },
  ask: (walk, at, action) => question(walk, at, action, action),
  identify: identification,
  appoint: appointment,
  pay: offer,
}

/** The work that the world has to do for an action at which the case now waits. */
export function effectOf<K extends Verb>(walk: Walk, at: At, action: Does<K>): Effect | undefined {
  const work: Works[K] = WORKS[action.does]
  return work?.(walk, at, action)
}

type Does<K extends Verb> = Extract<ActionData, { does: K }>

function issue(walk: Walk, at: At, { document, replaces }: Does<'issue'>): Effect {
  const replaced = replaces === undefined ? undefined : numberIn(walk.edition, replaces, walk.state)
  return {
    effect: 'issue',
    ...at,
    document,
    ...(replaced === undefined ? {} : { replaces: replaced }),
  }
}

function identification(walk: Walk, at: At, action: Does<'identify'>): Effect {
  const asked = action[walk.state.party.kind]
  if (asked === undefined)
    throw new TypeError(`${at.action} does not identify a ${walk.state.party.kind}`)
  return question(walk, at, asked, action)
}

function question(
  walk: Walk,
  at: At,
  asked: { service: string; request: Readonly<Record<string, string>> },
  { purpose, subject }: { purpose: Text; subject?: string },
): Effect {
  const context = contextOf(walk.state, walk.now)
  const request: Record<string, JsonObject[string]> = {}
  for (const [name, expression] of Object.entries(asked.request)) {
    const value = walk.edition.evaluate(expression, context)
    if (value !== null) request[name] = value
  }
  const other = subject === undefined ? undefined : numberIn(walk.edition, subject, walk.state)
  return {
    effect: 'ask',
    ...at,
    service: asked.service,
    request,
    purpose,
    subject: other ?? partyNumber(walk.state.party),
  }
}

/** @throws TypeError when the case does not know the office: the form asks for it before. */
function appointment(walk: Walk, at: At, { calendar, of, wished }: Does<'appoint'>): Effect {
  const office = numberIn(walk.edition, of, walk.state)
  if (office === undefined) throw new TypeError(`${at.action} does not know the office`)
  const time = numberIn(walk.edition, wished, walk.state) ?? null
  return { effect: 'appoint', ...at, calendar, office, wished: time }
}

function offer(walk: Walk, at: At): Effect {
  const { fee, ref } = walk.edition
  const { amount, due } = walk.state.current ?? {}
  if (!('duty' in fee) || amount === undefined || due === undefined)
    throw new TypeError(`${ref}: ${at.action} has no duty or no term`)
  const { kk, ru, en } = fee.duty.name
  return { effect: 'offer', ...at, amount, name: { kk, ru, en }, until: due }
}
