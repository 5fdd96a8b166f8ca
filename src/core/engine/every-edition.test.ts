import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { differences, parseExample, runExample } from '#capabilities/regulations'
import { addSeconds, type Iin, type Instant } from '#core/kernel'
import { type Edition, VERBS } from '#core/regulation'
import { type Actor, type CaseState, type Command, replay, step } from './index.ts'
import { choices, countryLaw, type CountryLaw, PLATFORM, randomWalk } from './testing/index.ts'

let law: CountryLaw

beforeAll(async () => {
  law = await countryLaw()
})

const RUNS = { numRuns: 60 }

/** Runs a property over random lawful walks of every edition. */
function everyWalk(
  holds: (walked: ReturnType<typeof randomWalk>, edition: Edition, numbers: number[]) => void,
  upTo?: number,
): void {
  for (const edition of law.editions)
    fc.assert(
      fc.property(choices, (numbers) => {
        holds(randomWalk({ edition, calendar: law.calendar }, numbers, upTo), edition, numbers)
      }),
      RUNS,
    )
}

describe('every edition of every regulation', () => {
  it('is here', () => {
    expect(law.editions.map(({ ref }) => ref)).toEqual([
      'justice.realty-absence@2011-08-26',
      'justice.realty-absence@2012-04-10',
      'land.purpose-change@2015-11-13',
      'land.purpose-change@2016-04-29',
      'land.purpose-change@2017-01-27',
    ])
  })

  it('goes the ways and counts the terms of its golden examples', () => {
    for (const edition of law.editions)
      for (const { path, text } of law.regulations.examples(edition.ref)) {
        const example = parseExample(text)
        const run = runExample(edition, example, law.calendar)
        // Fields of documents are the regulation's own affair: here it is about paths, ends and terms.
        const expected = { ...example.expect, documents: {} }
        expect(differences({ ...example, expect: expected }, run), path).toEqual([])
      }
  })

  it('brings a case to an end on every way that it allows', () => {
    const ends = new Set<string>()
    everyWalk(({ state }, { ref }) => {
      expect(['finished', 'refused']).toContain(state.status)
      expect(state.current).toBeUndefined()
      expect(state.endedAt).toBeDefined()
      ends.add(`${ref} ${state.result ?? state.ground?.id ?? ''}`)
    })
    for (const { ref, results } of law.editions)
      for (const result of Object.keys(results)) expect([...ends]).toContain(`${ref} ${result}`)
  })

  it('gives a state that is the fold of its events, and does not depend on what was asked before', () => {
    everyWalk(({ state, events, edition }) => {
      expect(replay(edition, events)).toEqual(state)
      expect(state.version).toBe(events.length)
    })
  })

  it('keeps a history that is whole: every action entered is ended once, in order, with the next visit', () => {
    everyWalk(({ state, events }) => {
      const entered = events.flatMap((one) => (one.type === 'entered' ? [one] : []))
      const names = (list: readonly { action: string; visit: number }[]) =>
        list.map(({ action, visit }) => `${action}/${visit}`)
      expect(names(state.done)).toEqual(names(entered))
      expect(new Set(names(state.done)).size).toBe(state.done.length)
      for (const [index, { since, at }] of state.done.entries()) {
        expect(since <= at).toBe(true)
        expect(since >= (state.done[index - 1]?.at ?? since)).toBe(true)
      }
      for (const { action, visit } of entered)
        expect(entered.filter((one) => one.action === action).length).toBeGreaterThanOrEqual(visit)
    })
  })

  it('names every piece of work once', () => {
    everyWalk(({ effects }) => {
      const keys = effects.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    })
  })

  it('watches the term of whatever waits for a person, and hands the rest to a worker', () => {
    everyWalk(({ taken, edition }) => {
      for (const { stepped } of taken) {
        const { current } = stepped.state
        const action = edition.actions[current?.action ?? '']
        if (current === undefined || action === undefined) continue
        if (!stepped.events.some(({ type }) => type === 'entered')) continue
        const isWork = VERBS[action.does].carriedOutBy === 'worker'
        const watched = stepped.effects.filter(({ effect }) => effect === 'deadline')
        expect(watched.length).toBe(!isWork && current.due !== undefined ? 1 : 0)
        const work = stepped.effects.filter(({ effect }) =>
          ['ask', 'issue', 'verify-signature'].includes(effect),
        )
        expect(work.length).toBe(isWork ? 1 : 0)
      }
    })
  })

  it('dates the whole service when the request is filed or registered, never before', () => {
    everyWalk(({ taken, edition }) => {
      for (const { stepped } of taken) {
        const { due, filedAt, registeredAt } = stepped.state
        if (due === undefined) continue
        expect(edition.total).toBeDefined()
        expect(edition.total?.from === 'registration' ? registeredAt : filedAt).toBeDefined()
        expect(due > (filedAt ?? due)).toBe(true)
      }
    })
  })
})

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
  ]
}

/** What the state allows, told another way than the engine does. */
function isAllowed(edition: Edition, state: CaseState, command: Command, actor: Actor): boolean {
  if (command.do === 'open' || state.status !== 'open') return false
  const isOwner =
    actor.kind === 'applicant' && JSON.stringify(actor.party) === JSON.stringify(state.party)
  if (command.do === 'withdraw') return isOwner
  const { current } = state
  if (current?.action !== command.action || current.visit !== command.visit) return false
  const action = edition.actions[current.action]
  if (action === undefined) return false
  if (command.do === 'elapse') return actor.kind === 'system' && current.due !== undefined
  const role = edition.actors[action.by]
  const isWork = VERBS[action.does].carriedOutBy === 'worker'
  const holdsRole =
    role !== undefined && 'role' in role
      ? actor.kind === 'official' && actor.roles.includes(role.role)
      : role?.kind === 'applicant' && isOwner
  const may = isWork ? actor.kind === 'system' : holdsRole
  if (!may) return false
  if (command.do === 'save') return action.does === 'fill'
  if (command.do === 'revise') return action.does === 'sign'
  if (command.do === 'conclude')
    return action.does === 'agree' && Object.hasOwn(current.parts ?? {}, command.part)
  if (action.does === 'refuse')
    return [action.ground, ...(action.grounds ?? [])].includes(command.ground ?? '')
  return action.does !== 'agree' && VERBS[action.does].outcomes.includes(command.outcome)
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
              const now = addSeconds('2019-01-01T00:00:00.000Z' as Instant, 0)
              const result = step(edition, state, command, { actor, calendar: law.calendar }, now)
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
    everyWalk(({ state, edition, taken }) => {
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
    everyWalk(({ taken, edition }) => {
      for (const { command, actor, at, stepped } of taken.slice(1)) {
        const facts = { actor, calendar: law.calendar }
        const again = step(edition, stepped.state, command, facts, at)
        const codes = ['CASE_STALE', 'CASE_NOT_OPEN', 'CASE_CONCLUDED']
        expect(codes).toContain(again.ok ? 'accepted' : again.error.code)
      }
    })
  })

  it('is decided on its arguments alone', () => {
    everyWalk(({ taken, edition }) => {
      for (const { before, command, actor, at, stepped } of taken)
        expect(step(edition, before, command, { actor, calendar: law.calendar }, at)).toEqual({
          ok: true,
          value: stepped,
        })
    })
  })
})
