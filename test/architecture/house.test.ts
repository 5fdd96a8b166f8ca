import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorAreas, errorsDocument } from '../../scripts/generate/errors.ts'
import { registriesDocument } from '../../scripts/generate/registries.ts'
import { WITNESSED, WITNESSES } from '../setup/witnesses.ts'

const root = path.resolve(import.meta.dirname, '../..')
const modules = ['core', 'platform', 'capabilities', 'registries', 'apps'].flatMap((layer) =>
  fs
    .readdirSync(path.join(root, 'src', layer), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `src/${layer}/${entry.name}`),
)

describe('every module', () => {
  it.each(modules)('%s says in at most 20 lines what it is for', (module) => {
    const readme = fs.readFileSync(path.join(root, module, 'README.md'), 'utf8')
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(20)
    expect(readme.length).toBeGreaterThan(100)
  })
  it.each(modules)('%s is entered by its index', (module) => {
    expect(fs.existsSync(path.join(root, module, 'index.ts'))).toBe(true)
  })
})

describe('the list of refusals', () => {
  it('in docs/registries.md is the one that the code declares', () => {
    expect(fs.readFileSync(path.join(root, 'docs/registries.md'), 'utf8')).toBe(
      registriesDocument(),
    )
  })
  it('in docs/errors.md is the one that the code declares (npm run generate makes it)', async () => {
    expect(fs.readFileSync(path.join(root, 'docs/errors.md'), 'utf8')).toBe(
      await errorsDocument(root),
    )
  })
  it('has a text of its own in each language for every refusal', async () => {
    const same = (await errorAreas(root)).flatMap(({ area, definitions }) =>
      Object.entries(definitions)
        .filter(([, { text }]) => new Set([text.kk, text.ru, text.en]).size < 3)
        .map(([reason]) => `${area}_${reason}`),
    )
    expect(same).toEqual([])
  })
})

describe('architecture decisions', () => {
  it('are all listed', () => {
    const folder = path.join(root, 'docs/adr')
    const list = fs.readFileSync(path.join(folder, 'README.md'), 'utf8')
    for (const file of fs.readdirSync(folder))
      if (file !== 'README.md') expect(list).toContain(`(${file})`)
  })
})

const CALLS = new RegExp(`createOpenSsl|createPdfTools|'(${WITNESSES.join('|')})'`)
const filesUnder = (folder: string): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`)

describe('the programs that judge our work', () => {
  it('are called by the test files that are known to need them, and by no other', () => {
    const calling = ['src', 'test']
      .flatMap(filesUnder)
      .filter((file) => !/\/testing\/|^test\/(browser|setup|architecture)\//.test(file))
      .filter((file) => CALLS.test(fs.readFileSync(path.join(root, file), 'utf8')))
      // The steps of a scenario are run by its test file.
      .map((file) =>
        file.replace(/^test\/scenarios\/steps\/.*/, 'test/scenarios/portal-steps.test.ts'),
      )
    expect([...new Set(calling)].toSorted()).toEqual(WITNESSED.toSorted())
  })
})
