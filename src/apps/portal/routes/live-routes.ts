import type { FastifyInstance, FastifyReply } from 'fastify'
import { identityErrors } from '#capabilities/identity'
import type { PortalDeps } from '../deps.ts'
import { versionOf } from '../pages/request-page.tsx'

const LOOK_EVERY_MS = 1000
/** Then the browser connects anew by itself, and the session is checked again. */
const LONGEST_MS = 5 * 60_000
const RETRY_MS = 3000

/** Follows one request until the reader goes, the case ends or the time is up. */
function follow(reply: FastifyReply, version: () => Promise<string | undefined>) {
  const { raw } = reply
  let told = ''
  let looking = false
  const stop = (): void => {
    clearInterval(timer)
    clearTimeout(end)
    raw.end()
  }
  const look = async (): Promise<void> => {
    if (looking) return
    looking = true
    const now = await version().finally(() => {
      looking = false
    })
    if (now === undefined) return stop()
    if (now === told) return
    told = now
    raw.write(`data: ${JSON.stringify({ version: now })}\n\n`)
  }
  // A failing look ends the stream; the browser comes back after the retry time.
  const tick = (): void => void look().catch(stop)
  const timer = setInterval(tick, LOOK_EVERY_MS)
  const end = setTimeout(stop, LONGEST_MS)
  // Of the response: the request itself closes as soon as it is read.
  raw.once('close', stop)
  tick()
}

/** GET /cases/:number/events: the version of a request as server-sent events, for its owner. */
export function liveRoutes(app: FastifyInstance, deps: PortalDeps): void {
  app.get<{ Params: { number: string } }>('/cases/:number/events', async (request, reply) => {
    const signedIn = deps.session.of(request)?.account
    if (signedIn === undefined) return reply.refuse(identityErrors.SESSION_ENDED())
    const actor = { kind: 'applicant', party: signedIn.account.party } as const
    const first = await deps.cases.byNumber(request.params.number, actor)
    if (!first.ok) return reply.refuse(first.error)
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write(`retry: ${RETRY_MS}\n\n`)
    follow(reply, async () => {
      const found = await deps.cases.byNumber(request.params.number, actor)
      return found.ok ? versionOf(found.value) : undefined
    })
    return reply
  })
}
