export { buildWorker, fontFolders, regulationsFolder } from './build-worker.ts'
export { sampleData, sampleRequest } from './sample-request.ts'
export { isTestSeal, testDocuments, type TestDocuments } from './test-documents.ts'
export { createPdfTools, joined, type PdfTools } from './pdf-tools.ts'
