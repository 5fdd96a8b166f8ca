import type { FastifyReply } from 'fastify'
import { identityErrors } from '#capabilities/identity'
import { type CodedError, isLang } from '#core/kernel'
import { formState } from '#platform/views'
import type { PortalDeps } from '../deps.ts'
import { ProfilePage } from '../pages/profile-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { SESSION_COOKIE } from '../session.ts'
import type { SignedExchange } from '../view.ts'

async function profilePage(
  deps: PortalDeps,
  exchange: SignedExchange,
  errors: readonly CodedError[] = [],
): Promise<FastifyReply> {
  const { signedIn } = exchange
  const [sessions, journal] = await Promise.all([
    deps.identity.sessionsOf(signedIn.account.id),
    deps.identity.journalOf(signedIn.account.id),
  ])
  const form = formState({}, errors, exchange.lang)
  return exchange.page({
    title: exchange.t('profile.title'),
    section: 'cabinet',
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    content: (
      <ProfilePage
        view={exchange}
        signedIn={signedIn}
        sessions={sessions}
        journal={journal}
        form={form}
      />
    ),
  })
}

type Change = (deps: PortalDeps, exchange: SignedExchange) => Promise<FastifyReply>

const changePassword: Change = async (deps, exchange) => {
  const { current = '', next = '', repeat = '' } = exchange.fields
  if (next !== repeat)
    return profilePage(deps, exchange, [identityErrors.PASSWORDS_DIFFER({}, 'repeat')])
  const { signedIn, address } = exchange
  const result = await deps.identity.changePassword(signedIn, { current, next, address })
  if (!result.ok) return profilePage(deps, exchange, [result.error])
  exchange.tell('done.password')
  return exchange.redirect(paths.profile)
}

const changeLanguage: Change = async (deps, exchange) => {
  const { language } = exchange.fields
  if (isLang(language)) {
    await deps.identity.setLanguage(exchange.signedIn.account.id, language)
    exchange.tell('done.language')
  }
  return exchange.redirect(paths.profile)
}

const endSession: Change = async (deps, exchange) => {
  const { session = '' } = exchange.fields
  const ended = await deps.identity.endSession(exchange.signedIn, session, exchange.address)
  if (ended) exchange.tell('done.session')
  return exchange.redirect(paths.profile)
}

const everywhere: Change = async (deps, exchange) => {
  await deps.identity.signOutEverywhere(exchange.signedIn, exchange.address)
  exchange.reply.dropCookie(SESSION_COOKIE)
  exchange.tell('done.signed-out')
  return exchange.redirect(paths.home)
}

const CHANGES: Readonly<Record<string, Change>> = {
  password: changePassword,
  language: changeLanguage,
  'end-session': endSession,
  everywhere,
}

/** Profile and security: data of the account, language, password, sessions, journal. */
export function profileRoutes({ deps, getSigned, postSigned }: Routing): void {
  getSigned(paths.profile, (exchange) => profilePage(deps, exchange))
  postSigned(paths.profile, async (exchange) => {
    const wanted = exchange.fields['do'] ?? ''
    const change = Object.hasOwn(CHANGES, wanted) ? CHANGES[wanted] : undefined
    return change === undefined ? profilePage(deps, exchange) : change(deps, exchange)
  })
}
