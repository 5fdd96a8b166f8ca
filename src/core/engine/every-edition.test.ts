import { beforeAll, describe, expect, it } from 'vitest'
import { differences, parseExample, runExample } from '#capabilities/regulations'
import { type ActionData, VERBS } from '#core/regulation'
import { type CaseState, replay } from './index.ts'
import { type CountryLaw, countryLaw, everyWalk } from './testing/index.ts'

let law: CountryLaw

beforeAll(async () => {
  law = await countryLaw()
})

/** A refusal that is decided waits for its notification, which a worker issues. */
const isWorked = ({ does }: ActionData, { refusal }: NonNullable<CaseState['current']>): boolean =>
  VERBS[does].carriedOutBy === 'worker' || refusal !== undefined

describe('every edition of every regulation', () => {
  it('is here', () => {
    const refs = law.editions.map(({ ref }) => ref)
    expect(refs).toEqual(refs.toSorted())
    for (const day of ['2015-11-13', '2016-04-29', '2017-01-27'])
      expect(refs).toContain(`land.purpose-change@${day}`)
    expect(new Set(law.editions.map(({ service }) => service))).toEqual(
      new Set(law.regulations.services().map(({ id }) => id)),
    )
  })

  it('goes the ways and counts the terms of its golden examples', () => {
    for (const edition of law.editions)
      for (const { path, text } of law.regulations.examples(edition.ref)) {
        const example = parseExample(text)
        const run = runExample(edition, example, law)
        // Fields of documents are the regulation's own affair: here it is about paths, ends and terms.
        const expected = { ...example.expect, documents: {} }
        expect(differences({ ...example, expect: expected }, run), path).toEqual([])
      }
  })

  it('brings a case to an end on every way that it allows', () => {
    everyWalk(law, ({ state }) => {
      expect(['finished', 'refused', 'expired']).toContain(state.status)
      expect(state.current).toBeUndefined()
      expect(state.endedAt).toBeDefined()
    })
  })

  it('gives a state that is the fold of its events, and does not depend on what was asked before', () => {
    everyWalk(law, ({ state, events, edition }) => {
      expect(replay(edition, events)).toEqual(state)
      expect(state.version).toBe(events.length)
    })
  })

  it('keeps a history that is whole: every action entered is ended once, in order, with the next visit', () => {
    everyWalk(law, ({ state, events }) => {
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
    everyWalk(law, ({ effects }) => {
      const keys = effects.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    })
  })

  it('watches the term of whatever waits for a person, and hands the rest to a worker', () => {
    everyWalk(law, ({ taken, edition }) => {
      for (const { stepped } of taken) {
        const { current } = stepped.state
        const action = edition.actions[current?.action ?? '']
        if (current === undefined || action === undefined) continue
        if (!stepped.events.some(({ type }) => type === 'entered')) continue
        const isWork = isWorked(action, current)
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
    everyWalk(law, ({ taken, edition }) => {
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
