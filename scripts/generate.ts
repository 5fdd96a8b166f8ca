import fs from 'node:fs'
import path from 'node:path'
import { errorsDocument } from './generate/errors.ts'
import { registriesDocument } from './generate/registries.ts'
import { loadLaw } from '../src/main/law.ts'
import { formsDocument } from './generate/forms.ts'
import { writeSchemas } from './generate/schemas.ts'

type Step = (root: string) => readonly string[] | Promise<readonly string[]>

async function writeErrors(root: string): Promise<readonly string[]> {
  fs.writeFileSync(path.join(root, 'docs/errors.md'), await errorsDocument(root))
  return ['docs/errors.md']
}

function writeRegistries(root: string): readonly string[] {
  fs.writeFileSync(path.join(root, 'docs/registries.md'), registriesDocument())
  return ['docs/registries.md']
}

async function writeForms(root: string): Promise<readonly string[]> {
  const { regulations } = await loadLaw(root)
  const last = regulations.services().flatMap(({ id }) => regulations.editions(id).at(-1) ?? [])
  fs.writeFileSync(path.join(root, 'docs/forms.md'), formsDocument(last))
  return ['docs/forms.md']
}

/** What is made from the sources and kept in the repository. Each step writes its files and names them. */
const STEPS: readonly Step[] = [writeSchemas, writeErrors, writeRegistries, writeForms]

const root = path.resolve(import.meta.dirname, '..')
for (const step of STEPS) for (const file of await step(root)) process.stdout.write(`${file}\n`)
