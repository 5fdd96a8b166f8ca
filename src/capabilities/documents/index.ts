export { checkOffline, type OfflineCheck } from './check-offline.ts'
export type { CheckSubject } from './check-document.ts'
export { createDocuments, type Documents, type DocumentsDeps } from './documents.ts'
export { documentErrors } from './errors.ts'
export type {
  DocumentRequest,
  DocumentStatus,
  IssuedDocument,
  Phrase,
  Revocation,
} from './model.ts'
export { type DocumentPreview, previewDocument } from './preview-document.ts'
export { createQrReader, type QrReader, type QrReaderOptions } from './qr-reader.ts'
export type { Check, CheckedDocument, CheckName, CheckReport, Verdict } from './report.ts'
export { createRenderer, type Renderer, type RendererOptions } from './renderer.ts'
export { replaceCall, type RevokeRequest } from './revoke-document.ts'
export { documentsSchema } from './schema.ts'
export { type SealedPayload } from './sealed-payload.ts'
