import { importPowers, type PowerRow } from '#registries/notary'
import type { TestPlatform } from '../kit/platform.ts'

/** Who gives the powers. */
export const OWNER = '840731400431'

let serial = 0
/** A power of attorney of that person to somebody, for certificates of real estate unless `change` says otherwise. Its number. */
export async function givePower(
  { platform }: TestPlatform,
  iin: string,
  change: Partial<PowerRow> = {},
): Promise<string> {
  serial += 1
  const name = { kk: 'САҒЫНДЫҚОВА ӘСЕЛ', ru: 'САГИНДЫКОВА АСЕЛ' }
  const row: PowerRow = {
    number: `acting-${serial}`,
    issuedOn: '2024-01-10',
    validUntil: '2099-01-09',
    notary: { kk: 'нотариус', ru: 'нотариус' },
    principal: { kind: 'person', number: OWNER, name },
    representative: { iin, name },
    codes: ['realty.certificates'],
    text: { kk: 'анықтама алуға', ru: 'получать справки' },
    revokedOn: null,
    ...change,
  }
  const pool = platform.database.pool('registry_notary')
  const { rejected } = await importPowers(pool, [row])
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected))
  return row.number
}
