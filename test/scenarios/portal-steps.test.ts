import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { BEHIND_PROXY } from './citizens.ts'
import { STEPS } from './steps/all.ts'
import type { Item, Scene } from './steps/scene.ts'

/** The two editions of the act and a day on which each is in force; the later one is kept in force to this day. */
const EDITIONS = [
  { edition: '2012-04-10', today: undefined },
  { edition: '2011-08-26', today: '2011-10-03' },
] as const

const itemsOf = (edition: string): Item[] => {
  const file = `regulations/justice/realty-absence/editions/${edition}/regulation.yaml`
  const text = fs.readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8')
  const { channels } = parse(text) as { channels: { portal: { items: Item[] } } }
  return channels.portal.items
}

/** `3) process 2`: how the act numbers an item of its point 7. */
const labelOf = ({ no, process, condition }: Item): string => {
  if (process !== undefined) return `${no} process ${process}`
  return condition === undefined ? no : `${no} condition ${condition}`
}

describe.each(EDITIONS)('point 7 of the regulation in the edition of $edition', (one) => {
  const items = itemsOf(one.edition)
  let platform: TestPlatform
  beforeAll(async () => {
    platform = await startTestPlatform({
      env: BEHIND_PROXY,
      ...(one.today === undefined ? {} : { today: one.today }),
    })
  })
  afterAll(() => platform?.stop())

  test('every item of the act has a scenario and every scenario its item', () => {
    expect(items.map(labelOf)).toEqual(STEPS.map(({ item }) => item))
    expect(STEPS.filter(({ scenarios }) => scenarios.length === 0)).toEqual([])
  })

  for (const { item, scenarios } of STEPS) {
    for (const { about, run } of scenarios) {
      test(`${item}: ${about}`, async () => {
        const found = items.find((other) => labelOf(other) === item)
        if (found === undefined) throw new Error(`the edition has no item ${item}`)
        const scene: Scene = { platform, edition: one.edition, item: found }
        await run(scene)
      })
    }
  }
})
