import fs from 'node:fs'
import path from 'node:path'
import { contracts } from '#core/contracts'
import { type Loaded, loadEdition } from '../load-edition.ts'
import type { SourceFile } from '../source.ts'
import type { World } from '../world.ts'

const SERVICE = path.resolve(import.meta.dirname, '../../../../regulations/justice/realty-absence')

/** What exists around the regulation of certificates on real property. */
export const sampleWorld: World = {
  services: contracts,
  systems: ['portal', 'gateway', 'realty'],
  roles: ['justice.registrar', 'centre.operator'],
  seals: ['justice-department'],
  regions: ['630000000', '710000000', '750000000'],
  units: { 'civil-registry': ['101', '102'] },
  calendars: ['marriage'],
}

/** The texts of an edition of justice.realty-absence, with short paths. */
export function sampleFiles(edition = '2012-04-10'): SourceFile[] {
  const read = (file: string) => fs.readFileSync(path.join(SERVICE, file), 'utf8')
  const here = `editions/${edition}`
  return [
    { path: 'service.yaml', text: read('service.yaml') },
    ...['regulation.yaml', 'form.yaml', 'documents/certificate.typ', 'documents/refusal.typ'].map(
      (file) => ({
        path: `${here}/${file}`,
        text: read(`${here}/${file}`),
      }),
    ),
  ]
}

/** The edition with one change in one of its files. @throws when there is nothing to change. */
export function changed(file: string, from: string, to: string): SourceFile[] {
  return sampleFiles().map((one) => {
    if (!one.path.endsWith(file)) return one
    if (!one.text.includes(from)) throw new Error(`${file} has no "${from}"`)
    return { path: one.path, text: one.text.replace(from, () => to) }
  })
}

export const loadSample = (files = sampleFiles(), world = sampleWorld): Loaded =>
  loadEdition(files, world)
