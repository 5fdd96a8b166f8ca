import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Bin, parseBin, type Text } from '#core/kernel'

const body = z.strictObject({
  bin: z.custom<Bin>(
    (value) => typeof value === 'string' && parseBin(value) !== undefined,
    'a BIN',
  ),
  kk: z.string(),
  ru: z.string(),
  en: z.string(),
})
const file = z.strictObject({
  seals: z.record(
    z.string(),
    z.strictObject({ default: z.string(), regions: z.record(z.string(), body) }),
  ),
})

export interface SealingBody {
  /** Name of the key that seals: `justice-department-750000000`. */
  readonly seal: string
  readonly bin: Bin
  readonly body: Text
}

/** The bodies that seal documents, from classifiers/bodies.yaml. @throws when that file is not what it should be. */
export function loadBodies(root: string) {
  const text = fs.readFileSync(path.join(root, 'classifiers/bodies.yaml'), 'utf8')
  const { seals } = file.parse(parse(text))
  /** @throws when nobody has that seal there: a document is never sealed by somebody else. */
  const find = (kind: string, region: string | undefined): SealingBody => {
    const code = region ?? seals[kind]?.default ?? ''
    const regions = seals[kind]?.regions ?? {}
    const found = Object.hasOwn(regions, code) ? regions[code] : undefined
    if (found === undefined) throw new Error(`nobody has the seal ${kind} in ${code}`)
    const { bin, kk, ru, en } = found
    return { seal: `${kind}-${code}`, bin, body: { kk, ru, en } }
  }
  return {
    kinds: Object.keys(seals),
    has: (kind: string, region: string): boolean =>
      Object.hasOwn(seals, kind) && Object.hasOwn(seals[kind]?.regions ?? {}, region),
    /** The body with that kind of seal in a region; without a region, the one for the whole country. */
    find,
    /** The body by its seal's name. */
    bySeal: (seal: string): SealingBody =>
      find(seal.slice(0, seal.lastIndexOf('-')), seal.slice(seal.lastIndexOf('-') + 1)),
  }
}

export type Bodies = ReturnType<typeof loadBodies>
