import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ErrorDefinition } from '#core/kernel'

interface Area {
  readonly area: string
  readonly definitions: Readonly<Record<string, ErrorDefinition>>
}

const isArea = (value: unknown): value is Area =>
  typeof value === 'object' && value !== null && 'area' in value && 'definitions' in value

/** All areas of refusals, found in the `errors.ts` and `*-errors.ts` of every module. */
export async function errorAreas(root: string): Promise<(Area & { file: string })[]> {
  const files = fs
    .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[/-])errors\.ts$/.test(file))
    .toSorted()
  const found: (Area & { file: string })[] = []
  for (const file of files) {
    const module = (await import(pathToFileURL(path.join(root, 'src', file)).href)) as Record<
      string,
      unknown
    >
    for (const value of Object.values(module))
      if (isArea(value)) found.push({ ...value, file: `src/${file}` })
  }
  return found.toSorted((a, b) => (a.area < b.area ? -1 : 1))
}

/** docs/errors.md: every code with its HTTP status and what people read in English. */
export async function errorsDocument(root: string): Promise<string> {
  const lines = [
    '# Refusals',
    '',
    'Made by `npm run generate` from the code. A code is public and never changes its meaning; people read the text of their language.',
  ]
  for (const { area, definitions, file } of await errorAreas(root)) {
    lines.push(
      '',
      `## ${area}`,
      '',
      `Declared in \`${file}\`.`,
      '',
      '| code | HTTP | text |',
      '|---|---|---|',
    )
    for (const [reason, { status, text }] of Object.entries(definitions).toSorted(([a], [b]) =>
      a < b ? -1 : 1,
    ))
      lines.push(`| \`${area}_${reason}\` | ${status} | ${text.en.replaceAll('|', '\\|')} |`)
  }
  return `${lines.join('\n')}\n`
}
