import { describe, expect, it } from 'vitest'
import { parseExample, runExample } from '#capabilities/regulations'
import { contractOf } from '#core/contracts'
import { countryLaw } from '#core/engine/testing'
import { instant, type JsonObject } from '#core/kernel'
import { REGISTRY_SERVICES } from './registries.ts'

/** A register that gets as far as its tables has taken the question. */
const TABLES = new Error('its tables')
const sql = { query: () => Promise.reject(TABLES) } as never

/** Officials of the examples have no number of their own. */
const whole = (request: JsonObject): JsonObject =>
  'official' in request ? { ...request, official: '840731400431' } : request

const law = await countryLaw()
const examples = law.editions.flatMap((edition) =>
  law.regulations
    .examples(edition.ref)
    .map(({ path, text }) => ({ title: `${edition.ref} ${path}`, edition, text })),
)

describe('the questions of a golden example are such as its registers take', () => {
  it.each(examples)('$title', async ({ edition, text }) => {
    for (const { service, subject, request } of runExample(edition, parseExample(text), law)
      .asked) {
      const offered = REGISTRY_SERVICES.find(({ id }) => id === service)
      const body = whole(request)
      const alsoAbout = contractOf(service)?.alsoAbout?.(body) ?? []
      const answer = offered?.answer(sql, { subject, alsoAbout, body }, instant(new Date()))
      const taken = await answer?.catch((error: unknown) => error)
      expect({ service, taken }).toEqual({ service, taken: TABLES })
    }
  })
})
