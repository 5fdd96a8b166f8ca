import { setImmediate } from 'node:timers/promises'
import { readFile } from 'node:fs/promises'
import { ok, type PlainDate, refuse, type Result, type Text } from '#core/kernel'
import {
  type AdoptionData,
  type Edition,
  loadAdoption,
  loadEdition,
  type Problem,
  type ServiceData,
  type SourceFile,
  type World,
} from '#core/regulation'
import { changedEditions, type EditionsLock, readLock } from './editions-lock.ts'
import { regulationErrors } from './errors.ts'
import { editionInForce } from './in-force.ts'
import { readEditionFiles } from './read-files.ts'

export interface RegulationsOptions {
  /** The folder `regulations`. */
  readonly root: string
  readonly world: World
  /** The file `country/adoption.yaml`; undefined: the country keeps no edition beyond its act. */
  readonly adoption?: string | undefined
}

export interface Adoption {
  /** From which day on the edition is in force by the country's own decision. */
  readonly keptFrom: PlainDate
  readonly text: Text
}

/** The regulations of the country. Immutable; made once at the start. */
export interface Regulations {
  services(): readonly ServiceData[]
  /** The edition by which a request filed on this day is handled. */
  inForce(service: string, day: PlainDate): Edition | undefined
  /** By `service@day`: what a case is pinned to. */
  edition(ref: string): Edition | undefined
  /** All editions of a service, the earliest first. */
  editions(service: string): readonly Edition[]
  adoption(service: string): Adoption | undefined
  /** Refs of editions that are not in editions.lock yet: they may still change. */
  readonly unpublished: readonly string[]
  /** Golden examples by the ref of their edition. */
  examples(ref: string): readonly SourceFile[]
}

/** What was read, sound or not, for `regulations check`. */
export interface RegulationsCheck {
  readonly editions: readonly Edition[]
  readonly problems: readonly Problem[]
}

interface Read extends RegulationsCheck {
  readonly kept: AdoptionData['kept']
  readonly examples: ReadonlyMap<string, readonly SourceFile[]>
}

async function readAdoption(path: string | undefined) {
  if (path === undefined) return { problems: [] }
  return loadAdoption({ path, text: await readFile(path, 'utf8') })
}

/** An adopted edition exists, and a published one is still there. */
function missing(
  read: Omit<Read, 'problems'>,
  lock: EditionsLock,
  file: string,
): readonly Problem[] {
  const refs = read.editions.map(({ ref }) => ref)
  const adopted = read.kept.map(({ service, edition }) => [`${service}@${edition}`, file] as const)
  const published = [...lock.keys()].map((ref) => [ref, 'editions.lock'] as const)
  return [...adopted, ...published]
    .filter(([ref]) => !refs.includes(ref))
    .map(([ref, where]) => ({
      file: where,
      line: 1,
      code: 'REGULATION_EDITION_MISSING',
      message: `there is no sound edition ${ref}`,
    }))
}

/** To try an edition out takes up to some seconds of the thread: sockets and timers have their turn between two of them. */
async function oneByOne<T, R>(items: readonly T[], make: (item: T) => R): Promise<readonly R[]> {
  const made: R[] = []
  for (const item of items) {
    made.push(make(item))
    await setImmediate()
  }
  return made
}

async function readAll(options: RegulationsOptions, lock: EditionsLock): Promise<Read> {
  const folders = await readEditionFiles(options.root)
  const loaded = await oneByOne(folders, ({ files, examples }) => ({
    ...loadEdition(files, options.world),
    examples,
  }))
  const editions = loaded.flatMap(({ edition }) => edition ?? [])
  const { adoption, problems } = await readAdoption(options.adoption)
  const read = {
    editions,
    kept: adoption?.kept ?? [],
    examples: new Map(
      loaded.flatMap(({ edition, examples }) =>
        edition === undefined ? [] : [[edition.ref, examples]],
      ),
    ),
  }
  const absent = missing(read, lock, options.adoption ?? '')
  return { ...read, problems: [...loaded.flatMap((one) => one.problems), ...problems, ...absent] }
}

/**
 * Reads and checks everything, and tells all that is wrong. Refuses only when editions.lock cannot be read or tells that a
 * published edition was changed: REGULATION_LOCK_MALFORMED, REGULATION_EDITION_CHANGED.
 */
export async function checkRegulations(
  options: RegulationsOptions,
): Promise<Result<RegulationsCheck>> {
  const read = await readLocked(options)
  return read.ok ? ok({ editions: read.value.editions, problems: read.value.problems }) : read
}

async function readLocked(
  options: RegulationsOptions,
): Promise<Result<Read & { readonly lock: EditionsLock }>> {
  const lock = await readLock(options.root)
  if (!lock.ok) return lock
  const read = await readAll(options, lock.value)
  const [changed] = changedEditions(lock.value, read.editions)
  if (changed !== undefined) return refuse(regulationErrors.EDITION_CHANGED({ ref: changed.ref }))
  return ok({ ...read, lock: lock.value })
}

/**
 * The regulations of the country, all of them sound, or the first reason why not: REGULATION_UNSOUND,
 * REGULATION_EDITION_CHANGED, REGULATION_LOCK_MALFORMED.
 */
export async function loadRegulations(options: RegulationsOptions): Promise<Result<Regulations>> {
  const read = await readLocked(options)
  if (!read.ok) return read
  const { problems } = read.value
  const [first] = problems
  if (first !== undefined) {
    const { file, line, message } = first
    return refuse(regulationErrors.UNSOUND({ file, line, message, count: problems.length }))
  }
  return ok(regulationsOf(read.value))
}

function regulationsOf(read: Read & { readonly lock: EditionsLock }): Regulations {
  const byRef = new Map(read.editions.map((edition) => [edition.ref, edition]))
  const editionsOf = (service: string) =>
    read.editions
      .filter((edition) => edition.service === service)
      .toSorted((a, b) => (a.edition < b.edition ? -1 : 1))
  const keptOf = (service: string) => read.kept.filter((one) => one.service === service)
  return {
    services: () => [...new Map(read.editions.map(({ about }) => [about.id, about])).values()],
    inForce: (service, day) => editionInForce(editionsOf(service), keptOf(service), day),
    edition: (ref) => byRef.get(ref),
    editions: editionsOf,
    adoption(service) {
      const [kept] = keptOf(service)
      return kept && { keptFrom: kept.from as PlainDate, text: kept.text }
    },
    unpublished: [...byRef.keys()].filter((ref) => !read.lock.has(ref)),
    examples: (ref) => read.examples.get(ref) ?? [],
  }
}
