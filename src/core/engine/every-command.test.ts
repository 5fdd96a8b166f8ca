import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Iin, type Instant, partyNumber } from '#core/kernel'
import { type ActionData, type Edition, LAPSED, outcomesOf, VERBS } from '#core/regulation'
import { type Actor, type CaseState, type Command, contextOf, step } from './index.ts'
import {
  type CountryLaw,
  choices,
  countryLaw,
  factsOf,
  everyWalk,
  PLATFORM,
  randomWalk,
} from './testing/index.ts'

let law: CountryLaw

beforeAll(async () => {
  law = await countryLaw()
})

const RUNS = { numRuns: 30 }
const LONG_AFTER = '2019-01-01T00:00:00.000Z' as Instant

const stranger = {
  kind: 'applicant',
  party: { kind: 'person', iin: '850101300125' as Iin },
} as const
const ACTORS: readonly Actor[] = [
  PLATFORM,
  stranger,
  { kind: 'official', id: 'x', roles: [], unit: 'sanitary' },
  { kind: 'official', id: 'x', roles: ['akimat.head', 'akimat.chancery'], unit: '' },
  { kind: 'official', id: 'x', roles: ['justice.civil-registry-specialist'], unit: '*' },
]

const OUTCOMES =
  'done ok valid positive returned revised constructor paid lapsed declined appointed complete'.split(
    ' ',
  )

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
  outcome: fc.constantFrom(...OUTCOMES),
  part: fc.constantFrom('sanitary', 'networks', 'constructor', '__proto__', ''),
  ground: fc.constantFrom('noData', 'signature', 'commissionNegative', 'constructor'),
})

const SIGNATURE = { sha256: '0'.repeat(64) }

/** Commands that nobody gives on the ordinary way. */
function oddCommands(edition: Edition, one: Odd): readonly Command[] {
  const ids = [...Object.keys(edition.actions), 'constructor', '']
  const at = { action: ids[one.action % ids.length] ?? '', visit: one.visit }
  return [
    { do: 'complete', ...at, outcome: one.outcome, ground: one.ground },
    { do: 'complete', ...at, outcome: one.outcome, ground: one.ground, signature: SIGNATURE },
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

/** What waits for a worker, for the bank, or for a notification, is told by the platform alone. */
const isPlatforms = ({ current }: CaseState, { does }: ActionData): boolean =>
  current?.refusal !== undefined || ['worker', 'payment'].includes(VERBS[does].carriedOutBy)

function isRightful(state: CaseState, action: ActionData, edition: Edition, actor: Actor): boolean {
  if (isPlatforms(state, action)) return actor.kind === 'system'
  const role = edition.actors[action.by]
  if (role?.kind === 'applicant')
    return role.number === undefined
      ? isOwner(state, actor)
      : isOther(actor, edition.evaluate(role.number, contextOf(state, LONG_AFTER)))
  return role !== undefined && 'role' in role && hasRole(actor, role.role)
}

const isOther = (actor: Actor, number: unknown): boolean =>
  actor.kind === 'applicant' && partyNumber(actor.party) === number

const hasRole = (actor: Actor, role: string): boolean =>
  actor.kind === 'official' && actor.roles.includes(role)

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
  complete: (action, { outcome, ground, signature }, { current }) => {
    if (current?.refusal !== undefined) return true
    if ('signed' in action && signature === undefined) return false
    return action.does === 'refuse'
      ? [action.ground, ...(action.grounds ?? [])].includes(ground)
      : action.does !== 'agree' && outcome !== LAPSED && outcomesOf(action).includes(outcome)
  },
}

function fits<K extends OnCurrent['do']>(
  action: ActionData,
  command: Extract<OnCurrent, { do: K }>,
  state: CaseState,
): boolean {
  const holds: Fits<K> = FITS[command.do]
  return holds(action, command, state)
}

const isPast = ({ due, lapsed }: CaseState): boolean =>
  due !== undefined && due <= LONG_AFTER && lapsed === undefined

const isAt = ({ current }: CaseState, { action, visit }: OnCurrent): boolean =>
  current?.action === action && current.visit === visit

/** Whether a document was handed to the applicant, or a register was changed or is being asked to change. */
function hasResult({ actions }: Edition, { current, done }: CaseState): boolean {
  const named = (outcomes: readonly string[], verb: ActionData['does']) =>
    done.some(({ action, outcome }) => outcomes.includes(outcome) && actions[action]?.does === verb)
  const binding = Object.entries(actions).flatMap(([id, action]) =>
    action.does === 'ask' && action.binding ? [id] : [],
  )
  const entered = done.filter(({ outcome }) => outcome === 'found').map(({ action }) => action)
  return (
    named(['done'], 'issue') ||
    [...entered, current?.action ?? ''].some((action) => binding.includes(action))
  )
}

const mayWithdraw = (edition: Edition, state: CaseState, actor: Actor): boolean =>
  isOwner(state, actor) && !hasResult(edition, state)

/** What the state allows, told another way than the engine does. */
function isAllowed(edition: Edition, state: CaseState, command: Command, actor: Actor): boolean {
  if (command.do === 'open' || state.status !== 'open') return false
  if (command.do === 'withdraw') return mayWithdraw(edition, state, actor)
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
          const { state } = randomWalk({ edition, ...factsOf(law) }, numbers, upTo)
          const before = JSON.stringify(state)
          const current = state.current ?? { action: '', visit: 0 }
          const commands = [
            ...oddCommands(edition, one),
            ...oddCommands(edition, one).map((command) => ({ ...command, ...current })),
          ] as Command[]
          const owner: Actor = { kind: 'applicant', party: state.party }
          for (const command of commands)
            for (const actor of [...ACTORS, owner]) {
              const result = step(edition, state, command, { actor, ...factsOf(law) }, LONG_AFTER)
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
        const facts = { actor, ...factsOf(law) }
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
        const facts = { actor, ...factsOf(law) }
        const again = step(edition, stepped.state, command, facts, at)
        const codes = ['CASE_STALE', 'CASE_NOT_OPEN', 'CASE_CONCLUDED']
        // A refusal that an official decided waits at the same action for its notification, which no person gives.
        if (stepped.state.current?.refusal !== undefined) codes.push('CASE_FORBIDDEN')
        expect(codes).toContain(again.ok ? 'accepted' : again.error.code)
      }
    })
  })

  it('is decided on its arguments alone', () => {
    everyWalk(law, ({ taken, edition }) => {
      for (const { before, command, actor, at, stepped } of taken)
        expect(step(edition, before, command, { actor, ...factsOf(law) }, at)).toEqual({
          ok: true,
          value: stepped,
        })
    })
  })
})
