import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ok, refuse, type Result } from '#core/kernel'
import { dbErrors } from './errors.ts'
import { isReachable, type ServerUser } from './server-user.ts'

/** The name of a socket fits into 107 bytes on Linux and 103 on macOS. */
const LONGEST = 100

/** The port that PostgreSQL puts into the socket's name; nothing listens on the network. */
export const SOCKET_PORT = 5432

const fits = (dir: string) =>
  Buffer.byteLength(path.join(dir, `.s.PGSQL.${SOCKET_PORT}.lock`)) <= LONGEST

function chooseFolder(dir: string, user: ServerUser): string {
  const inside = path.join(dir, 'run')
  if (fits(inside) && isReachable(dir, user)) return inside
  return path.join('/tmp', `qyzmet-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`)
}

/**
 * Makes the folder of the server's socket: mode 0700 and owned by the server's user, so that nobody else gets as far as
 * being asked for a password. A folder that somebody else put in its place is refused with DB_UNREADABLE_DATA.
 */
export function makeSocketFolder(dir: string, user: ServerUser): Result<string> {
  const folder = chooseFolder(dir, user)
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const owner = fs.lstatSync(folder).uid
  if (user.uid !== undefined && user.gid !== undefined && owner === process.getuid?.())
    fs.lchownSync(folder, user.uid, user.gid)
  const made = fs.lstatSync(folder)
  const ours = made.isDirectory() && made.uid === (user.uid ?? process.getuid?.())
  return ours && (made.mode & 0o077) === 0
    ? ok(folder)
    : refuse(dbErrors.UNREADABLE_DATA({ dir: folder }))
}

/** Takes away a socket folder that had to be made outside the data folder. */
export function removeSocketFolder(dir: string, folder: string): void {
  if (folder.startsWith(dir)) return
  try {
    fs.rmdirSync(folder)
  } catch {
    // still in use by a server that another process has just started
  }
}
