import { isUtf8 } from 'node:buffer'
import fs from 'node:fs'

/** Where a file stops being UTF-8: the number of the line, and of the byte from the file's first one, both from 1. */
export interface NotUtf8 {
  readonly line: number
  readonly byte: number
}

const NEWLINE = 10

function newlines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1
  return count
}

const lengthOf = (lead: number): number => {
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}

/** How many bytes at the end begin a character that is not whole yet. */
function begun(bytes: Uint8Array): number {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes.at(-back) ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0
  }
  return 0
}

/** The first byte of the first character that is none. */
function firstWrong(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let at = 0; at < bytes.length; at += 1) {
    try {
      decoder.decode(bytes.subarray(at, at + 1), { stream: true })
    } catch {
      return at - begun(bytes.subarray(0, at))
    }
  }
  return bytes.length
}

/** Reads a file as a stream; undefined when all of it is UTF-8. */
export async function findNotUtf8(file: string): Promise<NotUtf8 | undefined> {
  let rest = Buffer.alloc(0)
  let bytes = 0
  let lines = 1
  for await (const chunk of fs.createReadStream(file)) {
    const all = Buffer.concat([rest, chunk as Buffer])
    const whole = all.subarray(0, all.length - begun(all))
    if (!isUtf8(whole)) {
      const wrong = firstWrong(whole)
      return { line: lines + newlines(whole.subarray(0, wrong)), byte: bytes + wrong + 1 }
    }
    bytes += whole.length
    lines += newlines(whole)
    rest = all.subarray(whole.length)
  }
  return rest.length === 0 ? undefined : { line: lines, byte: bytes + 1 }
}
