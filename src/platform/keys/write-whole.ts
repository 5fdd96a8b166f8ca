import { randomBytes } from 'node:crypto'
import { link, open, rename, rm } from 'node:fs/promises'

async function writeDraft(file: string, text: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}.draft`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return draft
}

/** Replaces a file with mode 0600: after a crash there is the old text or the new one, never a part. */
export async function replaceWhole(file: string, text: string): Promise<void> {
  await rename(await writeDraft(file, text), file)
}

/** Makes a file with mode 0600 in one step. @throws EEXIST when there is one already: it is never replaced. */
export async function createWhole(file: string, text: string): Promise<void> {
  const draft = await writeDraft(file, text)
  try {
    await link(draft, file)
  } finally {
    await rm(draft)
  }
}
