import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type PlainDate, parseDate, type Text } from '#core/kernel'

const day = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parseDate(value) !== undefined,
  'a day',
)
const entry = z.object({
  code: z.string().regex(/^\d{9}$/),
  kind: z.string(),
  name: z.strictObject({ kk: z.string(), ru: z.string(), en: z.string() }),
  from: day.optional(),
  to: day.optional(),
})
const file = z.object({ entries: z.array(entry) })

export interface Region {
  readonly code: string
  readonly name: Text
}

/** Regions and cities of republican significance of classifiers/kato.yaml, with the days on which they were valid. */
export function loadRegions(root: string) {
  const { entries } = file.parse(
    parse(fs.readFileSync(path.join(root, 'classifiers/kato.yaml'), 'utf8')),
  )
  const regions = entries.filter(({ code }) => /^\d{2}0{7}$/.test(code))
  return {
    codes: regions.map(({ code }) => code),
    nameOf: (code: string): Text | undefined =>
      regions.find((region) => region.code === code)?.name,
    /** The regions there were on a day, by their Kazakh names. */
    on: (date: PlainDate): Region[] =>
      regions
        .filter(
          ({ from, to }) => (from === undefined || from <= date) && (to === undefined || date < to),
        )
        .map(({ code, name }) => ({ code, name }))
        .toSorted((a, b) => a.name.kk.localeCompare(b.name.kk, 'kk')),
  }
}

export type Regions = ReturnType<typeof loadRegions>
