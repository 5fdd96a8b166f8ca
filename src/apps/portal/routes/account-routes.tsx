import { type Account, type FoundParty, identityErrors } from '#capabilities/identity'
import type { CodedError } from '#core/kernel'
import { formState } from '#platform/views'
import type { PortalDeps } from '../deps.ts'
import { readKept, restoreKept } from '../kept-form.ts'
import { maskName } from '../mask-name.ts'
import { RegisterPage, RegisterPasswordPage } from '../pages/register-page.tsx'
import { SignInPage } from '../pages/sign-in-page.tsx'
import { paths, safeReturn } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { SESSION_COOKIE } from '../session.ts'
import type { Exchange } from '../view.ts'

const shown = (found: FoundParty): string =>
  found.party.kind === 'person' ? maskName(found.name) : found.name

const statusOf = (errors: readonly CodedError[]): number => errors[0]?.status ?? 200

function registerPage(exchange: Exchange, errors: readonly CodedError[]) {
  const form = formState(exchange.fields, errors, exchange.lang)
  return exchange.page({
    title: exchange.t('register.title'),
    failed: errors.length > 0,
    status: statusOf(errors),
    content: <RegisterPage view={exchange} form={form} />,
  })
}

function passwordPage(exchange: Exchange, found: FoundParty, errors: readonly CodedError[]) {
  const form = formState(exchange.fields, errors, exchange.lang)
  return exchange.page({
    title: exchange.t('register.password-title'),
    failed: errors.length > 0,
    status: statusOf(errors),
    content: <RegisterPasswordPage view={exchange} form={form} found={shown(found)} />,
  })
}

/** `kept`: a form that was sent after its session had ended. */
export function signInPage(
  exchange: Exchange,
  errors: readonly CodedError[],
  came: { readonly to?: string; readonly kept?: string } = {},
) {
  const { number = '' } = exchange.fields
  const { to = exchange.fields['to'] ?? exchange.query('to'), kept = exchange.fields['kept'] } =
    came
  const form = formState({ number }, errors, exchange.lang)
  return exchange.page({
    title: exchange.t('sign-in.title'),
    failed: errors.length > 0,
    status: statusOf(errors),
    content: <SignInPage view={exchange} form={form} to={to} kept={kept} />,
  })
}

/** Registration in two steps: the register confirms the number, then the password. */
function registration({ deps, get, postStrict }: Routing): void {
  const { identity } = deps
  get(paths.register, async (exchange) => registerPage(exchange, []))
  get(paths.registerPassword, async (exchange) => exchange.redirect(paths.register))

  postStrict(paths.register, async (exchange) => {
    const { number = '', headIin = '' } = exchange.fields
    const found = await identity.find({ number, headIin }, exchange.address)
    return found.ok
      ? passwordPage(exchange, found.value, [])
      : registerPage(exchange, [found.error])
  })

  postStrict(paths.registerPassword, async (exchange) => {
    const { number = '', headIin = '', password = '', repeat = '' } = exchange.fields
    const { lang: language, address } = exchange
    const result =
      password === repeat
        ? await identity.register({ number, headIin, password, language, address })
        : ({ ok: false, error: identityErrors.PASSWORDS_DIFFER({}, 'repeat') } as const)
    if (result.ok) return enter({ deps, exchange, number, password, to: paths.cabinet })
    // What is wrong with the number is corrected where the number is typed.
    if (!['password', 'repeat'].includes(result.error.field ?? ''))
      return registerPage(exchange, [result.error])
    const found = await identity.find({ number, headIin }, address)
    return found.ok
      ? passwordPage(exchange, found.value, [result.error])
      : registerPage(exchange, [found.error])
  })
}

interface Entrance extends Pick<Routing, 'deps'> {
  readonly exchange: Exchange
  readonly number: string
  readonly password: string
  readonly to: string
}

/** Where somebody goes on whose session ended in the middle of a form. */
async function restored({ cases, secret }: PortalDeps, exchange: Exchange, { party }: Account) {
  const kept = readKept(secret, exchange.fields['kept'] ?? '')
  if (kept === undefined) return undefined
  const to = await restoreKept(cases, kept, { kind: 'applicant', party })
  if (to !== undefined) exchange.tell('done.typed-kept')
  return to
}

async function enter({ deps, exchange, number, password, to }: Entrance) {
  const { request, reply, address } = exchange
  const previous = request.readCookie(SESSION_COOKIE)
  const result = await deps.identity.signIn({
    number,
    password,
    address,
    device: request.headers['user-agent'] ?? '',
    ...(previous === undefined ? {} : { previous }),
  })
  if (!result.ok) return signInPage(exchange, [result.error])
  reply.keepCookie(SESSION_COOKIE, result.value.token)
  // Whoever could read this page goes on in its language; the account's is that of letters and of other devices.
  reply.keepLanguage(exchange.lang)
  const back = await restored(deps, exchange, result.value.account)
  return exchange.redirect(back ?? safeReturn(to === '' ? undefined : to))
}

/** Registration, sign-in, sign-out. */
export function accountRoutes(routing: Routing): void {
  const { deps, get, post, postStrict } = routing
  registration(routing)

  get(paths.signIn, async (exchange) =>
    exchange.signedIn === undefined
      ? signInPage(exchange, [])
      : exchange.redirect(safeReturn(exchange.query('to') || undefined)),
  )

  postStrict(paths.signIn, async (exchange) => {
    const { number = '', password = '', to = '' } = exchange.fields
    return enter({ deps, exchange, number, password, to })
  })

  post(paths.signOut, async (exchange) => {
    const token = exchange.request.readCookie(SESSION_COOKIE)
    if (token !== undefined) await deps.identity.signOut(token, exchange.address)
    exchange.reply.dropCookie(SESSION_COOKIE)
    exchange.tell('done.signed-out')
    return exchange.redirect(paths.home)
  })
}
