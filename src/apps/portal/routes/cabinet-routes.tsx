import type { FastifyReply } from 'fastify'
import { partyNumber } from '#core/kernel'
import {
  CabinetPage,
  DataAccessPage,
  DocumentsPage,
  NotificationsPage,
  RequestsPage,
  STATUSES,
} from '../pages/cabinet-pages.tsx'
import type { PortalDeps } from '../deps.ts'
import { portalErrors } from '../errors.ts'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { SignedExchange } from '../view.ts'

const PER_PAGE = 20

async function cabinet(deps: PortalDeps, exchange: SignedExchange): Promise<FastifyReply> {
  const { party } = exchange
  const [unread, recent] = await Promise.all([
    deps.notifications.unreadOf(party),
    deps.cases.list(party, { limit: 5, offset: 0 }),
  ])
  return exchange.page({
    title: exchange.t('cabinet.title'),
    section: 'cabinet',
    content: <CabinetPage view={exchange} unread={unread} recent={recent.cases} />,
  })
}

const pageOf = (typed: string): number => (/^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 1)

async function requests(deps: PortalDeps, exchange: SignedExchange): Promise<FastifyReply> {
  const number = exchange.query('number').replaceAll(/\D/g, '').slice(0, 20)
  if (number !== '') {
    const found = await deps.cases.byNumber(number, exchange.actor)
    if (found.ok) return exchange.redirect(paths.request(number))
  }
  const status = STATUSES.find((one) => one === exchange.query('status'))
  const page = pageOf(exchange.query('page'))
  const filter = { limit: PER_PAGE, offset: (page - 1) * PER_PAGE }
  const listed =
    number === ''
      ? await deps.cases.list(exchange.party, status ? { ...filter, status } : filter)
      : { total: 0, cases: [] }
  return exchange.page({
    title: exchange.t('cabinet.requests'),
    section: 'cabinet',
    content: (
      <RequestsPage
        view={exchange}
        requests={listed.cases}
        status={status}
        page={page}
        pages={Math.ceil(listed.total / PER_PAGE)}
        missed={number === '' ? undefined : number}
      />
    ),
  })
}

/** Somebody else's document is as absent as one that was never issued. */
async function document(deps: PortalDeps, exchange: SignedExchange): Promise<FastifyReply> {
  const found = await deps.documents.find(exchange.param('number'))
  const own = found !== undefined && partyNumber(found.owner) === partyNumber(exchange.party)
  const pdf = own ? await deps.documents.content(found.number) : undefined
  if (!own || pdf === undefined) return exchange.refuse(portalErrors.NOT_READY())
  return exchange.reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `inline; filename="document-${found.number}.pdf"`)
    .type('application/pdf')
    .send(pdf)
}

/** The personal cabinet. */
export function cabinetRoutes({ deps, getSigned, postSigned }: Routing): void {
  getSigned(paths.cabinet, (exchange) => cabinet(deps, exchange))
  getSigned(paths.requests, (exchange) => requests(deps, exchange))

  getSigned(paths.documents, async (exchange) =>
    exchange.page({
      title: exchange.t('cabinet.documents'),
      section: 'cabinet',
      content: (
        <DocumentsPage view={exchange} documents={await deps.documents.ofOwner(exchange.party)} />
      ),
    }),
  )
  getSigned('/cabinet/documents/:number.pdf', (exchange) => document(deps, exchange))

  getSigned(paths.notifications, async (exchange) =>
    exchange.page({
      title: exchange.t('cabinet.notifications'),
      section: 'cabinet',
      content: (
        <NotificationsPage
          view={exchange}
          messages={await deps.notifications.listOf(exchange.party, exchange.lang)}
        />
      ),
    }),
  )
  postSigned(paths.notifications, async (exchange) => {
    await deps.notifications.markRead(exchange.party)
    exchange.tell('done.read')
    return exchange.redirect(paths.notifications)
  })

  getSigned(paths.access, async (exchange) =>
    exchange.page({
      title: exchange.t('cabinet.access'),
      section: 'cabinet',
      content: (
        <DataAccessPage
          view={exchange}
          records={await deps.dataAccess(exchange.party, { limit: 100, offset: 0 })}
        />
      ),
    }),
  )
}
