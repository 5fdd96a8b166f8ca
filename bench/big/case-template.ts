import { createHash } from 'node:crypto'
import { type CaseEvent, type CaseState, step } from '#core/engine'
import { rightfulActor } from '#core/engine/testing'
import { addSeconds, canonicalJson, type Iin, type Instant, type JsonObject } from '#core/kernel'
import { checkForm, type Edition } from '#core/regulation'
import { contextOf } from '#core/engine'
import { ANSWERS, SERVICE } from '../citizens.ts'
import { answerTo, type Deps, value } from '../one-case.ts'

/** Stand for what differs between cases. */
const ID = '00000000-0000-4000-8000-000000000000'
const NUMBER = '10100000000000'
const IIN = '000000000000' as Iin
const OPENED = '2026-01-05T04:00:00.000Z' as Instant

/** One finished case that others are made after. */
export interface Original {
  readonly events: readonly {
    readonly event: CaseEvent
    readonly actor: JsonObject
    readonly at: Instant
  }[]
  readonly state: CaseState
}

function edition({ regulations }: Deps): Edition {
  const found = regulations.inForce(SERVICE, '2026-01-05' as never)
  if (found === undefined) throw new Error(`no edition of ${SERVICE}`)
  return found
}

/** Carries one case through the engine, a second a step, from its opening to its certificate. */
export function originalCase(deps: Deps): Original {
  const law = edition(deps)
  const party = { kind: 'person', iin: IIN } as const
  const events: Original['events'][number][] = []
  let state: CaseState | undefined
  for (let second = 0; state === undefined || state.status === 'open'; second += 1) {
    const at = addSeconds(OPENED, second)
    const actor =
      state === undefined
        ? ({ kind: 'applicant', party } as const)
        : rightfulActor(law, state.current?.action ?? '', party)
    const command = state === undefined ? opening(party) : commandAt(law, state, at)
    const { calendar, mrp } = deps
    const stepped = value(step(law, state, command, { actor, calendar, mrp }, at))
    for (const event of stepped.events) events.push({ event, actor: { ...actor }, at })
    state = stepped.state
  }
  return { events, state }
}

const opening = (party: { readonly kind: 'person'; readonly iin: Iin }) =>
  ({ do: 'open', id: ID, number: NUMBER, channel: 'portal', party, language: 'kk' }) as const

function commandAt(law: Edition, state: CaseState, at: Instant) {
  const action = law.actions[state.current?.action ?? '']
  const command = answerTo(law, state)
  if (action?.does !== 'fill' || command.do !== 'complete') return command
  const { values } = checkForm(law, action.form, ANSWERS, contextOf(state, at))
  return { ...command, store: values }
}

/** One case to be made after the original. */
export interface Copy {
  readonly id: string
  readonly number: string
  readonly iin: string
  /** Milliseconds after the original. */
  readonly shift: number
}

/** A text in pieces: what is the same in all cases, and what is put in. */
type Piece = string | ((copy: Copy) => string)

const VARYING = new RegExp(`(${ID}|${NUMBER}|${IIN}|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)`)

function pieceOf(text: string): Piece {
  if (text === ID) return ({ id }) => id
  if (text === NUMBER) return ({ number }) => number
  if (text === IIN) return ({ iin }) => iin
  if (!VARYING.test(text)) return text
  const at = Date.parse(text)
  return ({ shift }) => new Date(at + shift).toISOString()
}

const piecesOf = (text: string): Piece[] => text.split(VARYING).map(pieceOf)

const filled = (pieces: readonly Piece[], copy: Copy): string => {
  let text = ''
  for (const piece of pieces) text += typeof piece === 'string' ? piece : piece(copy)
  return text
}

/** Makes the rows of cases that went the way of the original, each with its own chain of hashes. */
export function createCopier(original: Original) {
  const events = original.events.map(({ event, actor, at }, index) => {
    const { type, ...data } = event
    return piecesOf(canonicalJson({ seq: index + 1, type, actor, data, at }))
  })
  const state = piecesOf(JSON.stringify(original.state))
  return {
    eventsOfEach: events.length,
    /** Canonical JSON of every event, their hashes one after the other, and the state. */
    rowsOf(copy: Copy): { events: string[]; hashes: Buffer; state: string } {
      const texts = events.map((pieces) => filled(pieces, copy))
      const hashes: Buffer[] = []
      let head: Buffer = Buffer.alloc(32)
      for (const text of texts) {
        head = createHash('sha256').update(head).update(text).digest()
        hashes.push(head)
      }
      return { events: texts, hashes: Buffer.concat(hashes), state: filled(state, copy) }
    },
  }
}
