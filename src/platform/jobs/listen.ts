import type pg from 'pg'
import type { Log } from '#platform/log'
import { CHANNEL } from './schema.ts'

const RECONNECT_MS = 1000

/**
 * Calls `onWake` when jobs are added, over a connection of its own that is replaced when it breaks. Only a help: without it
 * (a pooler between us and the server loses notifications) polling finds every job within a second.
 */
export function listenForJobs(pool: pg.Pool, onWake: () => void, log: Log): () => void {
  let stopped = false
  let drop: () => void = () => {}

  const reconnect = (error: unknown) => {
    drop()
    drop = () => {}
    if (stopped) return
    log.warn({ err: error }, 'not listening for jobs; polling until the connection is back')
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
      client.on('notification', onWake)
      await client.query(`listen ${CHANNEL}`)
      if (stopped) drop()
      onWake()
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
