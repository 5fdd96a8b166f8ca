import { createHash } from 'node:crypto'
import { envelopeText, parseEnvelope, type RequestEnvelope } from '#core/envelope'
import type { Sql, SqlCall } from '#platform/db'

/** A request to another system. `key` is the sender's idempotency key: one key is one message, for ever. */
export type OutgoingMessage = Omit<RequestEnvelope, 'kind' | 'id'> & { readonly key: string }

/** The id of a message, known before it is sent: a UUID (version 8, RFC 9562) made of the sending system and its key. */
export function messageId(from: string, key: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([from, key]))
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(6) & 0x0f), 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * A request to the gateway as a part of the sender's statement; sending a key again changes nothing. The answer comes as a
 * job `gateway.answer` whose key is the message id.
 * @throws TypeError when the message does not follow the form of an envelope: the caller's code is wrong then.
 */
export function messageCall(message: OutgoingMessage): SqlCall {
  const { key, ...rest } = message
  const id = messageId(message.from, key)
  const text = envelopeText({ kind: 'request', id, ...rest })
  const parsed = parseEnvelope(text)
  if (!parsed.ok) {
    throw new TypeError(`${parsed.error.code} at ${String(parsed.error.params['at'] ?? '')}`)
  }
  const { from, to, service, sentAt } = message
  const values = [id, key, from, to, service, message.case ?? null, text, sentAt]
  return { name: 'gateway.send', values }
}

const SEND = 'select gateway.send($1, $2, $3, $4, $5, $6, $7, $8)'

/** The same in the caller's transaction; gives the message id. */
export async function sendMessage(sql: Sql, message: OutgoingMessage): Promise<string> {
  const { values } = messageCall(message)
  await sql.query({ name: 'gateway.send', text: SEND, values: [...values] })
  return messageId(message.from, message.key)
}
