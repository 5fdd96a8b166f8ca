import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import type { JsonObject } from '#core/kernel'
import { download } from '../../../src/main/demo/citizen.ts'
import type { Visitor } from '../../../src/main/demo/visitor.ts'

/** What a document says: to people (its text) and to machines (the data attached to it). */
export function readPdf(pdf: Buffer): { readonly text: string; readonly data: JsonObject } {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'qyzmet-pdf-'))
  const file = path.join(dir, 'certificate.pdf')
  try {
    fs.writeFileSync(file, pdf)
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
    execFileSync('pdfdetach', ['-saveall', '-o', dir, file])
    const data = fs.readFileSync(path.join(dir, 'data.json'), 'utf8')
    return { text: text.replaceAll(/\s+/g, ' '), data: JSON.parse(data) as JsonObject }
  } finally {
    fs.rmSync(dir, { recursive: true })
  }
}

/** The result of a refused request is its notification, which says why in words. */
export async function expectNotification(
  visitor: Visitor,
  number: string,
  why: string,
): Promise<void> {
  const { text } = readPdf(await download(visitor, number))
  expect(text).toContain(why)
}
