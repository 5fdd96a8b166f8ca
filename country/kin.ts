import { addDays, type PlainDate } from '#core/kernel'
import type { CivilActRow, OfficeRow } from '#registries/civil-acts'
import type { PersonRow } from '#registries/persons'
import { type BirthMeans, createBirths } from './births.ts'
import { createCivilBook, nameOn, participant } from './civil-book.ts'
import { familiesOf, type Family } from './families.ts'
import type { Citizen, Household } from './people.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'
import { storiesOf, type Story } from './stories.ts'

export interface KinMeans {
  readonly random: Random
  readonly today: PlainDate
  readonly block: number
  readonly places: readonly Place[]
  readonly offices: readonly OfficeRow[]
}

/** People whose story is told, not drawn by lot. */
export interface FixedKin {
  readonly citizens: readonly Citizen[]
  readonly families: readonly Family[]
  readonly stories: ReadonlyMap<string, Story>
}
export const NOBODY: FixedKin = { citizens: [], families: [], stories: new Map() }

/** A marriage or a divorce of the two, with the names before and after that day. */
function unionRecord(
  { book, rowOf }: BirthMeans,
  { husband, wife }: Family,
  event: { readonly kind: 'marriage' | 'divorce'; readonly on: PlainDate; readonly ref?: string },
): CivilActRow {
  const { on, ...rest } = event
  const spouse = (role: 'husband' | 'wife', citizen: Citizen) => {
    const row = rowOf(citizen)
    return participant(role, row, nameOn(row, addDays(on, -1)), nameOn(row, on))
  }
  const participants = [spouse('husband', husband), spouse('wife', wife)]
  return book({ ...rest, recordedOn: on, happenedOn: on, place: husband.home.place, participants })
}

function unions(means: BirthMeans, family: Family): CivilActRow[] {
  if (family.wedding === null) return []
  const marriage = unionRecord(means, family, { kind: 'marriage', on: family.wedding })
  if (family.divorce === null) return [marriage]
  const end = { kind: 'divorce' as const, on: family.divorce, ref: marriage.number }
  return [marriage, unionRecord(means, family, end)]
}

function renaming({ book, stories, rowOf }: BirthMeans, citizen: Citizen): CivilActRow[] {
  const story = stories.get(citizen.row.iin)
  if (story?.kind !== 'name-change') return []
  const { on } = story
  const row = rowOf(citizen)
  const participants = [participant('person', row, nameOn(row, addDays(on, -1)), nameOn(row, on))]
  const place = citizen.home.place
  return [book({ kind: 'name-change', recordedOn: on, happenedOn: on, place, participants })]
}

/**
 * Ties the people of the households: who is married, divorced, acknowledged, adopted, renamed, and of whom everybody was born. Gives
 * the records of it all, and the rows of the people with the names that these records tell.
 */
export function createKin(
  means: KinMeans,
  households: readonly Household[],
  fixed: FixedKin,
): { readonly persons: readonly PersonRow[]; readonly records: readonly CivilActRow[] } {
  const { families: drawn, singles } = familiesOf(means, households)
  const families = [...fixed.families, ...drawn]
  const stories = new Map([...storiesOf(means, drawn, singles), ...fixed.stories])
  const citizens = [...fixed.citizens, ...households.flat()]
  const rows = new Map(
    citizens.map(({ row }) => {
      const names = stories.get(row.iin)?.names
      return [row.iin, names === undefined ? row : { ...row, names }] as const
    }),
  )
  const birthMeans: BirthMeans = {
    ...means,
    stories,
    book: createCivilBook(means.offices, means.block),
    rowOf: ({ row }) => rows.get(row.iin) ?? row,
  }
  return {
    persons: [...rows.values()],
    records: [
      ...createBirths(birthMeans, families, citizens),
      ...families.flatMap((family) => unions(birthMeans, family)),
      ...citizens.flatMap((citizen) => renaming(birthMeans, citizen)),
    ],
  }
}
