import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Persona } from '../../country/index.ts'
import { type PlainDate, parseDate } from '#core/kernel'
import type { Backend } from './backend.ts'
import { Refused } from './refused.ts'

const day = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parseDate(value) !== undefined,
  'a day',
)
const file = z.strictObject({
  officials: z.array(
    z.strictObject({
      persona: z.string(),
      role: z.string(),
      unit: z.string(),
      from: day,
      order: z.string().min(1),
    }),
  ),
})

/** country/officials.yaml. @throws when that file is not what it should be. */
export const loadOfficials = (root: string) =>
  file.parse(parse(fs.readFileSync(path.join(root, 'country/officials.yaml'), 'utf8'))).officials

/** Appoints the personas on the first start; whoever was dismissed since stays dismissed. */
export async function appointPersonas(
  { officials }: Pick<Backend, 'officials'>,
  root: string,
  personas: readonly Persona[],
): Promise<void> {
  if ((await officials.list()).length > 0) return
  for (const { persona, ...order } of loadOfficials(root)) {
    const found = personas.find(({ id }) => id === persona)
    if (found === undefined) throw new Error(`country/officials.yaml: no persona ${persona}`)
    const made = await officials.appoint({ ...order, iin: found.iin, name: found.fullName })
    if (!made.ok) throw new Refused(made.error)
  }
}
