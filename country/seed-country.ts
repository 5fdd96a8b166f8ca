import { type Block, blocksOf, type CountryOptions } from './blocks.ts'
import { type Country, createBlock } from './create-country.ts'

/** What an import of a registry reports: `ImportReport` of `#registries/kit`. */
interface Report {
  readonly accepted: number
  readonly rejected: readonly { readonly key: string; readonly code: string }[]
}
/** Takes the rows of one block once, however often it is asked to: `takeBatch` of `#registries/kit`. */
type Take<R> = (block: number, rows: readonly R[]) => Promise<Report>

/** The parts of a country that registries take. */
export type CountryPart = Exclude<keyof Country, 'personas'>
export type Takes = { readonly [P in CountryPart]: Take<Country[P][number]> }

export interface SeedOptions {
  readonly country: CountryOptions
  readonly takes: Takes
  /** Whether every registry has taken this block: it need not be made again. */
  readonly isTaken: (block: number) => Promise<boolean>
  /** People that are there so far, and how many there will be. */
  readonly onProgress?: (done: number, total: number) => void
}

function expectWhole(part: CountryPart, { rejected }: Report): void {
  const codes = [...new Set(rejected.map(({ code }) => code))]
  if (codes.length > 0)
    throw new Error(`${part} rejected ${rejected.length} rows: ${codes.join(', ')}`)
}

async function seedBlock(block: Block, takes: Takes): Promise<void> {
  const made = createBlock(block)
  const nth = block.block
  const loads: Readonly<Record<CountryPart, () => Promise<Report>>> = {
    persons: () => takes.persons(nth, made.persons),
    legalEntities: () => takes.legalEntities(nth, made.legalEntities),
    realty: () => takes.realty(nth, made.realty),
    land: () => takes.land(nth, made.land),
    offices: () => takes.offices(nth, made.offices),
    civilActs: () => takes.civilActs(nth, made.civilActs),
    powers: () => takes.powers(nth, made.powers),
  }
  const load = async (part: CountryPart) => expectWhole(part, await loads[part]())
  // Records of civil status name the office that keeps them.
  await load('offices')
  const parts = (Object.keys(loads) as CountryPart[]).filter((part) => part !== 'offices')
  await Promise.all(parts.map(load))
}

/**
 * Fills registries with the country, block by block: memory stays flat, and a run that was cut off goes on where it stopped, since a
 * registry takes each block whole and once. @throws when a registry rejects a row: the country would not be whole.
 */
export async function seedCountry({
  country,
  takes,
  isTaken,
  onProgress,
}: SeedOptions): Promise<void> {
  const blocks = blocksOf(country)
  const total = blocks.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  for (const block of blocks) {
    if (!(await isTaken(block.block))) {
      onProgress?.(done, total)
      await seedBlock(block, takes)
      onProgress?.(done + block.size, total)
    }
    done += block.size
  }
}
