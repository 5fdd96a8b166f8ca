import { paths } from './paths.ts'

export interface DocumentPlace {
  readonly page: string
  readonly file: string
}

/** Where a document is opened: its owner finds it in the own cabinet, others who may read the request find it under that. */
export function placeOf(document: string, request: string | undefined): DocumentPlace {
  if (request === undefined)
    return { page: paths.documentPage(document), file: paths.document(document) }
  const page = paths.requestDocument(request, document)
  return { page, file: `${page}.pdf` }
}
