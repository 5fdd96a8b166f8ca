import type pg from 'pg'
import type { Log } from '#platform/log'

const CHANNEL = 'qyzmet_gateway'

/**
 * Rings with the name of the receiver when a sender commits a message. Only a convenience: a lost connection is dropped for good and the polling of the
 * lanes goes on without it until the next start. Gives the function that stops it.
 */
export function listen(
  pool: pg.Pool,
  ring: (receiver: string) => void,
  log: Log,
): () => Promise<void> {
  const opened = pool.connect().then(async (client) => {
    client.on('notification', ({ payload = '' }) => ring(payload))
    client.on('error', (error) => log.warn({ err: error }, 'gateway no longer listens, it polls'))
    await client.query(`listen ${CHANNEL}`)
    return client
  })
  const ready = opened.catch((error: unknown) => {
    log.warn({ err: error }, 'gateway cannot listen, it polls')
    return undefined
  })
  return async () => {
    const client = await ready
    client?.release(true)
  }
}
