import type { FastifyReply } from 'fastify'
import { identityErrors } from '#capabilities/identity'
import { type CodedError, isLang } from '#core/kernel'
import { formState } from '#platform/views'
import type { PortalDeps } from '../deps.ts'
import { ProfilePage } from '../pages/profile-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { SignedExchange } from '../view.ts'

function profilePage(exchange: SignedExchange, errors: readonly CodedError[] = []): FastifyReply {
  const { signedIn } = exchange
  const form = formState({}, errors, exchange.lang)
  return exchange.page({
    title: exchange.t('profile.title'),
    section: 'cabinet',
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    content: <ProfilePage view={exchange} signedIn={signedIn} form={form} />,
  })
}

type Change = (deps: PortalDeps, exchange: SignedExchange) => Promise<FastifyReply>

const changePassword: Change = async (deps, exchange) => {
  const { current = '', next = '', repeat = '' } = exchange.fields
  if (next !== repeat) return profilePage(exchange, [identityErrors.PASSWORDS_DIFFER({}, 'repeat')])
  const { signedIn, address } = exchange
  const result = await deps.identity.changePassword(signedIn, { current, next, address })
  if (!result.ok) return profilePage(exchange, [result.error])
  exchange.tell('done.password')
  return exchange.redirect(paths.profile)
}

const changeLanguage: Change = async (deps, exchange) => {
  const { language } = exchange.fields
  if (isLang(language)) {
    await deps.identity.setLanguage(exchange.signedIn.account.id, language)
    await deps.mailing?.setLanguage(exchange.party, language)
    exchange.reply.keepLanguage(language)
    exchange.tell('done.language')
  }
  return exchange.redirect(paths.profile)
}

const CHANGES: Readonly<Record<string, Change>> = {
  password: changePassword,
  language: changeLanguage,
}

/** Profile and security: data of the account, language, password, sessions, journal. */
export function profileRoutes({ deps, getSigned, postSigned }: Routing): void {
  getSigned(paths.profile, async (exchange) => profilePage(exchange))
  postSigned(paths.profile, async (exchange) => {
    const wanted = exchange.fields['do'] ?? ''
    const change = Object.hasOwn(CHANGES, wanted) ? CHANGES[wanted] : undefined
    return change === undefined ? profilePage(exchange) : change(deps, exchange)
  })
}
