import fs from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { OfficeRow } from '#registries/civil-acts'

const text = z.object({ kk: z.string(), ru: z.string() })
const file = z.object({
  units: z.object({
    'civil-registry': z.array(
      z.object({ code: z.string(), kato: z.string(), name: text, address: text }),
    ),
  }),
})

/** The civil registry offices of classifiers/units.yaml, as their register takes them. */
export function readOffices(): readonly OfficeRow[] {
  const yaml = fs.readFileSync(new URL('../classifiers/units.yaml', import.meta.url), 'utf8')
  return file.parse(parse(yaml)).units['civil-registry']
}
