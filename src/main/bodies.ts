import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { CaseState } from '#core/engine'
import { type Bin, type JsonObject, jsonText, parseBin, type Text } from '#core/kernel'

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
  const find = (kind: string, region: string): SealingBody => {
    const known = seals[kind]
    const code =
      known !== undefined && Object.hasOwn(known.regions, region) ? region : (known?.default ?? '')
    const found = known?.regions[code]
    if (found === undefined) throw new Error(`no body has the seal ${kind}`)
    const { bin, kk, ru, en } = found
    return { seal: `${kind}-${code}`, bin, body: { kk, ru, en } }
  }
  return {
    kinds: Object.keys(seals),
    find,
    /** The body by its seal's name. */
    bySeal: (seal: string): SealingBody =>
      find(seal.slice(0, seal.lastIndexOf('-')), seal.slice(seal.lastIndexOf('-') + 1)),
    /** The territorial body of the region that the applicant chose in the form. */
    ofCase(kind: string, state: CaseState): SealingBody {
      const form = (state.data['form'] ?? {}) as JsonObject
      return find(kind, jsonText(form['region']))
    },
  }
}

export type Bodies = ReturnType<typeof loadBodies>
