import type { Country } from './create-country.ts'

/** What an import of a registry reports: `ImportReport` of `#registries/kit`. */
interface Report {
  readonly accepted: number
  readonly rejected: readonly { readonly key: string; readonly code: string }[]
}
type Importer<R> = (rows: readonly R[]) => Promise<Report>

export interface SeedOptions {
  readonly country: Country
  /** The imports of the registries, each with its own pool: `(rows) => importPersons(pool, rows)`. */
  readonly importers: {
    readonly persons: Importer<Country['persons'][number]>
    readonly legalEntities: Importer<Country['legalEntities'][number]>
    readonly realty: Importer<Country['realty'][number]>
  }
  readonly onProgress?: (step: { readonly registry: string; readonly rows: number }) => void
}

function expectWhole(registry: string, report: Report): void {
  const codes = [...new Set(report.rejected.map(({ code }) => code))]
  if (codes.length > 0)
    throw new Error(`${registry} rejected ${report.rejected.length} rows: ${codes.join(', ')}`)
}

/** Fills empty registries with the country. @throws when a registry rejects a row: the country would not be whole. */
export async function seedCountry({ country, importers, onProgress }: SeedOptions): Promise<void> {
  const steps = [
    ['persons', () => importers.persons(country.persons)],
    ['legal-entities', () => importers.legalEntities(country.legalEntities)],
    ['realty', () => importers.realty(country.realty)],
  ] as const
  for (const [registry, load] of steps) {
    const report = await load()
    expectWhole(registry, report)
    onProgress?.({ registry, rows: report.accepted })
  }
}
