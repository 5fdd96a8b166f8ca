import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Example, parseExample, runExample } from '#capabilities/regulations'
import type { Edition } from '#core/regulation'
import { loadLaw } from '../../src/main/law.ts'

const law = await loadLaw(path.resolve(import.meta.dirname, '../..'))
const editions = law.regulations.services().flatMap(({ id }) => law.regulations.editions(id))

/** What a golden example shows: `refusal of eds at refuseEds`, `variant birth`. */
function* shownBy(edition: Edition, example: Example): Iterable<string> {
  const { channel, party, representative, decisions } = example.given
  const run = runExample(edition, example, law)
  yield `channel ${channel}`
  yield `a request of: ${party.kind}`
  for (const action of run.path) yield `action ${action}`
  if (representative !== undefined) yield `representation by ${representative.basis}`
  for (const decision of decisions)
    if ('outcome' in decision && decision.outcome === 'lapsed') yield `lapse of ${decision.action}`
  yield endOf(run)
  if (run.status === 'finished') yield `variant ${example.given.form['variant'] ?? ''}`
}

const endOf = ({ status, ground, result, path: way }: ReturnType<typeof runExample>): string =>
  status === 'refused'
    ? `refusal of ${ground ?? ''} at ${way.at(-1) ?? ''}`
    : `result ${result ?? ''}`

/** What an edition provides for, in the same words. */
function* providedBy(edition: Edition): Iterable<string> {
  yield* Object.keys(edition.channels).map((id) => `channel ${id}`)
  yield* edition.about.recipients.map((kind) => `a request of: ${kind}`)
  yield* Object.keys(edition.results).map((id) => `result ${id}`)
  yield* Object.entries(edition.representation)
    .filter(([basis]) => basis !== 'none')
    .map(([basis]) => `representation by ${basis}`)
  yield* Object.keys(edition.variants ?? {}).map((id) => `variant ${id}`)
  for (const [id, action] of Object.entries(edition.actions)) {
    yield `action ${id}`
    if ('next' in action && Object.hasOwn(action.next, 'lapsed')) yield `lapse of ${id}`
    if (action.does !== 'refuse') continue
    const { ground, grounds = [] } = action
    for (const one of ground === undefined ? grounds : [ground]) yield `refusal of ${one} at ${id}`
  }
}

describe('the golden examples', () => {
  it.each(editions)(
    'show every variant, refusal, lapse and end that $ref provides for',
    (edition) => {
      const examples = law.regulations.examples(edition.ref).map(({ text }) => parseExample(text))
      const shown = new Set(examples.flatMap((example) => [...shownBy(edition, example)]))
      expect([...new Set(providedBy(edition))].filter((one) => !shown.has(one))).toEqual([])
    },
  )
})
