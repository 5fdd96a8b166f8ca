import fs from 'node:fs'
import path from 'node:path'
import { createRenderer, previewDocument, type Renderer } from '#capabilities/documents'
import { parseExample } from '#capabilities/regulations'
import { mainErrors } from '../errors.ts'
import { documentsOfExample } from '../example-documents.ts'
import { fontFolders } from '../fonts.ts'
import { type Law, loadLaw } from '../law.ts'
import { Refused } from '../refused.ts'
import type { Place } from './context.ts'
import { EXIT, type Output } from './output.ts'

export interface PreviewOptions {
  readonly out: string
  readonly edition?: string
}

function writeFile(folder: string, name: string, pdf: Buffer): string {
  const file = path.join(folder, name)
  try {
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(file, pdf)
  } catch {
    throw new Refused(mainErrors.FILE_UNWRITABLE({ file }))
  }
  return file
}

function editionsOf(law: Law, service: string, day: string | undefined) {
  const editions = law.regulations
    .editions(service)
    .filter(({ edition }) => day === undefined || edition === day)
  if (editions.length === 0) throw new Refused(mainErrors.SERVICE_UNKNOWN({ service }))
  return editions
}

/** Each document of each example of the editions, with the name of its file: edition, example, document. */
function* previewsOf(law: Law, service: string, day: string | undefined) {
  for (const edition of editionsOf(law, service, day))
    for (const file of law.regulations.examples(edition.ref)) {
      const example = path.basename(file.path, '.yaml')
      for (const [id, preview] of documentsOfExample(edition, parseExample(file.text), law))
        yield { name: `${edition.ref}-${example}-${id}.pdf`, preview }
    }
}

async function render(renderer: Renderer, law: Law, service: string, options: PreviewOptions) {
  const files: string[] = []
  for (const { name, preview } of previewsOf(law, service, options.edition)) {
    const pdf = await previewDocument({ renderer, checkAt: 'preview' }, preview)
    if (!pdf.ok) throw new Refused(pdf.error)
    files.push(writeFile(options.out, name, pdf.value))
  }
  return files
}

/** `qyzmet regulations preview SERVICE`: the documents of its golden examples as PDF files, unsealed, for people to look at. */
export async function previewCommand(
  { root, dist }: Place,
  output: Output,
  service: string,
  options: PreviewOptions,
): Promise<number> {
  const law = await loadLaw(root)
  const renderer = createRenderer({
    workerUrl: new URL(`file://${path.join(dist, 'typst.worker.mjs')}`),
    root: path.join(root, 'regulations'),
    fonts: fontFolders(root),
    size: 1,
    onFault: (detail) => output.note(detail),
  })
  try {
    const files = await render(renderer, law, service, options)
    for (const file of files) output.line(file)
    output.result({ files })
    return EXIT.done
  } finally {
    await renderer.close()
  }
}
