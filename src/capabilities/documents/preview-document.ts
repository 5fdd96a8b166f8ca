import path from 'node:path'
import { canonicalJson, type JsonObject, type Lang, type PlainDate, type Text } from '#core/kernel'
import type { Result } from '#core/kernel'
import type { Phrase } from './model.ts'
import { drawQr } from './qr-code.ts'
import type { Renderer } from './renderer.ts'

/** A document as an example of a regulation fills it. */
export interface DocumentPreview {
  /** Folder of the template, inside the regulations' folder. */
  readonly templateDir: string
  readonly template: string
  readonly title: Text
  readonly body: Text
  readonly data: JsonObject
  readonly phrases: Readonly<Record<string, Phrase>>
  readonly language: Lang
  readonly day: PlainDate
}

const NUMBER = '00000000000000'
const BARCODE = 'PREVIEW'

/**
 * Renders what a document would look like, with a number of noughts and a barcode that says PREVIEW. Nothing is sealed or
 * registered. DOCUMENT_TEMPLATE_FAILED, DOCUMENT_RENDERER_BUSY.
 */
export function previewDocument(
  { renderer, checkAt }: { readonly renderer: Renderer; readonly checkAt: string },
  preview: DocumentPreview,
): Promise<Result<Buffer>> {
  const { data, day, title, body, phrases, language } = preview
  const printed = {
    ...data,
    number: NUMBER,
    receivedOn: day,
    certificateNo: NUMBER,
    certificateDate: day,
    title: { kk: title.kk, ru: title.ru, en: title.en },
    body: { kk: body.kk, ru: body.ru, en: body.en },
    phrases: Object.fromEntries(
      Object.entries(phrases).map(([id, { kk, ru }]) => [id, { kk, ru }] as const),
    ),
    language,
    demonstration: true,
    checkAt,
  }
  return renderer.render(path.join(preview.templateDir, preview.template), {
    data: canonicalJson(printed),
    qr: drawQr(BARCODE).svg,
    barcode: BARCODE,
    record: canonicalJson(data),
    // The compiler does not attach a file without content.
    signature: '[0]',
  })
}
