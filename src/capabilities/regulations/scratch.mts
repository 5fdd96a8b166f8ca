import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { contracts } from '#core/contracts'
import { checkRegulations } from '#capabilities/regulations'
import { swimlaneSvg, swimlaneBpmn } from './swimlane/index.ts'
const country = parse(readFileSync('country/systems.yaml', 'utf8')) as any
const world = {
  services: contracts,
  systems: Object.keys(country.systems),
  roles: Object.keys(country.roles),
  seals: ['akimat', 'justice-department'],
  regions: ['100000000'],
}
const read = await checkRegulations({ root: 'regulations', world: world as never })
if (!read.ok) throw new Error(JSON.stringify(read.error))
for (const p of read.value.problems.slice(0, 10)) console.log(p)
for (const e of read.value.editions) {
  console.log(e.ref)
  for (const c of Object.keys(e.channels))
    for (const lang of ['ru', 'kk'] as const) {
      writeFileSync(`/tmp/gen/${e.ref}-${c}-${lang}.svg`, swimlaneSvg(e, c, lang))
    }
}
