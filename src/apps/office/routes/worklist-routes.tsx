import type { FastifyReply } from 'fastify'
import { pageNumber } from '#apps/ui'
import type { Deed } from '#capabilities/cases'
import { addDays, dayOf, type Instant, instantAt } from '#core/kernel'
import type { OfficeDeps } from '../deps.ts'
import { DonePage } from '../pages/done-page.tsx'
import { HandOverPage } from '../pages/hand-over-page.tsx'
import { WorklistPage } from '../pages/worklist-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { SeatExchange } from '../view.ts'

const PER_PAGE = 25
/** A hand-over register is printed as a whole. */
const MOST_PRINTED = 500

/** Spaces and dashes in a number that was read out or copied are forgiven. */
const searched = (typed: string): string => {
  const digits = typed.replaceAll(/[\s\u00a0-]/g, '')
  return /^\d+$/.test(digits) ? digits : typed.trim().slice(0, 40)
}

async function worklist(deps: OfficeDeps, exchange: SeatExchange): Promise<FastifyReply> {
  const { official, seat, t } = exchange
  const q = searched(exchange.query('q'))
  const service = exchange.query('service')
  const page = pageNumber(exchange.query('page'))
  // A whole number leads straight to its case, also to one that waits for somebody else.
  if (/^\d{14}$/.test(q) && (await deps.cases.viewForOfficial(q, official)).ok)
    return exchange.redirect(paths.case(q))
  const list = await deps.cases.worklist(official, {
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
    ...(q === '' ? {} : { q }),
    ...(service === '' ? {} : { service }),
  })
  const names = new Map(deps.regulations.services().map(({ id, name }) => [id, name]))
  const services = list.services.map(({ service: id }) => {
    const name = names.get(id)
    return { id, name: name === undefined ? id : exchange.text(name) }
  })
  return exchange.page({
    title: t('list.title'),
    scripts: ['office/desk.js'],
    content: (
      <WorklistPage
        view={exchange}
        seat={seat}
        list={list}
        services={services}
        q={q}
        service={service}
        page={page}
        pages={Math.ceil(list.total / PER_PAGE)}
      />
    ),
  })
}

async function handOver(deps: OfficeDeps, exchange: SeatExchange): Promise<FastifyReply> {
  const filter = { verb: 'hand-over', limit: MOST_PRINTED, offset: 0 } as const
  const list = await deps.cases.worklist(exchange.official, filter)
  return exchange.page({
    title: exchange.t('hand.title'),
    scripts: ['office/desk.js'],
    content: <HandOverPage view={exchange} seat={exchange.seat} items={list.items} />,
  })
}

async function done(deps: OfficeDeps, exchange: SeatExchange): Promise<FastifyReply> {
  const today = dayOf(exchange.now)
  const week = instantAt(addDays(today, -6))
  const { items } = await deps.cases.doneBy(exchange.official, week)
  const since = (from: Instant): Deed[] => items.filter(({ at }) => at >= from)
  return exchange.page({
    title: exchange.t('done.title'),
    scripts: ['office/desk.js'],
    content: (
      <DonePage
        view={exchange}
        today={since(instantAt(today))}
        earlier={items.filter(({ at }) => at < instantAt(today))}
      />
    ),
  })
}

/** The work list, the hand-over register, and what the official has done. */
export function worklistRoutes({ deps, getSeated }: Routing): void {
  getSeated(paths.worklist, (exchange) => worklist(deps, exchange))
  getSeated(paths.handOver, (exchange) => handOver(deps, exchange))
  getSeated(paths.done, (exchange) => done(deps, exchange))
}
