import fs from 'node:fs'
import path from 'node:path'

/** Programs of others that judge what we make: signatures, certificates, PDFs. Debian: openssl, qpdf, poppler-utils, libnss3-tools. */
export const WITNESSES = [
  'openssl',
  'qpdf',
  'pdfsig',
  'pdftoppm',
  'pdftotext',
  'pdfdetach',
  'certutil',
] as const

/** The test files that call them. A machine without them runs all others; `.ci/run` installs them and runs these too. */
export const WITNESSED: readonly string[] = [
  'src/apps/ui/browser/keys/browser-signing.test.ts',
  'src/apps/trust/trust.test.ts',
  'src/capabilities/authority/authority.test.ts',
  'src/capabilities/documents/documents.test.ts',
  'src/capabilities/documents/issue-document.test.ts',
  'src/capabilities/signatures/signatures.test.ts',
  'src/platform/crypto/certificate.test.ts',
  'src/platform/crypto/cms.test.ts',
  'src/platform/crypto/ocsp.test.ts',
  'src/platform/crypto/tsp.test.ts',
  'src/platform/keys/create-key-store.test.ts',
  'test/documents/examples.test.ts',
  'test/payments/receipt.test.ts',
  'test/scenarios/portal-steps.test.ts',
]

const isInstalled = (program: string, folders: readonly string[]): boolean =>
  folders.some((folder) => fs.existsSync(path.join(folder, program)))

/** The witnesses that are missing among the folders of a `PATH`. */
export const missingWitnesses = (searchPath: string): readonly string[] =>
  WITNESSES.filter((program) => !isInstalled(program, searchPath.split(path.delimiter)))
