import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { ok, refuse, type Result } from '#core/kernel'
import { dbErrors } from './errors.ts'

/** The user that the server runs as; undefined ids mean "as this process". */
export interface ServerUser {
  readonly uid?: number
  readonly gid?: number
}

const idOf = (flag: '-u' | '-g', user: string) =>
  Number(
    execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )

/** PostgreSQL refuses to run as root: root hands it to `postgres`, or to `nobody`. Refuses with DB_NO_SERVER_USER. */
export function serverUser(): Result<ServerUser> {
  if (process.getuid?.() !== 0) return ok({})
  for (const user of ['postgres', 'nobody']) {
    try {
      return ok({ uid: idOf('-u', user), gid: idOf('-g', user) })
    } catch {
      // no such user on this machine: try the next one
    }
  }
  return refuse(dbErrors.NO_SERVER_USER())
}

/** Gives a folder to the server's user with mode 0700. */
export function makePrivateFolder(dir: string, user: ServerUser): void {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (user.uid !== undefined && user.gid !== undefined) fs.chownSync(dir, user.uid, user.gid)
}

function maySearch(dir: string, user: Required<ServerUser>): boolean {
  const { mode, uid, gid } = fs.statSync(dir)
  if (uid === user.uid) return (mode & 0o100) !== 0
  return (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0
}

/** Whether the server's user can walk to `dir` from the root; a home of mode 0700 on the way stops it. */
export function isReachable(dir: string, user: ServerUser): boolean {
  const { uid, gid } = user
  if (uid === undefined || gid === undefined) return true
  for (let at = dir; ; at = path.dirname(at)) {
    if (!maySearch(at, { uid, gid })) return false
    if (at === path.dirname(at)) return true
  }
}
