import { requestErrors } from '#capabilities/cases'
import { allows, concernsOthers } from '#capabilities/representation'
import type { CaseState } from '#core/engine'
import { dayOf, ok, type Party, refuse, type Result } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { awaitRegister } from '../await-register.ts'
import { type Opened, openForAnother } from '../open-request.ts'
import { feeOf } from '../pages/fee-text.ts'
import { OrderPage, type OtherParties } from '../pages/order-page.tsx'
import { FillBack } from '../pages/order-pages.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { SignedExchange } from '../view.ts'

/** The open draft of this service is filled in already: what is missing is the signature. */
function waitsForSignature({ regulations }: Routing['deps'], state: CaseState): boolean {
  const edition = regulations.edition(state.edition)
  return edition?.actions[state.current?.action ?? '']?.does === 'sign'
}

/** For whom else the reader may order this: asked only where the regulation lets others order. */
async function othersFor(
  { representation }: Routing['deps'],
  edition: Edition,
  party: Party,
): Promise<OtherParties> {
  if (party.kind !== 'person' || !concernsOthers(edition)) return { mandates: [], complete: true }
  const { mandates, complete } = await representation.mandatesOf(party.iin)
  return { mandates: mandates.filter((mandate) => allows(edition, mandate)), complete }
}

/** The request of the reader, or of the one chosen on the order page. */
async function openOrder(deps: Routing['deps'], exchange: SignedExchange): Promise<Result<Opened>> {
  const { party, actor, lang: language } = exchange
  const service = exchange.param('id')
  const known = deps.regulations.services().find(({ id }) => id === service)
  if (known?.online !== true) return refuse(requestErrors.SERVICE_UNKNOWN())
  const order = { service, channel: 'portal', language }
  const key = exchange.fields['onBehalf'] ?? ''
  const iin = party.kind === 'person' ? party.iin : undefined
  if (key !== '') return openForAnother(deps, { iin, key }, order)
  if (!known.recipients.includes(party.kind)) return refuse(requestErrors.SERVICE_UNKNOWN())
  const opened = await deps.cases.open({ ...order, party, actor })
  return opened.ok ? ok({ state: opened.value, actor }) : opened
}

/** Order a service: for whom, and the request is opened. */
export function orderRoutes({ deps, getSigned, postSigned }: Routing): void {
  getSigned('/services/:id/order', async (exchange) => {
    const edition = deps.regulations.inForce(exchange.param('id'), dayOf(exchange.now))
    if (edition === undefined || !edition.about.online)
      return exchange.refuse(requestErrors.SERVICE_UNKNOWN())
    return exchange.page({
      title: exchange.text(edition.about.name),
      section: 'services',
      before: <FillBack view={exchange} href={paths.service(edition.service)} />,
      content: (
        <OrderPage
          view={exchange}
          edition={edition}
          fee={feeOf(edition, deps.mrp(dayOf(exchange.now)))}
          account={exchange.signedIn.account}
          others={await othersFor(deps, edition, exchange.party)}
        />
      ),
    })
  })

  postSigned('/services/:id/order', async (exchange) => {
    const opened = await openOrder(deps, exchange)
    if (!opened.ok) return exchange.refuse(opened.error)
    const { state, actor } = opened.value
    const { number } = state
    if (waitsForSignature(deps, state)) {
      exchange.tell('done.draft-waits')
      return exchange.redirect(paths.sign(number))
    }
    await awaitRegister(deps.cases, number, actor)
    return exchange.redirect(paths.fill(number))
  })
}
