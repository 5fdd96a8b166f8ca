import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const text = fs.readFileSync(path.join(root, 'docs/threat-model.md'), 'utf8')

/** A path in backticks, and the names of tests that stand behind it in double quotes. */
const CITED =
  /`((?:src|test|country|regulations|classifiers|scripts|docs|bin)\/[^`]+)`((?:[ ;]*“[^”]+”)*)/g
const cited = [...text.matchAll(CITED)].map(([, file = '', names = '']) => ({
  file,
  names: [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name),
}))

describe('the threat model', () => {
  it('names files that exist', () => {
    const missing = cited.filter(({ file }) => !fs.existsSync(path.join(root, file)))
    expect(missing.map(({ file }) => file)).toEqual([])
    expect(cited.length).toBeGreaterThan(50)
  })
  it('names tests that stand in those files, word for word', () => {
    const gone = cited.flatMap(({ file, names }) => {
      if (names.length === 0) return []
      const source = fs.readFileSync(path.join(root, file), 'utf8')
      return names.filter((name) => !source.includes(name)).map((name) => `${file}: ${name}`)
    })
    expect(gone).toEqual([])
    expect(cited.flatMap(({ names }) => names).length).toBeGreaterThan(50)
  })
})
