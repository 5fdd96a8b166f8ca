import type { FastifyInstance } from 'fastify'
import type { CaseView } from '#capabilities/cases'
import { identityErrors } from '#capabilities/identity'
import { actorFor } from '#capabilities/representation'
import type { Actor } from '#core/engine'
import { ok, type Party, type Result } from '#core/kernel'
import { createEventStreams, type EventStream, httpErrors } from '#platform/http'
import type { PortalDeps } from '../deps.ts'
import { versionOf } from '../pages/request-page.tsx'

const LOOK_EVERY_MS = 1000
/** As many pages of one account follow their requests at once; the others have the button "Refresh". */
const STREAMS_PER_ACCOUNT = 4

type LiveDeps = Pick<PortalDeps, 'session'> & {
  readonly identity: Pick<PortalDeps['identity'], 'stillOpen'>
  readonly cases: Pick<PortalDeps['cases'], 'byNumber'>
  readonly representation: Pick<PortalDeps['representation'], 'actingIn' | 'mayRead'>
}

/**
 * As whom the reader sees the request: for themselves, or for the one for whom they make it, while their right stands. A stream
 * tells versions only; the page that they make a browser fetch asks for the right again.
 */
async function readerOf(
  representation: LiveDeps['representation'],
  party: Party,
  number: string,
): Promise<Result<Actor>> {
  const acting =
    party.kind === 'person' ? await representation.actingIn(number, party.iin) : undefined
  if (acting === undefined) return ok({ kind: 'applicant', party })
  const standing = await representation.mayRead(acting)
  return standing.ok ? ok(actorFor(acting.basis, acting.principal.party, acting.iin)) : standing
}

const hasEnded = ({ state }: CaseView): boolean => state.status !== 'open'

interface Followed {
  readonly first: CaseView
  /** Undefined once the reader may see the request no more. */
  readonly look: () => Promise<CaseView | undefined>
}

/** Tells each new version until the case ends, the reader may look no more, or the stream ends. */
function follow(stream: EventStream, { first, look }: Followed): void {
  let told = ''
  let looking = false
  const tell = (view: CaseView | undefined): void => {
    if (view === undefined) return stream.end()
    const version = versionOf(view)
    if (version !== told) stream.send(JSON.stringify({ version }), version)
    told = version
    if (hasEnded(view)) stream.end()
  }
  const lookAgain = async (): Promise<void> => {
    if (looking) return
    looking = true
    tell(
      await look().finally(() => {
        looking = false
      }),
    )
  }
  // A failing look ends the stream; the browser comes back after the retry time.
  const timer = setInterval(() => void lookAgain().catch(() => stream.end()), LOOK_EVERY_MS)
  stream.whenEnded(() => clearInterval(timer))
  tell(first)
}

/**
 * GET /cases/:number/events: the versions of a request as server-sent events, for its owner. Each second the session and
 * the case are looked at: the stream ends with the session (and is no sign of life of it), with the case, and with the
 * server. 204 tells a browser that knows the last version of an ended case not to come back. Refusals:
 * IDENTITY_SESSION_ENDED, those of `cases.byNumber`, HTTP_TOO_MANY.
 */
export function liveRoutes(app: FastifyInstance, deps: LiveDeps): void {
  const { session, identity, cases, representation } = deps
  const streams = createEventStreams(app, { perOwner: STREAMS_PER_ACCOUNT })
  type Route = { Params: { number: string } }
  const options = { exposeHeadRoute: false }
  app.get<Route>('/cases/:number/events', options, async (request, reply) => {
    const by = session.of(request)?.account
    if (by === undefined) return reply.refuse(identityErrors.SESSION_ENDED())
    const { number } = request.params
    const reader = await readerOf(representation, by.account.party, number)
    if (!reader.ok) return reply.refuse(reader.error)
    const actor = reader.value
    const first = await cases.byNumber(number, actor)
    if (!first.ok) return reply.refuse(first.error)
    const known = request.headers['last-event-id'] === versionOf(first.value)
    if (known && hasEnded(first.value)) return reply.code(204).send()
    const stream = streams.open(reply, by.account.id)
    if (stream === undefined) return reply.refuse(httpErrors.TOO_MANY())
    const look = async (): Promise<CaseView | undefined> => {
      if (!(await identity.stillOpen(by.session))) return undefined
      const found = await cases.byNumber(number, actor)
      return found.ok ? found.value : undefined
    }
    follow(stream, { first: first.value, look })
    return reply
  })
}
