import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** A random text of that name, made once for a data folder and the same for all its processes. */
export function secretIn(data: string, name: string): string {
  const file = path.join(data, name)
  try {
    fs.writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return fs.readFileSync(file, 'utf8')
}
