import type pg from 'pg'
import type { Log } from '#platform/log'

const RECONNECT_MS = 1000

export interface Listening {
  readonly channel: string
  /** Something was told on the channel, with its text; without one: things may have been missed, look everywhere. */
  readonly onRing: (payload?: string) => void
  readonly log: Log
}

/**
 * Calls `onRing` when the channel is notified, over a connection of its own that is replaced when it breaks. Only a help: without it
 * (a pooler between us and the server loses notifications) polling finds everything within a second. Gives what stops it.
 */
export function listen(pool: pg.Pool, { channel, onRing, log }: Listening): () => void {
  let stopped = false
  let drop: () => void = () => {}

  const reconnect = (error: unknown) => {
    drop()
    drop = () => {}
    if (stopped) return
    log.warn({ err: error, channel }, 'not listening; polling until the connection is back')
    setTimeout(() => void connect(), RECONNECT_MS).unref()
  }
  const connect = async () => {
    if (stopped) return
    try {
      const client = await pool.connect()
      let held = true
      drop = () => {
        if (held) client.release(true)
        held = false
      }
      client.on('error', reconnect)
      client.on('notification', ({ payload }) => onRing(payload))
      await client.query(`listen ${channel}`)
      if (stopped) drop()
      onRing()
    } catch (error) {
      reconnect(error)
    }
  }
  void connect()
  return () => {
    stopped = true
    drop()
  }
}
