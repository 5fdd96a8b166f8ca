import { type CodedError, ok, refuse, type Result } from '#core/kernel'
import { identityErrors } from '#capabilities/identity'
import { formState } from '#platform/views'
import type { OfficeDeps } from '../deps.ts'
import { officeErrors } from '../errors.ts'
import { SeatPage, SignInPage } from '../pages/sign-in-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { DESK_COOKIE } from '../session.ts'
import type { Exchange } from '../view.ts'

function signInPage(exchange: Exchange, errors: readonly CodedError[]) {
  const form = formState({ number: exchange.field('number') }, errors, exchange.lang)
  return exchange.page({
    title: exchange.t('sign-in.title'),
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    content: <SignInPage view={exchange} form={form} />,
  })
}

/** The token of a new session: the password is right, and the person is appointed. A firm has no desk. */
async function enter(deps: OfficeDeps, exchange: Exchange): Promise<Result<string>> {
  const { request, lang: language } = exchange
  const address = request.ip
  const proven = await deps.identity.prove({
    number: exchange.field('number'),
    password: exchange.posted['password']?.at(-1) ?? '',
    address,
  })
  if (!proven.ok) return proven
  const { party } = proven.value
  if (party.kind !== 'person') return refuse(identityErrors.WRONG_CREDENTIALS())
  const previous = request.readCookie(DESK_COOKIE)
  const token = await deps.officials.signIn({
    iin: party.iin,
    language,
    address,
    ...(previous === undefined ? {} : { previous }),
  })
  return token.ok ? ok(token.value) : token
}

function seatPage(exchange: Exchange, errors: readonly CodedError[]) {
  const { desk, t } = exchange
  if (desk === undefined) return exchange.redirect(paths.signIn)
  const form = formState({ appointment: desk.seat?.id }, errors, exchange.lang)
  return exchange.page({
    title: t('seat.title'),
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    content: <SeatPage view={exchange} desk={desk} form={form} />,
  })
}

/** Sign-in, choice of the seat, sign-out. */
export function signInRoutes({ deps, get, post, postStrict }: Routing): void {
  get(paths.signIn, async (exchange) =>
    exchange.desk === undefined ? signInPage(exchange, []) : exchange.redirect(paths.worklist),
  )
  postStrict(paths.signIn, async (exchange) => {
    const entered = await enter(deps, exchange)
    if (!entered.ok) return signInPage(exchange, [entered.error])
    exchange.reply.keepCookie(DESK_COOKIE, entered.value)
    return exchange.redirect(paths.worklist)
  })

  get(paths.seat, async (exchange) => seatPage(exchange, []))
  post(paths.seat, async (exchange) => {
    const { desk, request } = exchange
    if (desk === undefined) return exchange.redirect(paths.signIn)
    const appointment = exchange.field('appointment')
    if (appointment === '') return seatPage(exchange, [officeErrors.NO_SEAT({}, 'appointment')])
    const seated = await deps.officials.takeSeat(desk, { appointment, address: request.ip })
    return seated.ok ? exchange.redirect(paths.worklist) : exchange.refuse(seated.error)
  })

  post(paths.signOut, async (exchange) => {
    const token = exchange.request.readCookie(DESK_COOKIE)
    if (token !== undefined) await deps.officials.signOut(token, exchange.request.ip)
    exchange.reply.dropCookie(DESK_COOKIE)
    exchange.tell('told.signed-out')
    return exchange.redirect(paths.signIn)
  })
}
