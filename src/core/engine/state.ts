import type { Instant, JsonObject, Party, Text } from '#core/kernel'

export type CaseStatus = 'open' | 'finished' | 'refused' | 'withdrawn'

/** Who gives a command, established by the caller from session, certificate or message: never by the command itself. */
export type Actor =
  | { readonly kind: 'applicant'; readonly party: Party }
  | { readonly kind: 'system'; readonly system: string }
  | {
      readonly kind: 'official'
      readonly id: string
      readonly roles: readonly string[]
      readonly unit: string
    }

/** What one of several bodies answered. */
export interface Conclusion {
  readonly positive: boolean
  readonly remark?: string
  readonly at: Instant
}

/** The action that the case waits at. `visit` counts how often this action has been entered, from 1. */
export interface CurrentAction {
  readonly action: string
  readonly visit: number
  readonly since: Instant
  readonly due?: Instant
  readonly overdue?: true
  /** Of an `agree` action: the bodies asked, each with its conclusion or null. */
  readonly parts?: Readonly<Record<string, Conclusion | null>>
}

export interface DoneAction {
  readonly action: string
  readonly visit: number
  readonly since: Instant
  readonly due?: Instant
  readonly at: Instant
  readonly outcome: string
}

/** A case, as the fold of its events. */
export interface CaseState {
  readonly id: string
  readonly number: string
  readonly edition: string
  readonly channel: string
  readonly party: Party
  readonly status: CaseStatus
  readonly openedAt: Instant
  readonly filedAt?: Instant
  readonly registeredAt?: Instant
  readonly endedAt?: Instant
  /** The day and hour by which the law demands the result. */
  readonly due?: Instant
  /** That term has passed and the case was still open. */
  readonly lapsed?: true
  readonly current?: CurrentAction
  readonly done: readonly DoneAction[]
  /** Facts by name: `form`, `applicant`, and what each action stored under its `as`. */
  readonly data: JsonObject
  readonly ground?: { readonly id: string; readonly text: Text; readonly remark?: string }
  readonly result?: string
  /** Number of events folded in. */
  readonly version: number
}

export type CaseEvent =
  | {
      readonly type: 'opened'
      readonly id: string
      readonly number: string
      readonly edition: string
      readonly channel: string
      readonly party: Party
      readonly language: string
    }
  | {
      readonly type: 'entered'
      readonly action: string
      readonly visit: number
      readonly due?: Instant
      readonly parts?: readonly string[]
    }
  | { readonly type: 'saved'; readonly fields: JsonObject }
  | {
      readonly type: 'concluded'
      readonly action: string
      readonly visit: number
      readonly part: string
      readonly positive: boolean
      readonly remark?: string
    }
  | {
      readonly type: 'completed'
      readonly action: string
      readonly visit: number
      readonly outcome: string
      readonly store?: JsonObject
    }
  | { readonly type: 'filed'; readonly due?: Instant }
  | { readonly type: 'registered'; readonly due?: Instant }
  | { readonly type: 'overdue'; readonly action: string; readonly visit: number }
  | { readonly type: 'lapsed' }
  | { readonly type: 'withdrawn'; readonly reason?: string }
  | {
      readonly type: 'refused'
      readonly ground: string
      readonly text: Text
      readonly remark?: string
    }
  | { readonly type: 'finished'; readonly result: string }

/** What may be asked of a case. `action` and `visit` say which waiting action is meant, so a late or doubled command misses. */
export type Command =
  | {
      readonly do: 'open'
      readonly id: string
      readonly number: string
      readonly channel: string
      readonly party: Party
      readonly language: string
      /** What was typed into an earlier request of the same service: the new one begins with it. */
      readonly fields?: JsonObject
    }
  | {
      readonly do: 'save'
      readonly action: string
      readonly visit: number
      readonly fields: JsonObject
    }
  | {
      readonly do: 'complete'
      readonly action: string
      readonly visit: number
      readonly outcome: string
      readonly store?: JsonObject
      readonly ground?: string
      readonly remark?: string
    }
  | {
      readonly do: 'conclude'
      readonly action: string
      readonly visit: number
      readonly part: string
      readonly positive: boolean
      readonly remark?: string
    }
  /** Back from signing to the form, to change the answers. */
  | { readonly do: 'revise'; readonly action: string; readonly visit: number }
  | { readonly do: 'withdraw'; readonly reason?: string }
  | { readonly do: 'elapse'; readonly action: string; readonly visit: number }
  /** The term of the whole service has passed. */
  | { readonly do: 'lapse' }

/** Work for the world outside, each with the key that makes it happen once: `<case>/<action>/<visit>`. */
export type Effect =
  | {
      readonly effect: 'ask'
      readonly key: string
      readonly action: string
      readonly visit: number
      readonly service: string
      readonly request: JsonObject
      readonly purpose: Text
      readonly subject: string
    }
  | {
      readonly effect: 'verify-signature'
      readonly key: string
      readonly action: string
      readonly visit: number
    }
  | {
      readonly effect: 'issue'
      readonly key: string
      readonly action: string
      readonly visit: number
      readonly document: string
    }
  | {
      readonly effect: 'deadline'
      readonly key: string
      readonly action: string
      readonly visit: number
      readonly at: Instant
    }
  | { readonly effect: 'term'; readonly key: string; readonly at: Instant }
  | {
      readonly effect: 'notify'
      readonly key: string
      readonly about: 'registered' | 'finished' | 'refused' | 'withdrawn' | 'overdue'
    }
