import type { FastifyReply } from 'fastify'
import { pageNumber } from '#apps/ui'
import { notificationErrors } from '#capabilities/notifications'
import type { CodedError } from '#core/kernel'
import { httpErrors } from '#platform/http'
import { BackLink, formState } from '#platform/views'
import type { PortalDeps } from '../deps.ts'
import {
  ConfirmMailPage,
  MailDonePage,
  MailSettingsPage,
  StopMailPage,
} from '../pages/mail-pages.tsx'
import { NotificationsPage } from '../pages/notifications-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { Exchange, SignedExchange } from '../view.ts'

const PER_PAGE = 20

async function list(
  { notifications }: PortalDeps,
  exchange: SignedExchange,
): Promise<FastifyReply> {
  const { party, lang } = exchange
  const unread = exchange.query('show') === 'unread'
  const page = pageNumber(exchange.query('page'))
  const [messages, total] = await Promise.all([
    notifications.listOf(party, lang, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE, unread }),
    unread ? notifications.unreadOf(party) : notifications.countOf(party),
  ])
  return exchange.page({
    title: exchange.t('cabinet.notifications'),
    section: 'cabinet',
    content: (
      <NotificationsPage
        view={exchange}
        messages={messages}
        unreadOnly={unread}
        page={page}
        pages={Math.ceil(total / PER_PAGE)}
      />
    ),
  })
}

async function settingsPage(
  { mailing }: PortalDeps,
  exchange: SignedExchange,
  errors: readonly CodedError[] = [],
): Promise<FastifyReply> {
  const typed = { email: exchange.fields['email'] ?? '' }
  return exchange.page({
    title: exchange.t('mail.title'),
    section: 'cabinet',
    before: <BackLink href={paths.notifications}>{exchange.t('cabinet.notifications')}</BackLink>,
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    content: (
      <MailSettingsPage
        view={exchange}
        settings={await mailing?.settingsOf(exchange.party)}
        form={formState(typed, errors, exchange.lang)}
      />
    ),
  })
}

type Change = (deps: PortalDeps, exchange: SignedExchange) => Promise<FastifyReply>

const ask: Change = async (deps, exchange) => {
  const { email = '' } = exchange.fields
  const { language } = exchange.signedIn.account
  const asked = await deps.mailing?.ask(exchange.party, email, language)
  if (asked?.ok === false) return settingsPage(deps, exchange, [asked.error])
  if (asked !== undefined) exchange.tell('done.mail-sent')
  return exchange.redirect(paths.notificationSettings)
}

const choose: Change = async ({ mailing }, exchange) => {
  await mailing?.choose(exchange.party, exchange.every('on'))
  exchange.tell('done.mail-chosen')
  return exchange.redirect(paths.notificationSettings)
}

const remove: Change = async ({ mailing }, exchange) => {
  await mailing?.remove(exchange.party)
  exchange.tell('done.mail-removed')
  return exchange.redirect(paths.notificationSettings)
}

const CHANGES: Readonly<Record<string, Change>> = { ask, choose, remove }

/** The links in letters: they work for who is not signed in, by what only the letter says. */
function fromLetters({ deps, get, postStrict }: Routing): void {
  const { mailing } = deps
  get('/confirm-email/:token', async (exchange) => {
    const token = exchange.param('token')
    const pending = await mailing?.pendingOf(token)
    if (pending?.ok !== true) return exchange.refuse(notificationErrors.LINK_ENDED())
    return exchange.page({
      title: exchange.t('mail.confirm-title'),
      content: <ConfirmMailPage view={exchange} email={pending.value} token={token} />,
    })
  })
  postStrict('/confirm-email/:token', async (exchange) => {
    const confirmed = await mailing?.confirm(exchange.param('token'))
    if (confirmed?.ok !== true) return exchange.refuse(notificationErrors.LINK_ENDED())
    return donePage(exchange, exchange.t('mail.confirmed', { email: confirmed.value }))
  })
  get('/stop-letters/:key', async (exchange) =>
    exchange.page({
      title: exchange.t('mail.stop-title'),
      content: <StopMailPage view={exchange} wayOut={exchange.param('key')} />,
    }),
  )
  postStrict('/stop-letters/:key', async (exchange) =>
    (await mailing?.stop(exchange.param('key'))) === true
      ? donePage(exchange, exchange.t('mail.stopped'))
      : exchange.refuse(httpErrors.NOT_FOUND()),
  )
}

const donePage = (exchange: Exchange, said: string): FastifyReply =>
  exchange.page({ title: said, content: <MailDonePage view={exchange} said={said} /> })

/** Notifications in the cabinet, and by e-mail. */
export function notificationRoutes(routing: Routing): void {
  const { deps, getSigned, postSigned } = routing
  getSigned(paths.notifications, (exchange) => list(deps, exchange))
  postSigned(paths.notifications, async (exchange) => {
    const { id } = exchange.fields
    await deps.notifications.markRead(exchange.party, id)
    exchange.tell('done.read')
    return exchange.redirect(paths.notifications)
  })
  getSigned(paths.notificationSettings, (exchange) => settingsPage(deps, exchange))
  postSigned(paths.notificationSettings, async (exchange) => {
    const wanted = exchange.fields['do'] ?? ''
    const change = Object.hasOwn(CHANGES, wanted) ? CHANGES[wanted] : undefined
    return change === undefined ? settingsPage(deps, exchange) : change(deps, exchange)
  })
  fromLetters(routing)
}
