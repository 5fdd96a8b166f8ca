import { createHmac, createHash, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import { type PostgresConnection, roleConfig } from './connection.ts'
import { DATABASE_ROLES, type DatabaseRole, type RolePasswords, roleName } from './schema-module.ts'
import { errorCode } from './error-code.ts'

const ITERATIONS = 4096

/** What PostgreSQL keeps instead of a password (RFC 5803): sent in its place, so no password reaches a server's log. */
export function scramVerifier(password: string, salt = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256')
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  const storedKey = createHash('sha256').update(clientKey).digest('base64')
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64')
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}

async function canLogIn(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    const code = errorCode(error)
    if (code === '28P01' || code === '28000') return false
    // 42501: the password was right, only this database is not open to the role yet
    if (code === '42501') return true
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

async function setPassword(admin: pg.Client, role: DatabaseRole, password: string): Promise<void> {
  const name = roleName(role)
  const found = await admin.query('select from pg_roles where rolname = $1', [name])
  const verb = found.rowCount === 0 ? 'create' : 'alter'
  await admin.query(`${verb} role ${name} login password '${scramVerifier(password)}'`)
}

/** Makes the roles of the platform on the server, each with its own password; those that can log in are left alone. */
export async function ensureRoles(
  admin: pg.Client,
  connection: PostgresConnection,
  passwords: RolePasswords,
): Promise<void> {
  for (const role of DATABASE_ROLES) {
    const config = roleConfig(connection, role, passwords)
    if (!(await canLogIn(config))) await setPassword(admin, role, passwords[role])
  }
}
