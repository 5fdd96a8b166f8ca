import type { Edition } from '#core/regulation'
import type { Instant, Json, JsonObject } from '#core/kernel'
import type { CaseEvent, CaseState, CurrentAction, DoneAction } from './state.ts'

/** An event with the instant at which it happened. */
export type Happened = CaseEvent & { readonly at: Instant }

const STORED_AS: Readonly<Record<string, string>> = {
  fill: 'form',
  sign: 'signature',
  issue: 'document',
}

/** The name under which what an action brought is kept in the case's data. */
export function storeName(edition: Edition, actionId: string): string {
  const action = edition.actions[actionId]
  const named = action !== undefined && 'as' in action ? action.as : undefined
  return named ?? STORED_AS[action?.does ?? ''] ?? actionId
}

function opened(event: Extract<CaseEvent, { type: 'opened' }>, at: Instant): CaseState {
  const { id, number, edition, channel, party, language, representative, about, unit } = event
  const data = { language }
  return {
    id,
    number,
    edition,
    channel,
    party,
    ...(representative === undefined ? {} : { representative }),
    ...(about === undefined ? {} : { about }),
    ...(unit === undefined ? {} : { unit }),
    status: 'open',
    openedAt: at,
    done: [],
    data,
    version: 1,
  }
}

const withStored = (data: JsonObject, name: string, store: Json | undefined): JsonObject =>
  store === undefined ? data : { ...data, [name]: store }

function completed(
  edition: Edition,
  state: CaseState,
  event: Extract<Happened, { type: 'completed' }>,
): CaseState {
  const { current, ...rest } = state
  const { action, visit, outcome, at } = event
  const waited = current ?? { action, visit, since: at }
  return {
    ...rest,
    data: withStored(state.data, storeName(edition, action), event.store ?? partsOf(current)),
    done: [
      ...state.done,
      { ...doneAction(waited, outcome, at), ...(event.by === undefined ? {} : { by: event.by }) },
    ],
  }
}

const partsOf = (current: CurrentAction | undefined) => current?.parts as Json | undefined

const doneAction = (current: CurrentAction, outcome: string, at: Instant): DoneAction => ({
  action: current.action,
  visit: current.visit,
  since: current.since,
  ...(current.due === undefined ? {} : { due: current.due }),
  at,
  outcome,
})

function entered(event: Extract<Happened, { type: 'entered' }>): CurrentAction {
  const { action, visit, at, due, parts, amount } = event
  return {
    action,
    visit,
    since: at,
    ...(due === undefined ? {} : { due }),
    ...(amount === undefined ? {} : { amount }),
    ...(parts === undefined
      ? {}
      : { parts: Object.fromEntries(parts.map((part) => [part, null])) }),
  }
}

function concluded(state: CaseState, event: Extract<Happened, { type: 'concluded' }>): CaseState {
  if (state.current === undefined) return state
  const { positive, remark, at, part } = event
  const conclusion = { positive, at, ...(remark === undefined ? {} : { remark }) }
  return {
    ...state,
    current: { ...state.current, parts: { ...state.current.parts, [part]: conclusion } },
  }
}

/** The action at which the case ended stands in its history too, with the status that it came to as its outcome. */
function ended(state: CaseState, at: Instant, status: CaseState['status']): CaseState {
  const { current, ...rest } = state
  const done = current === undefined ? state.done : [...state.done, doneAction(current, status, at)]
  return { ...rest, done, status, endedAt: at }
}

/** The notification with which a case ended, as its document. */
const withNotice = (state: CaseState, store: JsonObject | undefined): CaseState => ({
  ...state,
  data: withStored(state.data, STORED_AS['issue'] ?? '', store),
})

function refused(state: CaseState, event: Extract<Happened, { type: 'refused' }>): CaseState {
  const { ground: id, text, remark } = event
  return {
    ...withNotice(ended(state, event.at, 'refused'), event.store),
    ground: { id, text, ...(remark === undefined ? {} : { remark }) },
  }
}

function decided(state: CaseState, event: Extract<Happened, { type: 'decided' }>): CaseState {
  if (state.current === undefined) return state
  return { ...state, current: { ...state.current, refusal: event.refusal } }
}

type Fold<K extends CaseEvent['type']> = (
  state: CaseState,
  event: Extract<Happened, { type: K }>,
  edition: Edition,
) => CaseState

const dueOf = ({ due }: { readonly due?: Instant }) => (due === undefined ? {} : { due })

const FOLDS: { readonly [K in CaseEvent['type']]: Fold<K> } = {
  opened: (state) => state,
  entered: (state, event) => ({ ...state, current: entered(event) }),
  saved: (state, { fields }) => ({ ...state, data: { ...state.data, draft: fields } }),
  concluded,
  completed: (state, event, edition) => completed(edition, state, event),
  filed: (state, event) => ({ ...state, filedAt: event.at, ...dueOf(event) }),
  registered: (state, event) => ({ ...state, registeredAt: event.at, ...dueOf(event) }),
  overdue: (state) =>
    state.current === undefined
      ? state
      : { ...state, current: { ...state.current, overdue: true } },
  lapsed: (state) => ({ ...state, lapsed: true }),
  withdrawn: (state, { at }) => ended(state, at, 'withdrawn'),
  decided,
  refused,
  expired: (state, { at, text, store }) => ({
    ...withNotice(ended(state, at, 'expired'), store),
    expiry: text,
  }),
  finished: (state, { at, result }) => ({ ...ended(state, at, 'finished'), result }),
}

const fold = <K extends CaseEvent['type']>(
  edition: Edition,
  state: CaseState,
  event: Extract<Happened, { type: K }>,
): CaseState => {
  const folded: Fold<K> = FOLDS[event.type]
  return folded(state, event, edition)
}

/** The state after one more event. Total: it accepts whatever {@link step} emitted, and never refuses. */
export function evolve(edition: Edition, state: CaseState | undefined, event: Happened): CaseState {
  if (event.type === 'opened') return opened(event, event.at)
  if (state === undefined) throw new TypeError('the first event of a case is "opened"')
  return { ...fold(edition, state, event), version: state.version + 1 }
}

/** The case as its events tell it. @throws TypeError when the first one is not `opened`. */
export function replay(edition: Edition, events: readonly Happened[]): CaseState {
  let state: CaseState | undefined
  for (const event of events) state = evolve(edition, state, event)
  if (state === undefined) throw new TypeError('a case has at least one event')
  return state
}
