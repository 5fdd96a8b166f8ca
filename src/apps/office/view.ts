import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Frame, type ShellProps, visitOf } from '#apps/ui'
import { type Appointment, type AtDesk, officialOf } from '#capabilities/officials'
import type { Official } from '#capabilities/cases'
import type { CodedError, Instant, Lang, Text } from '#core/kernel'
import { type Formats, formatsOf } from '#platform/i18n'
import type { OfficeDeps } from './deps.ts'
import { frameFor } from './frame.tsx'
import {
  type OfficeTextKey,
  type OfficeTranslator,
  officeTranslators,
} from './texts/office-texts.ts'

/** What a page needs of the official who reads it. */
export interface View {
  readonly lang: Lang
  readonly t: OfficeTranslator
  readonly f: Formats
  readonly now: Instant
  readonly csrf: string
  readonly desk?: AtDesk | undefined
  /** The reader's language of a text of the data. */
  readonly text: (text: Text) => string
}

/** A running request: the view, what was sent, and the ways to answer. */
export interface Exchange extends View {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  param(name: string): string
  query(name: string): string
  /** Fields of the posted form; of a field that came several times, all values. */
  readonly posted: Readonly<Record<string, readonly string[]>>
  field(name: string): string
  page(props: ShellProps & { readonly status?: number }): FastifyReply
  redirect(path: string): FastifyReply
  refuse(error: CodedError): FastifyReply
  /** Leaves a message for the page that comes next. */
  tell(key: OfficeTextKey): void
}

/** The exchange of an official who sits: in a role, in a unit. */
export interface SeatExchange extends Exchange {
  readonly desk: AtDesk
  readonly seat: Appointment
  readonly official: Official
}

/** Long enough for a signature with its chain. */
const MOST = 100_000
const clean = (value: unknown): string => String(value).replaceAll('\u0000', '').slice(0, MOST)

function listsOf(value: unknown): Record<string, readonly string[]> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      (Array.isArray(one) ? one : [one]).map(clean),
    ]),
  )
}

export function exchangeOf(
  deps: OfficeDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Exchange {
  const { lang } = request
  const t = officeTranslators[lang]
  const desk = deps.session.of(request)?.account
  const visit = visitOf(request, reply, desk?.appointments[0]?.name.kk)
  const params = listsOf(request.params)
  const query = listsOf(request.query)
  const posted = listsOf(request.body)
  const frame: Frame = frameFor({ t, lang, csrf: visit.csrf, url: visit.url, desk })
  return {
    request,
    reply,
    lang,
    t,
    f: formatsOf(lang),
    now: deps.clock(),
    csrf: visit.csrf,
    desk,
    posted,
    text: (text) => text[lang],
    param: (name) => params[name]?.at(-1) ?? '',
    query: (name) => query[name]?.at(-1) ?? '',
    field: (name) => (posted[name]?.at(-1) ?? '').trim(),
    page: ({ status, ...props }) => reply.page(deps.ui.page(visit, props, frame), { status }),
    redirect: (path) => reply.redirect(path, 303),
    refuse: (error) => reply.refuse(error),
    tell: (key) => void reply.flash({ kind: 'success', text: t(key), lang }),
  }
}

/** The exchange of who sits; undefined for anybody else. */
export function seatExchange(exchange: Exchange): SeatExchange | undefined {
  const { desk } = exchange
  const seat = desk?.seat
  if (desk === undefined || seat === undefined) return undefined
  return { ...exchange, desk, seat, official: officialOf(seat) }
}
