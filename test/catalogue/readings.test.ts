import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadLaw } from '../../src/main/law.ts'

const root = path.resolve(import.meta.dirname, '../..')
const file = path.resolve(root, '../shared/catalogue/_gaps.yaml')
const there = fs.existsSync(file)
const law = await loadLaw(root)
const services = law.regulations.services().map(({ id }) => id)
const readings = fs.readFileSync(path.join(root, 'docs/readings.md'), 'utf8')

const gaps = z.object({
  gaps: z.array(
    z.object({ id: z.string(), services: z.union([z.string(), z.array(z.string())]) }).loose(),
  ),
})

/** `all`, `all justice` or a list. */
const concerns = (said: string | readonly string[], service: string): boolean =>
  typeof said === 'string'
    ? said === 'all' || service.startsWith(`${said.replace(/^all /, '')}.`)
    : said.includes(service)

/** What docs/readings.md says under headings that name the service. */
const sectionOf = (service: string): string =>
  readings
    .split(/^## /m)
    .filter((section) => section.slice(0, section.indexOf('\n')).includes(service))
    .join('\n')

const names = (section: string, gap: string): boolean =>
  new RegExp(`(?<![\\w-])${gap}(?![\\w-])`).test(section)

describe('docs/readings.md', () => {
  it.each(services)('tells under %s each reading of its editions', (service) => {
    const read = law.regulations.editions(service).flatMap((edition) => edition.readings)
    const section = sectionOf(service)
    expect(read.map(({ gap }) => gap).filter((gap) => !names(section, gap))).toEqual([])
  })

  it.skipIf(!there).each(services)('tells under %s how each known defect is read', (service) => {
    const known = gaps.parse(parse(fs.readFileSync(file, 'utf8'))).gaps
    const own = known.filter((gap) => concerns(gap.services, service)).map(({ id }) => id)
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter((gap) => !names(sectionOf(service), gap))).toEqual([])
  })
})
