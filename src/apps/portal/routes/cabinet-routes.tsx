import type { FastifyReply } from 'fastify'
import { pageNumber } from '#apps/ui'
import { addSeconds } from '#core/kernel'
import type { PortalDeps } from '../deps.ts'
import { forOthersOf, listRequests, readerOf } from '../for-others.ts'
import { taskOf } from '../next-task.ts'
import { CabinetPage, type Waiting } from '../pages/cabinet-page.tsx'
import { DataAccessPage } from '../pages/data-access-page.tsx'
import { DraftsPage } from '../pages/drafts-page.tsx'
import type { Listed } from '../pages/request-table.tsx'
import {
  isPeriod,
  PERIODS,
  RequestsPage,
  type RequestsQuery,
  STATUSES,
} from '../pages/requests-page.tsx'
import { paths } from '../paths.ts'
import { requestStatus } from '../request-status.ts'
import type { Routing } from '../routing.ts'
import type { SignedExchange } from '../view.ts'

const PER_PAGE = 20
const MOST_DRAFTS = 100

/** Requests among these that wait for the reader; a draft of one's own is in the list of drafts already. */
const waitingIn = (listed: readonly Listed[], { actor }: SignedExchange): Waiting[] =>
  listed.flatMap((one) => {
    const task = taskOf(one.edition, one.state, readerOf(one, actor))
    return task === undefined ? [] : [{ ...one, task }]
  })

async function cabinet(deps: PortalDeps, exchange: SignedExchange): Promise<FastifyReply> {
  const { party } = exchange
  const others = await forOthersOf(deps, party)
  const [unread, recent, begun, open] = await Promise.all([
    deps.notifications.unreadOf(party),
    listRequests(deps, exchange, others, { limit: 5, offset: 0 }),
    listRequests(deps, exchange, others, { status: 'draft', limit: 5, offset: 0 }),
    listRequests(deps, exchange, others, { status: 'open', limit: 50, offset: 0 }),
  ])
  return exchange.page({
    title: exchange.t('cabinet.title'),
    section: 'cabinet',
    content: (
      <CabinetPage
        view={exchange}
        reader={exchange.actor}
        unread={unread}
        drafts={begun.total}
        recent={recent.cases}
        waiting={waitingIn([...open.cases, ...begun.cases], exchange)}
      />
    ),
  })
}

const readQuery = (exchange: SignedExchange): RequestsQuery => {
  const period = exchange.query('period')
  return {
    status: STATUSES.find((one) => one === exchange.query('status')),
    service: exchange.query('service').slice(0, 100),
    period: isPeriod(period) ? period : '',
  }
}

async function requests(deps: PortalDeps, exchange: SignedExchange): Promise<FastifyReply> {
  const number = exchange.query('number').replaceAll(/\D/g, '').slice(0, 20)
  const others = await forOthersOf(deps, exchange.party)
  if (number !== '') {
    const found = others.has(number) || (await deps.cases.byNumber(number, exchange.actor)).ok
    if (found) return exchange.redirect(paths.request(number))
  }
  const query = readQuery(exchange)
  const { status, service, period } = query
  const page = pageNumber(exchange.query('page'))
  const listed =
    number === ''
      ? await listRequests(deps, exchange, others, {
          limit: PER_PAGE,
          offset: (page - 1) * PER_PAGE,
          ...(status === undefined ? {} : { status }),
          ...(service === '' ? {} : { service }),
          ...(period === '' ? {} : { since: addSeconds(exchange.now, -PERIODS[period] * 86_400) }),
        })
      : { total: 0, cases: [] }
  return exchange.page({
    title: exchange.t('cabinet.requests'),
    section: 'cabinet',
    content: (
      <RequestsPage
        view={exchange}
        reader={exchange.actor}
        requests={listed.cases}
        query={query}
        services={deps.regulations.services()}
        page={page}
        pages={Math.ceil(listed.total / PER_PAGE)}
        missed={number === '' ? undefined : number}
      />
    ),
  })
}

async function drafts(deps: PortalDeps, exchange: SignedExchange): Promise<FastifyReply> {
  const filter = { status: 'draft', limit: MOST_DRAFTS, offset: 0 } as const
  const others = await forOthersOf(deps, exchange.party)
  const { cases } = await listRequests(deps, exchange, others, filter)
  return exchange.page({
    title: exchange.t('drafts.title'),
    section: 'cabinet',
    content: <DraftsPage view={exchange} drafts={cases.filter(({ as }) => as !== 'participant')} />,
  })
}

/** A draft that is gone already, by a second click, is as deleted as it was wished. */
async function deleteDraft(deps: PortalDeps, exchange: SignedExchange): Promise<FastifyReply> {
  const { actor } = exchange
  const found = await deps.cases.byNumber(exchange.param('number'), actor)
  if (!found.ok) return exchange.refuse(found.error)
  const { state } = found.value
  if (requestStatus(state) !== 'draft' && state.status !== 'withdrawn')
    return exchange.redirect(paths.request(state.number))
  const gone =
    state.status === 'withdrawn'
      ? ({ ok: true } as const)
      : await deps.cases.withdraw({ caseId: state.id, actor })
  if (!gone.ok) return exchange.refuse(gone.error)
  exchange.tell('done.draft-deleted')
  return exchange.redirect(paths.drafts)
}

async function dataAccess(deps: PortalDeps, exchange: SignedExchange): Promise<FastifyReply> {
  const page = pageNumber(exchange.query('page'))
  const offset = (page - 1) * PER_PAGE
  const records = await deps.dataAccess(exchange.party, { limit: PER_PAGE + 1, offset })
  return exchange.page({
    title: exchange.t('cabinet.access'),
    section: 'cabinet',
    content: (
      <DataAccessPage
        view={exchange}
        records={records.slice(0, PER_PAGE)}
        page={page}
        more={records.length > PER_PAGE}
      />
    ),
  })
}

/** The personal cabinet: overview, requests, drafts, who looked at the reader's data. */
export function cabinetRoutes({ deps, getSigned, postSigned }: Routing): void {
  getSigned(paths.cabinet, (exchange) => cabinet(deps, exchange))
  getSigned(paths.requests, (exchange) => requests(deps, exchange))
  getSigned(paths.drafts, (exchange) => drafts(deps, exchange))
  postSigned('/cabinet/drafts/:number/delete', (exchange) => deleteDraft(deps, exchange))
  getSigned(paths.access, (exchange) => dataAccess(deps, exchange))
}
