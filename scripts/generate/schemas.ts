import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { languageSchemas } from '#core/regulation'

/** docs/schema/*.schema.json: the regulation language for editors, in the house's format. */
export function writeSchemas(root: string): readonly string[] {
  const folder = path.join(root, 'docs/schema')
  fs.mkdirSync(folder, { recursive: true })
  const files = Object.entries(languageSchemas()).map(([name, schema]) => {
    fs.writeFileSync(path.join(folder, name), `${JSON.stringify(schema, null, 2)}\n`)
    return `docs/schema/${name}`
  })
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')
  execFileSync(process.execPath, [biome, 'format', '--write', folder], { stdio: 'ignore' })
  return files
}
