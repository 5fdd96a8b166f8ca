import { createHmac, timingSafeEqual } from 'node:crypto'

const macOf = (secret: string, purpose: string, text: string): string =>
  createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url')

/** `text.mac`; the purpose keeps a value made for one use from being taken for another. */
export const signText = (secret: string, purpose: string, text: string): string =>
  `${text}.${macOf(secret, purpose, text)}`

/** The text, if it was signed by us for this purpose. */
export function openText(secret: string, purpose: string, signed: string): string | undefined {
  const dot = signed.lastIndexOf('.')
  if (dot < 0) return undefined
  const text = signed.slice(0, dot)
  const expected = Buffer.from(macOf(secret, purpose, text))
  const given = Buffer.from(signed.slice(dot + 1))
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : undefined
}
