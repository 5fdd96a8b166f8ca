import type { Iin, Instant, JsonObject, Party, PlainDate, Text } from '#core/kernel'

export type CaseStatus = 'open' | 'finished' | 'refused' | 'withdrawn' | 'expired'

/** Who gives a command, established by the caller from session, certificate or message: never by the command itself. */
export type Actor =
  /** `by`: the person who acts for the party, where the party does not act itself. */
  | { readonly kind: 'applicant'; readonly party: Party; readonly by?: { readonly iin: Iin } }
  | { readonly kind: 'system'; readonly system: string }
  | {
      readonly kind: 'official'
      readonly id: string
      readonly roles: readonly string[]
      /** Code of the territory, of the body or of the office that the official serves in; `*`: of the whole country. */
      readonly unit: string
    }

/** Who orders for the party of a case, and by what right. */
export interface Representative {
  readonly iin: Iin
  readonly name: Bilingual
  readonly basis: 'parent' | 'attorney'
  /** What the right was read from: the record of birth; the power of attorney with its `number` and `codes`. */
  readonly mandate: JsonObject
}

/** The document, issued before, that a case is about. */
export interface About {
  readonly caseId: string
  readonly caseNumber: string
  /** Number of the document. */
  readonly number: string
  /** Id of the document in its edition. */
  readonly document: string
  readonly title: Bilingual
  readonly issuedOn: PlainDate
  /** The fields that it was printed with. */
  readonly data: JsonObject
  /** What its holder, the party of the case, was called where it was issued. */
  readonly holder?: Bilingual
}

/** A text as documents print it. */
export interface Bilingual {
  readonly kk: string
  readonly ru: string
}

/** What an official signed: the SHA-256 (hex) of the decision's canonical JSON. The signature itself is kept by the cases. */
export interface DecisionSignature {
  readonly sha256: string
}

/** Why a case is refused, as its notification tells it. */
export interface Refusal {
  readonly ground: string
  readonly text: Text
  readonly reference: Text
  readonly advice: Text
  /** What was found in this case. */
  readonly remark: Text | null
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
  /** Of a `pay` action: what is to be paid, in tiyn. */
  readonly amount?: number
  /** Of a `refuse` action: it is decided, and waits for its notification. */
  readonly refusal?: Refusal
}

export interface DoneAction {
  readonly action: string
  readonly visit: number
  readonly since: Instant
  readonly due?: Instant
  readonly at: Instant
  readonly outcome: string
  /** The official who did it. */
  readonly by?: string
}

/** A case, as the fold of its events. */
export interface CaseState {
  readonly id: string
  readonly number: string
  readonly edition: string
  readonly channel: string
  readonly party: Party
  readonly representative?: Representative
  readonly about?: About
  /** Unit of the official who took the request in; absent where the applicant opened the case. */
  readonly unit?: string
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
  readonly ground?: { readonly id: string; readonly text: Text; readonly remark?: Text }
  /** Of an expired case: what passed. */
  readonly expiry?: Text
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
      readonly representative?: Representative
      readonly about?: About
      readonly unit?: string
    }
  | {
      readonly type: 'entered'
      readonly action: string
      readonly visit: number
      readonly due?: Instant
      readonly parts?: readonly string[]
      readonly amount?: number
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
      readonly signature?: DecisionSignature
      /** Id of the official who did it. */
      readonly by?: string
    }
  | { readonly type: 'filed'; readonly due?: Instant }
  | { readonly type: 'registered'; readonly due?: Instant }
  | { readonly type: 'overdue'; readonly action: string; readonly visit: number }
  | { readonly type: 'lapsed' }
  | { readonly type: 'withdrawn'; readonly reason?: string }
  /** A refusal is decided on, and its notification is to be issued. */
  | {
      readonly type: 'decided'
      readonly action: string
      readonly visit: number
      readonly refusal: Refusal
      readonly signature?: DecisionSignature
    }
  /** `store`: the notification that was issued. */
  | {
      readonly type: 'refused'
      readonly ground: string
      readonly text: Text
      readonly remark?: Text
      readonly store?: JsonObject
      readonly signature?: DecisionSignature
    }
  | { readonly type: 'expired'; readonly text: Text; readonly store?: JsonObject }
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
      readonly representative?: Representative
      readonly about?: About
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
      readonly remark?: string | Text
      readonly signature?: DecisionSignature
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

interface At {
  readonly key: string
  readonly action: string
  readonly visit: number
}

/** Work for the world outside, each with the key that makes it happen once: `<case>/<action>/<visit>`. */
export type Effect =
  | (At & {
      readonly effect: 'ask'
      readonly service: string
      readonly request: JsonObject
      readonly purpose: Text
      readonly subject: string
    })
  /** `of`: the action whose signature is meant; absent: the last one made. */
  | (At & { readonly effect: 'verify-signature'; readonly of?: string })
  | (At & {
      readonly effect: 'issue'
      readonly document: string
      /** Number of the document that the new one replaces. */
      readonly replaces?: string
    })
  | (At & {
      readonly effect: 'appoint'
      readonly calendar: string
      readonly office: string
      /** `YYYY-MM-DDTHH:MM` by the clock of the country; null: the first that is free. */
      readonly wished: string | null
    })
  /** The key of an offer is the key by which payments know it. */
  | (At & {
      readonly effect: 'offer'
      readonly amount: number
      readonly name: Text
      readonly until: Instant
    })
  /** `offer`: the key of the offer that no longer stands. */
  | { readonly effect: 'close-offer'; readonly key: string; readonly offer: string }
  /** `offer`: the key of the offer that was paid; the case ended otherwise than finished. */
  | {
      readonly effect: 'refund'
      readonly key: string
      readonly offer: string
      readonly reason: Exclude<CaseStatus, 'open' | 'finished'>
    }
  | (At & { readonly effect: 'deadline'; readonly at: Instant })
  | { readonly effect: 'term'; readonly key: string; readonly at: Instant }
  /** `to`: IIN of another applicant; absent: the party of the case. */
  | {
      readonly effect: 'notify'
      readonly key: string
      readonly about: NoticeAbout
      readonly to?: string
    }

/** The changes of a case that people are told of. */
export type NoticeAbout =
  | 'registered'
  | 'finished'
  | 'refused'
  | 'withdrawn'
  | 'overdue'
  | 'expired'
  /** The duty can be paid. */
  | 'offered'
  /** Another applicant is asked to sign; the notice goes to that person. */
  | 'consent-asked'
  | 'declined'
  | 'appointed'
  /** Something waits at an office to be fetched. */
  | 'to-fetch'
