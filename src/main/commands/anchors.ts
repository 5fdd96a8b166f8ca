import fs from 'node:fs'
import path from 'node:path'
import { createTrust, type Trust } from '#platform/crypto'
import { createKeyStore } from '#platform/keys'
import { mainErrors } from '../errors.ts'
import { Refused } from '../refused.ts'
import type { CommandContext } from './context.ts'

/** The bytes of a file that the user names. */
export function readNamed(file: string): Buffer {
  try {
    return fs.readFileSync(file)
  } catch {
    throw new Refused(mainErrors.FILE_UNREADABLE({ file }))
  }
}

const PEM = /-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/g
export const certificatesIn = (file: string): Buffer[] =>
  [...readNamed(file).toString('latin1').matchAll(PEM)].map(([, base64 = '']) =>
    Buffer.from(base64, 'base64'),
  )

/** Whom to believe: a file of certificates (roots first), or what this installation's own authority keeps. */
export async function anchorsOf(
  { config }: CommandContext,
  trustFile: string | undefined,
): Promise<Trust> {
  if (trustFile !== undefined) {
    const certificates = certificatesIn(trustFile)
    return createTrust({ roots: certificates.slice(0, 1), intermediates: certificates.slice(1) })
  }
  const keys = createKeyStore(path.join(config.data, 'keys'))
  const [root, issuing] = await Promise.all([
    keys.load('authority-root'),
    keys.load('authority-issuing'),
  ])
  if (root?.certificate === undefined || issuing?.certificate === undefined)
    throw new Refused(mainErrors.NO_ANCHORS({ folder: path.join(config.data, 'keys') }))
  return createTrust({ roots: [root.certificate], intermediates: [issuing.certificate] })
}
