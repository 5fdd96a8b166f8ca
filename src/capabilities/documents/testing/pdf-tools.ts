import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pem, type TestAuthority } from '#platform/crypto/testing'

/** A folder with the independent judges of a PDF in it: poppler, qpdf, NSS, OpenSSL. */
export interface PdfTools {
  /** Runs a command in the folder. @throws Error with its output when it fails. */
  run(command: string, ...args: string[]): string
  save(name: string, bytes: Buffer): string
  read(name: string): Buffer
  /** The text of a PDF without spaces and hyphens: lines break anywhere. */
  words(name: string): string
  /** What pdfsig says of the seal, trusting our authority. */
  seal(name: string): string
  close(): void
}

export const joined = (text: string): string => text.replace(/[\s-]+/g, '')

export function createPdfTools(authority: TestAuthority): PdfTools {
  const folder = mkdtempSync(path.join(tmpdir(), 'documents-'))
  const run = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  const save = (name: string, bytes: Buffer): string => {
    writeFileSync(path.join(folder, name), bytes)
    return name
  }
  mkdirSync(path.join(folder, 'nss'))
  run('certutil', '-N', '-d', 'sql:nss', '--empty-password')
  for (const name of ['root', 'issuing'] as const) {
    save(`${name}.pem`, Buffer.from(pem('CERTIFICATE', authority[name].certificate.der)))
    run('certutil', '-A', '-d', 'sql:nss', '-n', name, '-t', 'CT,C,C', '-i', `${name}.pem`)
  }
  return {
    run,
    save,
    read: (name) => readFileSync(path.join(folder, name)),
    words: (name) => joined(run('pdftotext', '-raw', name, '-')),
    seal: (name) => run('pdfsig', '-no-ocsp', '-nssdir', 'sql:nss', name),
    close: () => rmSync(folder, { recursive: true }),
  }
}
