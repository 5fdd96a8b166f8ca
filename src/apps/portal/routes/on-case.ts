import type { FastifyReply } from 'fastify'
import type { CaseView } from '#capabilities/cases'
import { isParty } from '#core/engine'
import type { PortalDeps } from '../deps.ts'
import { paths } from '../paths.ts'
import type { SignedExchange } from '../view.ts'

export type OnCase = (exchange: SignedExchange, request: CaseView) => Promise<FastifyReply>

/** The case of the address, if the reader has a part in it; others learn nothing of it. */
export const onCase =
  ({ cases }: Pick<PortalDeps, 'cases'>, handler: OnCase) =>
  async (exchange: SignedExchange): Promise<FastifyReply> => {
    const found = await cases.byNumber(exchange.param('number'), exchange.actor)
    return found.ok ? handler(exchange, found.value) : exchange.refuse(found.error)
  }

/** What is for the party alone, such as paying and withdrawing; who is only asked to consent is led to the page of the request. */
export const onOwnCase = (deps: Pick<PortalDeps, 'cases'>, handler: OnCase) =>
  onCase(deps, async (exchange, request) =>
    isParty(exchange.actor, request.state)
      ? handler(exchange, request)
      : exchange.redirect(paths.request(request.state.number)),
  )
