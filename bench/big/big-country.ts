import { type ReadyRequest, readyRequests } from '../citizens.ts'
import { acceptance } from '../parts/acceptance.ts'
import { certificates, file, type Scene, untilIssued } from '../parts/certificates.ts'
import { freePort } from '../parts/whole-platform.ts'
import { createPortalClient } from '../portal-client.ts'
import { judged, line, type Part } from '../report.ts'
import { startPlatform } from '../running-platform.ts'
import { openSideEntrance } from '../side-entrance.ts'
import { type BigOptions, costBySize, filled } from './cost-by-size.ts'
import { countryCreation } from './country-creation.ts'
import { documentsByKind } from './documents-by-kind.ts'
import { reads } from './reads.ts'
import { steadyLoad } from './steady-load.ts'

/** Parts that are measured in a country with many people and many finished cases, in this order. */
export const BIG_COUNTRY = ['country', 'sizes', 'reads', 'big-load', 'kinds', 'steady'] as const
export type BigPart = (typeof BIG_COUNTRY)[number]
/** What needs no running platform. */
const ON_FOLDER = ['country', 'sizes'] as const
type OnFolder = (typeof ON_FOLDER)[number]
const isOnFolder = (part: BigPart): part is OnFolder => ON_FOLDER.some((one) => one === part)

export interface BigCountry extends BigOptions {
  readonly wanted: readonly BigPart[]
  readonly minutes: number
  /** A folder for what is not kept. */
  readonly scratch: string
}

const WARM = 40
const PEOPLE = { certificates: 250, acceptance: 500 } as const

/** Submissions and certificates as on an empty platform, to be compared with those. */
async function loadOf(scene: Scene): Promise<Part> {
  const crowd = (first: number, count: number): Promise<ReadyRequest[]> =>
    readyRequests(scene.entrance, scene.client, { first, count })
  const done = [
    await certificates(scene, await crowd(1000, PEOPLE.certificates)),
    await acceptance(scene, await crowd(2000, PEOPLE.acceptance)),
  ]
  return {
    figures: done.flatMap(({ figures }) =>
      figures.map((figure) => ({ ...figure, name: `big country: ${figure.name}` })),
    ),
    details: Object.assign({}, ...done.map(({ details }) => details)) as Part['details'],
  }
}

async function warmUp(scene: Scene): Promise<void> {
  const warm = await readyRequests(scene.entrance, scene.client, { first: 3000, count: WARM })
  await Promise.all(warm.map((request) => file(scene, request)))
  await untilIssued(scene, warm, 100)
}

/** Told at once: what comes later may fail, hours on. */
function told(note: BigCountry['note'], part: Part): Part {
  for (const figure of part.figures) note(line(judged(figure)))
  return part
}

async function onPlatform(scene: Scene, options: BigCountry): Promise<Record<string, Part>> {
  const { wanted, minutes, note } = options
  const parts: Record<string, Part> = {}
  const work: Readonly<Record<Exclude<BigPart, OnFolder>, () => Promise<Part>>> = {
    reads: () => reads(scene),
    'big-load': () => loadOf(scene),
    kinds: () => documentsByKind(scene),
    steady: () => steadyLoad(scene, minutes),
  }
  await warmUp(scene)
  for (const name of BIG_COUNTRY) {
    if (isOnFolder(name) || !wanted.includes(name)) continue
    note(`${name} ...`)
    parts[name] = told(note, await work[name]())
  }
  return parts
}

/** A platform that has made its country and accounts, stopped again. */
async function prepared(data: string, port: number, persons: number): Promise<void> {
  const platform = await startPlatform(data, port, { persons })
  await platform.stop()
}

/** What is measured on folders, without a running platform. */
async function onFolders(options: BigCountry): Promise<Record<string, Part>> {
  const { wanted, scratch, persons, note } = options
  const parts: Record<string, Part> = {}
  if (wanted.includes('country')) {
    note('country ...')
    parts['country'] = told(note, await countryCreation(scratch, persons))
  }
  if (wanted.includes('sizes')) parts['sizes'] = told(note, await costBySize(options))
  return parts
}

/**
 * Fills a data folder, measures what a case costs there, then starts the platform on it. Filling is a part of it whatever is
 * wanted (but for the creation of a country, which has a folder of its own): without its cases the country is not big.
 */
export async function bigCountry(options: BigCountry): Promise<Record<string, Part>> {
  const { data, note, wanted } = options
  if (wanted.every((name) => name === 'country')) return onFolders(options)
  const port = await freePort()
  note(`a country of ${options.persons} persons and ${options.cases} cases ...`)
  await prepared(data, port, options.persons)
  const done = await onFolders(options)
  if (wanted.every(isOnFolder)) return done
  if (!wanted.includes('sizes')) await filled(options)
  const platform = await startPlatform(data, port)
  const client = createPortalClient(platform.baseUrl)
  try {
    const entrance = await openSideEntrance(data, port)
    const parts = await onPlatform({ entrance, client, platform }, options)
    await entrance.close()
    return { ...done, ...parts }
  } finally {
    client.close()
    await platform.stop()
  }
}
