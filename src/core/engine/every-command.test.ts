import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Iin, Instant } from '#core/kernel'
import { type ActionData, type Edition, VERBS } from '#core/regulation'
import { type Actor, type CaseState, type Command, step } from './index.ts'
import {
  type CountryLaw,
  choices,
  countryLaw,
  everyWalk,
  PLATFORM,
  randomWalk,
} from './testing/index.ts'

let law: CountryLaw

beforeAll(async () => {
  law = await countryLaw()
})

const RUNS = { numRuns: 30 }

const stranger = {
  kind: 'applicant',
  party: { kind: 'person', iin: '850101300125' as Iin },
} as const
const ACTORS: readonly Actor[] = [
  PLATFORM,
  stranger,
  { kind: 'official', id: 'x', roles: [], unit: 'sanitary' },
  { kind: 'official', id: 'x', roles: ['akimat.head', 'akimat.chancery'], unit: '' },
]

interface Odd {
  readonly action: number
  readonly visit: number
  readonly outcome: string
  readonly part: string
  readonly ground: string
}
const odd = fc.record({
  action: fc.nat(),
  visit: fc.integer({ min: -1, max: 4 }),
  outcome: fc.constantFrom('done', 'ok', 'valid', 'positive', 'returned', 'revised', 'constructor'),
  part: fc.constantFrom('sanitary', 'networks', 'constructor', '__proto__', ''),
  ground: fc.constantFrom('noData', 'signature', 'commissionNegative', 'constructor'),
})

/** Commands that nobody gives on the ordinary way. */
function oddCommands(edition: Edition, one: Odd): readonly Command[] {
  const ids = [...Object.keys(edition.actions), 'constructor', '']
  const at = { action: ids[one.action % ids.length] ?? '', visit: one.visit }
  return [
    { do: 'complete', ...at, outcome: one.outcome, ground: one.ground },
    { do: 'conclude', ...at, part: one.part, positive: true },
    { do: 'save', ...at, fields: {} },
    { do: 'revise', ...at },
    { do: 'elapse', ...at },
    { do: 'withdraw' },
    { do: 'lapse' },
  ]
}

type OnCurrent = Exclude<Command, { do: 'open' | 'withdraw' | 'lapse' }>

const isOwner = ({ party }: CaseState, actor: Actor): boolean =>
  actor.kind === 'applicant' && JSON.stringify(actor.party) === JSON.stringify(party)

function isRightful(state: CaseState, action: ActionData, edition: Edition, actor: Actor): boolean {
  if (VERBS[action.does].carriedOutBy === 'worker') return actor.kind === 'system'
  const role = edition.actors[action.by]
  if (role?.kind === 'applicant') return isOwner(state, actor)
  return (
    role !== undefined &&
    'role' in role &&
    actor.kind === 'official' &&
    actor.roles.includes(role.role)
  )
}

type Fits<K extends OnCurrent['do']> = (
  action: ActionData,
  command: Extract<OnCurrent, { do: K }>,
  state: CaseState,
) => boolean

/** What each command needs of the action that waits, beside the right actor. */
const FITS: { readonly [K in OnCurrent['do']]: Fits<K> } = {
  save: ({ does }) => does === 'fill',
  revise: ({ does }) => does === 'sign',
  elapse: (_action, _command, { current }) => current?.due !== undefined,
  conclude: ({ does }, { part }, { current }) =>
    does === 'agree' && Object.keys(current?.parts ?? {}).includes(part),
  complete: (action, { outcome, ground }) =>
    action.does === 'refuse'
      ? [action.ground, ...(action.grounds ?? [])].includes(ground)
      : action.does !== 'agree' && VERBS[action.does].outcomes.includes(outcome),
}

function fits<K extends OnCurrent['do']>(
  action: ActionData,
  command: Extract<OnCurrent, { do: K }>,
  state: CaseState,
): boolean {
  const holds: Fits<K> = FITS[command.do]
  return holds(action, command, state)
}

const LONG_AFTER = '2019-01-01T00:00:00.000Z' as Instant
const isPast = ({ due, lapsed }: CaseState): boolean =>
  due !== undefined && due <= LONG_AFTER && lapsed === undefined

const isAt = ({ current }: CaseState, { action, visit }: OnCurrent): boolean =>
  current?.action === action && current.visit === visit

/** What the state allows, told another way than the engine does. */
function isAllowed(edition: Edition, state: CaseState, command: Command, actor: Actor): boolean {
  if (command.do === 'open' || state.status !== 'open') return false
  if (command.do === 'withdraw') return isOwner(state, actor)
  if (command.do === 'lapse') return actor.kind === 'system' && isPast(state)
  const action = edition.actions[command.action]
  if (action === undefined || !isAt(state, command)) return false
  const isRight =
    command.do === 'elapse' ? actor.kind === 'system' : isRightful(state, action, edition, actor)
  return isRight && fits(action, command, state)
}

describe('a command', () => {
  it('is accepted only where the state allows it, and changes nothing when it is refused', () => {
    let accepted = 0
    let refused = 0
    for (const edition of law.editions)
      fc.assert(
        fc.property(choices, fc.integer({ min: 1, max: 30 }), odd, (numbers, upTo, one) => {
          const { state } = randomWalk({ edition, calendar: law.calendar }, numbers, upTo)
          const before = JSON.stringify(state)
          const current = state.current ?? { action: '', visit: 0 }
          const commands = [
            ...oddCommands(edition, one),
            ...oddCommands(edition, one).map((command) => ({ ...command, ...current })),
          ] as Command[]
          const owner: Actor = { kind: 'applicant', party: state.party }
          for (const command of commands)
            for (const actor of [...ACTORS, owner]) {
              const result = step(
                edition,
                state,
                command,
                { actor, calendar: law.calendar },
                LONG_AFTER,
              )
              if (result.ok) {
                accepted += 1
                expect(isAllowed(edition, state, command, actor), JSON.stringify(command)).toBe(
                  true,
                )
              } else {
                refused += 1
                expect(result.error.code).toMatch(/^CASE_/)
              }
              expect(JSON.stringify(state)).toBe(before)
            }
        }),
        RUNS,
      )
    expect(accepted).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(1000)
  })

  it('finds nothing to do in a case that has ended', () => {
    everyWalk(law, ({ state, edition, taken }) => {
      for (const { command, actor } of taken) {
        const facts = { actor, calendar: law.calendar }
        const again = step(edition, state, command, facts, '2030-01-01T00:00:00.000Z' as Instant)
        expect(again.ok ? 'accepted' : again.error.code).toBe(
          command.do === 'open' ? 'CASE_STALE' : 'CASE_NOT_OPEN',
        )
      }
    })
  })

  it('given twice is refused the second time: the first one moved the case on', () => {
    everyWalk(law, ({ taken, edition }) => {
      for (const { command, actor, at, stepped } of taken.slice(1)) {
        const facts = { actor, calendar: law.calendar }
        const again = step(edition, stepped.state, command, facts, at)
        const codes = ['CASE_STALE', 'CASE_NOT_OPEN', 'CASE_CONCLUDED']
        expect(codes).toContain(again.ok ? 'accepted' : again.error.code)
      }
    })
  })

  it('is decided on its arguments alone', () => {
    everyWalk(law, ({ taken, edition }) => {
      for (const { before, command, actor, at, stepped } of taken)
        expect(step(edition, before, command, { actor, calendar: law.calendar }, at)).toEqual({
          ok: true,
          value: stepped,
        })
    })
  })
})
