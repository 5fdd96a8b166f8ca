import fs from 'node:fs'
import path from 'node:path'
import { errorsDocument } from './generate/errors.ts'
import { writeSchemas } from './generate/schemas.ts'

type Step = (root: string) => readonly string[] | Promise<readonly string[]>

async function writeErrors(root: string): Promise<readonly string[]> {
  fs.writeFileSync(path.join(root, 'docs/errors.md'), await errorsDocument(root))
  return ['docs/errors.md']
}

/** What is made from the sources and kept in the repository. Each step writes its files and names them. */
const STEPS: readonly Step[] = [writeSchemas, writeErrors]

const root = path.resolve(import.meta.dirname, '..')
for (const step of STEPS) for (const file of await step(root)) process.stdout.write(`${file}\n`)
