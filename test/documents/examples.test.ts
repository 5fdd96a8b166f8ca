import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createRenderer, type DocumentPreview, previewDocument } from '#capabilities/documents'
import { buildWorker, fontFolders, regulationsFolder } from '#capabilities/documents/testing'
import { parseExample } from '#capabilities/regulations'
import type { Json } from '#core/kernel'
import { formsDocument, RECEIPT } from '../../scripts/generate/forms.ts'
import { documentsOfExample } from '../../src/main/example-documents.ts'
import { loadLaw } from '../../src/main/law.ts'

const law = await loadLaw(path.resolve(import.meta.dirname, '../..'))
const faults: string[] = []
const renderer = createRenderer({
  workerUrl: await buildWorker('typst'),
  root: regulationsFolder,
  fonts: fontFolders,
  size: 1,
  onFault: (detail) => faults.push(detail),
})
afterAll(() => renderer.close())

const editions = law.regulations.services().flatMap(({ id }) => law.regulations.editions(id))
const previews = editions.flatMap((edition) =>
  law.regulations.examples(edition.ref).flatMap((file) =>
    [...documentsOfExample(edition, parseExample(file.text), law)].map(([id, preview]) => ({
      id,
      preview,
      ref: edition.ref,
      name: `${edition.ref} ${path.basename(file.path, '.yaml')} ${id}`,
    })),
  ),
)

/** Lines break anywhere, and a hyphen at their end is not the text's own. */
const joined = (text: string) => text.replace(/[\s\u00ad-]+/g, '')
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)
/** Words of the data that choose what is printed and are not printed themselves: `person`, `history`. */
const isCode = (text: string) => /^[a-z][a-zA-Z]*$/.test(text)

/** What a value may look like in print: days as 16.03.2015 or spelt out, decimals with a comma. */
function looks(value: string): readonly string[] {
  if (!isDay(value)) return [value, value.replace('.', ',')]
  const [year = '', month = '', day = ''] = value.split('-')
  return [`${day}.${month}.${year}`, `«${day}»`, value]
}

function* textsOf(value: Json): Iterable<string> {
  if (typeof value === 'string' && value !== '' && !isCode(value)) yield value
  else if (Array.isArray(value)) for (const item of value) yield* textsOf(item)
  else if (value !== null && typeof value === 'object')
    for (const member of Object.values(value)) yield* textsOf(member)
}

async function wordsOf(preview: DocumentPreview): Promise<string> {
  const pdf = await previewDocument({ renderer, checkAt: 'qyzmet.example/check' }, preview)
  expect(pdf.ok, faults.at(-1)).toBe(true)
  const input = pdf.ok ? pdf.value : Buffer.alloc(0)
  return joined(execFileSync('pdftotext', ['-raw', '-', '-'], { input, encoding: 'utf8' }))
}

describe('the documents of golden examples', () => {
  it.each(previews)('print all that fills them: $name', async ({ preview }) => {
    const words = await wordsOf(preview)
    const printed = (text: string) => looks(text).some((one) => words.includes(joined(one)))
    const expected = [
      ...textsOf(preview.data),
      ...Object.values(preview.phrases).flatMap(({ kk, ru }) => [kk, ru]),
      preview.title.kk,
      preview.title.ru,
    ]
    expect(expected.filter((text) => !printed(text))).toEqual([])
  })

  it.each(editions.map(({ ref, documents }) => ({ ref, documents })))(
    'are all that $ref can issue',
    ({ ref, documents }) => {
      const rendered = previews.filter((one) => one.ref === ref).map(({ id }) => id)
      expect([...new Set(rendered)].toSorted()).toEqual(Object.keys(documents).toSorted())
    },
  )

  it('have forms that docs/forms.md tells line by line (npm run generate makes it)', () => {
    const last = law.regulations
      .services()
      .flatMap(({ id }) => law.regulations.editions(id).at(-1) ?? [])
    expect(formsDocument(last)).toBe(fs.readFileSync('docs/forms.md', 'utf8'))
  })

  it('have a receipt that prints the lines which docs/forms.md tells', () => {
    const template = fs.readFileSync('regulations/_shared/receipt.typ', 'utf8')
    const printed = Array.from(template.matchAll(/(?<![\w-])d\.(\w+)/g), ([, name = '']) => name)
    const told = RECEIPT.flatMap(([, , fields]) => fields)
    expect([...new Set(printed)].toSorted()).toEqual(told.toSorted())
  })

  it('notices a value that is not printed', async () => {
    const [one] = previews
    if (one === undefined) throw new Error('no examples')
    const words = await wordsOf(one.preview)
    expect(words).not.toContain(joined('Осы мәтін ешқайда басылмаған'))
    expect(words).toContain(joined(one.preview.title.kk))
  })
})
