import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import type { Readable } from 'node:stream'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail server that takes every letter and keeps none. */
export async function openTestMailServer(): Promise<{ port: number; close(): Promise<void> }> {
  const onData = callbackify(async (stream: Readable, _session: unknown) => {
    await buffer(stream)
  }) as unknown as NonNullable<SMTPServerOptions['onData']>
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData,
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const at = server.server.address()
  return {
    port: typeof at === 'object' && at !== null ? at.port : 0,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve)
      }),
  }
}
