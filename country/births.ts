import type { Bilingual } from '#core/contracts'
import { addDays, type PlainDate } from '#core/kernel'
import type { CivilActRow, ParticipantRow } from '#registries/civil-acts'
import type { PersonRow } from '#registries/persons'
import { createAncestors, unknownParents } from './ancestors.ts'
import { type CivilBook, nameOn, participant, withVersion } from './civil-book.ts'
import { dayBetween } from './days.ts'
import type { Family } from './families.ts'
import type { Citizen } from './people.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'
import type { Stories, Story } from './stories.ts'

export interface BirthMeans {
  readonly random: Random
  readonly today: PlainDate
  readonly book: CivilBook
  readonly places: readonly Place[]
  readonly stories: Stories
  /** The row of a citizen with all names. */
  readonly rowOf: (citizen: Citizen) => PersonRow
}

const CORRECTED = 0.01
const MOVED = 0.3
const REASONS: Readonly<Record<'paternity' | 'adoption' | 'correction', Bilingual>> = {
  paternity: {
    kk: 'әкелікті анықтау туралы акт жазбасы',
    ru: 'запись акта об установлении отцовства',
  },
  adoption: {
    kk: 'бала асырап алу туралы акт жазбасы',
    ru: 'запись акта об усыновлении (удочерении)',
  },
  correction: {
    kk: 'туған жерін толықтыру туралы қорытынды',
    ru: 'заключение о дополнении места рождения',
  },
}

/** The register learnt the place later: a correction, with the record as it was before. */
function corrected({ random, today }: BirthMeans, record: CivilActRow): CivilActRow {
  const [first] = record.versions
  if (first?.place === null || first === undefined) return record
  const since = dayBetween(random, addDays(record.recordedOn as PlainDate, 1), today)
  const { place, participants } = first
  const bare = { ...record, versions: [{ ...first, place: null }] }
  const basis = REASONS.correction
  return withVersion(bare, {
    since,
    cause: 'correction',
    participants,
    basis,
    ...(place && { place }),
  })
}

const recordedAfter = ({ random, today }: BirthMeans, born: PlainDate): PlainDate =>
  dayBetween(random, addDays(born, 1), addDays(born, 25) < today ? addDays(born, 25) : today)

/** Father and mother as they were called on a day. */
const parentsOn = ({ rowOf }: BirthMeans, { husband, wife }: Family, day: string) => {
  const [father, mother] = [rowOf(husband), rowOf(wife)]
  return {
    father: participant('father', father, nameOn(father, day)),
    mother: participant('mother', mother, nameOn(mother, day)),
  }
}

interface Born {
  readonly child: Citizen
  readonly place: Pick<Place, 'kato' | 'prefix'>
  readonly parents: readonly ParticipantRow[]
}

function bornRecord(means: BirthMeans, { child, place, parents }: Born): CivilActRow {
  const row = means.rowOf(child)
  const recordedOn = recordedAfter(means, child.birthDate)
  const participants = [participant('child', row, nameOn(row, recordedOn)), ...parents]
  const happenedOn = child.birthDate
  const record = means.book({ kind: 'birth', recordedOn, happenedOn, place, participants })
  return means.random.chance(CORRECTED) ? corrected(means, record) : record
}

/** A birth that a later record changed: the child's name and parents, and that record. */
function changedBirth(
  means: BirthMeans,
  family: Family,
  child: Citizen,
  { kind, on }: Story & { readonly kind: 'paternity' | 'adoption' },
): CivilActRow[] {
  const { father, mother } = parentsOn(means, family, on)
  const row = means.rowOf(child)
  const { place } = family.husband.home
  const [, stranger] = unknownParents(means.random, child, row)
  const first = kind === 'paternity' ? mother : stranger
  const record = bornRecord(
    { ...means, random: uncorrected(means.random) },
    { child, place, parents: [first] },
  )
  const now = participant('child', row, child.name)
  const changed = { since: on, cause: kind, participants: [now, father, mother] }
  const [before] = record.versions[0]?.participants ?? []
  const named = { ...now, name: before?.name ?? child.name, after: child.name }
  const participants = [named, father, mother]
  const act = means.book({
    kind,
    recordedOn: on,
    happenedOn: on,
    place,
    participants,
    ref: record.number,
  })
  return [withVersion(record, { ...changed, basis: REASONS[kind] }), act]
}

/** Records with a later change get no other correction. */
const uncorrected = (random: Random): Random => ({ ...random, chance: () => false })

function birthIn(means: BirthMeans, family: Family, child: Citizen): CivilActRow[] {
  const story = means.stories.get(child.row.iin)
  if (story?.kind === 'paternity' || story?.kind === 'adoption')
    return changedBirth(means, family, child, { ...story, kind: story.kind })
  const { father, mother } = parentsOn(means, family, child.birthDate)
  return [bornRecord(means, { child, place: family.husband.home.place, parents: [father, mother] })]
}

/** The birth of everybody: children with their parents of the household, grown people with parents found or only named. */
export function createBirths(
  means: BirthMeans,
  families: readonly Family[],
  citizens: readonly Citizen[],
): CivilActRow[] {
  const childOf = new Map(
    families.flatMap((family) => family.children.map((child) => [child.row.iin, family] as const)),
  )
  const ancestors = createAncestors(families)
  return citizens.flatMap((citizen) => {
    const row = means.rowOf(citizen)
    const family = childOf.get(citizen.row.iin) ?? ancestors(citizen, row)
    if (family !== undefined) return birthIn(means, family, citizen)
    const place = means.random.chance(MOVED) ? means.random.pick(means.places) : citizen.home.place
    return [
      bornRecord(means, {
        child: citizen,
        place,
        parents: unknownParents(means.random, citizen, row),
      }),
    ]
  })
}
