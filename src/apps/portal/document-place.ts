import { paths } from './paths.ts'
import type { View } from './view.ts'

export interface DocumentPlace {
  readonly page: string
  readonly file: string
}

/** Where the reader opens a document of a request: the owner in the own cabinet, who acts for the owner under the request. */
export function placeOf(
  { acting }: Pick<View, 'acting'>,
  request: string,
  document: string,
): DocumentPlace {
  if (acting === undefined)
    return { page: paths.documentPage(document), file: paths.document(document) }
  const page = paths.requestDocument(request, document)
  return { page, file: `${page}.pdf` }
}
