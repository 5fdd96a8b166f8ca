import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { DATABASE_ROLES, type RolePasswords } from './schema-module.ts'
import { errorCode } from './error-code.ts'

/** The passwords of the database, made once for a data folder. */
export interface Secrets {
  readonly administrator: string
  readonly roles: RolePasswords
}

const random = () => randomBytes(24).toString('base64url')

const newSecrets = (): Secrets => ({
  administrator: random(),
  roles: Object.fromEntries(DATABASE_ROLES.map((role) => [role, random()])) as RolePasswords,
})

function replace(file: string, secrets: Secrets): void {
  const draft = `${file}.${process.pid}.${random()}`
  fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  fs.renameSync(draft, file)
}

/**
 * Reads `secrets.json` (mode 0600) of a data folder, or makes it. Of several processes that start at once exactly one
 * makes it, the others read that one: linking a finished file to its name is atomic and never replaces.
 */
export function loadSecrets(dir: string): Secrets {
  const file = path.join(dir, 'secrets.json')
  if (!fs.existsSync(file)) {
    const draft = `${file}.${process.pid}.${random()}`
    fs.writeFileSync(draft, JSON.stringify(newSecrets(), null, 2), { mode: 0o600, flag: 'wx' })
    try {
      fs.linkSync(draft, file)
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    } finally {
      fs.rmSync(draft)
    }
  }
  const kept = JSON.parse(fs.readFileSync(file, 'utf8')) as Secrets
  if (DATABASE_ROLES.every((role) => role in kept.roles)) return kept
  // A role that came with a newer version gets its password now.
  const secrets = { ...kept, roles: { ...newSecrets().roles, ...kept.roles } }
  replace(file, secrets)
  return secrets
}
