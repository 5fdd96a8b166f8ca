import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Text } from '#core/kernel'

const text = z.strictObject({
  kk: z.string().min(1),
  ru: z.string().min(1),
  en: z.string().min(1),
})
const unit = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  kato: z.string().regex(/^\d{9}$/),
  name: text,
  address: text,
})
const file = z.strictObject({ units: z.record(z.string(), z.array(unit).min(1)) })

/** An office where people are served. */
export interface Unit {
  readonly code: string
  readonly kind: string
  /** KATO code of the place where it works. */
  readonly kato: string
  readonly name: Text
  readonly address: Text
}

function refuseDoubles(units: readonly Unit[]): void {
  const codes = units.map(({ code }) => code)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice !== undefined) throw new Error(`classifiers/units.yaml has ${twice} twice`)
}

/** classifiers/units.yaml. @throws when that file is not what it should be. */
export function loadUnits(root: string) {
  const yaml = fs.readFileSync(path.join(root, 'classifiers/units.yaml'), 'utf8')
  const kinds = Object.entries(file.parse(parse(yaml)).units)
  const all = kinds.flatMap(([kind, units]) => units.map((one): Unit => ({ kind, ...one })))
  refuseDoubles(all)
  const byCode = new Map(all.map((one) => [one.code, one]))
  return {
    kinds: kinds.map(([kind]) => kind),
    find: (code: string): Unit | undefined => byCode.get(code),
    /** KATO code of the region that a unit works in; what names no unit is given back: it is a region's code. */
    regionOf: (place: string): string => {
      const { kato } = byCode.get(place) ?? {}
      return kato === undefined ? place : `${kato.slice(0, 2)}0000000`
    },
    /** The units of a kind, in the order of the file: by region and place. */
    ofKind: (kind: string): readonly Unit[] => all.filter((one) => one.kind === kind),
  }
}

export type Units = ReturnType<typeof loadUnits>
