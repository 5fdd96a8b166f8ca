import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'))

type Versions = Readonly<Record<string, string>>
interface Locked {
  readonly resolved?: string
  readonly integrity?: string
  readonly optional?: boolean
}

describe('the dependencies', () => {
  it('are pinned exactly, so that no release enters without a commit', () => {
    const manifest = read('package.json') as Record<string, Versions>
    const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides']
    const loose = kinds
      .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    expect(loose).toEqual([])
  })
  it('come from the npm registry alone, each with the hash of its content, but for optional ones of other machines', () => {
    const { packages } = read('package-lock.json') as { packages: Record<string, Locked> }
    const locked = Object.entries(packages).filter(([name]) => name !== '')
    const elsewhere = locked.filter(
      ([, { resolved }]) => resolved?.startsWith('https://registry.npmjs.org/') === false,
    )
    const unproven = locked.filter(
      ([, { integrity, optional }]) => optional !== true && !integrity?.startsWith('sha512-'),
    )
    expect([...elsewhere, ...unproven].map(([name]) => name)).toEqual([])
  })
})
