import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorAreas, errorsDocument } from '../../scripts/generate/errors.ts'

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
