import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type AuthorityNames, type AuthorityOids, authorityOids } from '#capabilities/authority'

const name = z.string().min(1).max(64)
const file = z.strictObject({
  arc: z.string().regex(/^[012](\.\d+)+$/, 'an object identifier'),
  names: z.strictObject({
    country: z.string().length(2),
    root: name,
    issuing: name,
    ocsp: name,
    tsa: name,
  }),
})

/** country/authority.yaml. @throws when that file is not what it should be. */
export function loadAuthorityData(root: string): {
  readonly oids: AuthorityOids
  readonly names: AuthorityNames
} {
  const text = fs.readFileSync(path.join(root, 'country/authority.yaml'), 'utf8')
  const { arc, names } = file.parse(parse(text))
  return { oids: authorityOids(arc), names }
}
