import type { FastifyInstance, FastifyReply } from 'fastify'

const RETRY_MS = 3000
/** A line that says nothing, so that nobody between us takes the connection for dead, and we notice who has gone. */
const BEAT_MS = 15_000

/** One reader who is told events (server-sent events, WHATWG HTML 9.2) until either side ends it. */
export interface EventStream {
  /** The browser tells the `id` of the last event when it comes back: header `last-event-id`. */
  send(data: string, id?: string): void
  end(): void
  /** Called once, whoever ended it; at once when it has ended already. */
  whenEnded(act: () => void): void
}

export interface EventStreams {
  /** Takes the reply over. Undefined, and the reply untouched, when the owner has too many streams open. */
  open(reply: FastifyReply, owner: string): EventStream | undefined
}

const lines = (data: string): string =>
  data
    .split('\n')
    .map((line) => `data: ${line}\n`)
    .join('')

/** The connection goes with the stream: kept open, it would hold up the server when it closes. */
function start({ raw }: FastifyReply, lasting: Readonly<Record<string, string>>): EventStream {
  let ended = false
  const after: (() => void)[] = []
  const end = (): void => {
    if (ended) return
    ended = true
    clearInterval(beat)
    raw.end()
    for (const act of after) act()
  }
  const beat = setInterval(() => raw.write(':\n\n'), BEAT_MS)
  // Of the response: the request itself closes as soon as it is read.
  raw.once('close', end)
  raw.on('error', end)
  raw.writeHead(200, {
    ...lasting,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'close',
  })
  raw.write(`retry: ${RETRY_MS}\n\n`)
  return {
    send(data, id) {
      if (!ended) raw.write(`${id === undefined ? '' : `id: ${id}\n`}${lines(data)}\n`)
    },
    end,
    whenEnded(act) {
      if (ended) act()
      else after.push(act)
    },
  }
}

/** Streams of one server: at most `perOwner` for each owner in this process; all end when the server closes. */
export function createEventStreams(
  app: FastifyInstance,
  { perOwner }: { readonly perOwner: number },
): EventStreams {
  const open = new Map<string, Set<EventStream>>()
  app.addHook('preClose', async () => {
    for (const stream of [...open.values()].flatMap((streams) => [...streams])) stream.end()
  })
  return {
    open(reply, owner) {
      const mine = open.get(owner) ?? new Set<EventStream>()
      if (mine.size >= perOwner) return undefined
      reply.hijack()
      const stream = start(reply, securityHeadersOf(reply))
      open.set(owner, mine.add(stream))
      stream.whenEnded(() => {
        mine.delete(stream)
        if (mine.size === 0) open.delete(owner)
      })
      return stream
    },
  }
}

/** What the hooks have set by now; a reply that is taken over would lose it. */
const securityHeadersOf = (reply: FastifyReply): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
