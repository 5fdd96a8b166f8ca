import type { FastifyReply } from 'fastify'
import type { CaseView, RequestDocument } from '#capabilities/cases'
import { isParty } from '#core/engine'
import type { CodedError } from '#core/kernel'
import { formState } from '#platform/views'
import { portalErrors } from '../errors.ts'
import { DeclinePage, mayDecline } from '../pages/consent-pages.tsx'
import { SignPage } from '../pages/sign-page.tsx'
import { taskOf } from '../next-task.ts'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { SignedExchange } from '../view.ts'

interface Signing extends Pick<Routing, 'deps'> {
  readonly exchange: SignedExchange
  readonly view: CaseView
  readonly document: RequestDocument
}

/** What became of the request while a signature for it was on the way; nothing to tell of a second click on the same one. */
function overtakenBy({ edition, state }: CaseView, exchange: SignedExchange) {
  const kept = state.data['signature']
  const same =
    kept !== null &&
    typeof kept === 'object' &&
    'sha256' in kept &&
    kept['sha256'] === exchange.fields['sha256']
  if (same) return undefined
  return taskOf(edition, state, exchange.actor) === 'fill' ? 'sign.late-answers' : 'sign.late'
}

/** The case of the address while it waits for the signature; else its present page. */
async function signing(
  { deps }: Routing,
  exchange: SignedExchange,
  carryOn: (signing: Signing) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const number = exchange.param('number')
  const found = await deps.cases.byNumber(number, exchange.actor)
  if (!found.ok) return exchange.refuse(found.error)
  const { edition, state } = found.value
  if (taskOf(edition, state, exchange.actor) !== 'sign') {
    const late =
      exchange.fields['cms'] === undefined ? undefined : overtakenBy(found.value, exchange)
    if (late !== undefined) exchange.tell(late)
    return exchange.redirect(paths.request(number))
  }
  const document = await deps.cases.document(state.id, exchange.actor)
  if (!document.ok) return exchange.refuse(document.error)
  return carryOn({ deps, exchange, view: found.value, document: document.value })
}

function signPage({ exchange, view, document }: Signing, errors: readonly CodedError[]) {
  return exchange.page({
    title: exchange.t('sign.title'),
    section: 'services',
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    scripts: ['ui/sign.js'],
    content: (
      <SignPage
        view={exchange}
        state={view.state}
        edition={view.edition}
        document={document}
        account={exchange.signedIn.account}
        form={formState({}, errors, exchange.lang)}
        consent={isParty(exchange.actor, view.state) ? undefined : { mayDecline: mayDecline(view) }}
      />
    ),
  })
}

const base64 = /^[A-Za-z0-9+/]{100,90000}={0,2}$/

async function takeSignature(signed: Signing): Promise<FastifyReply> {
  const { deps, exchange, view } = signed
  const { cms = '', sha256 = '' } = exchange.fields
  if (!base64.test(cms)) return signPage(signed, [portalErrors.NO_SIGNATURE()])
  const result = await deps.cases.sign({
    caseId: view.state.id,
    actor: exchange.actor,
    cms: Buffer.from(cms, 'base64'),
    sha256,
  })
  return result.ok
    ? exchange.redirect(paths.request(view.state.number))
    : signPage(signed, [result.error])
}

/** Step 2: read and sign. A second click finds the request already on its way and lands on its page. */
export function signRoutes(routing: Routing): void {
  const { deps, getSigned, postSigned } = routing
  getSigned('/requests/:number/sign', (exchange) =>
    signing(routing, exchange, async (signed) => signPage(signed, [])),
  )
  postSigned('/requests/:number/sign', (exchange) => signing(routing, exchange, takeSignature))

  getSigned('/requests/:number/request.json', (exchange) =>
    signing(routing, exchange, async ({ document, view }) =>
      exchange.reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="request-${view.state.number}.json"`)
        .type('application/json; charset=utf-8')
        .send(document.bytes),
    ),
  )

  getSigned('/requests/:number/decline', (exchange) =>
    signing(routing, exchange, async ({ view }) =>
      exchange.page({
        title: exchange.t('consent.decline-title'),
        section: 'cabinet',
        content: <DeclinePage view={exchange} request={view} />,
      }),
    ),
  )
  postSigned('/requests/:number/decline', (exchange) =>
    signing(routing, exchange, async ({ view }) => {
      const declined = await deps.cases.decline({ caseId: view.state.id, actor: exchange.actor })
      if (!declined.ok) return exchange.refuse(declined.error)
      exchange.tell('done.declined')
      // The request ends, and is no concern of whoever declined to sign it.
      return exchange.redirect(paths.requests)
    }),
  )

  postSigned('/requests/:number/revise', (exchange) =>
    signing(routing, exchange, async ({ view }) => {
      const revised = await deps.cases.revise(view.state.id, exchange.actor)
      return revised.ok
        ? exchange.redirect(paths.check(view.state.number))
        : exchange.refuse(revised.error)
    }),
  )
}
