import { SessionsPage } from '../pages/sessions-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { SESSION_COOKIE } from '../session.ts'

/** Devices that are signed in, and the journal of the account. */
export function sessionRoutes({ deps, getSigned, postSigned }: Routing): void {
  const { identity } = deps
  getSigned(paths.sessions, async (exchange) => {
    const { signedIn } = exchange
    const [sessions, journal] = await Promise.all([
      identity.sessionsOf(signedIn.account.id),
      identity.journalOf(signedIn.account.id),
    ])
    return exchange.page({
      title: exchange.t('sessions.title'),
      section: 'cabinet',
      content: (
        <SessionsPage view={exchange} signedIn={signedIn} sessions={sessions} journal={journal} />
      ),
    })
  })
  postSigned(paths.sessions, async (exchange) => {
    const { signedIn, address } = exchange
    const { session = '', everywhere } = exchange.fields
    if (everywhere === undefined) {
      const ended = await identity.endSession(signedIn, session, address)
      if (ended) exchange.tell('done.session')
      return exchange.redirect(paths.sessions)
    }
    await identity.signOutEverywhere(signedIn, address)
    exchange.reply.dropCookie(SESSION_COOKIE)
    exchange.tell('done.signed-out')
    return exchange.redirect(paths.home)
  })
}
