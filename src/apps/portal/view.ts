import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { type ShellProps, visitOf } from '#apps/ui'
import type { SignedIn } from '#capabilities/identity'
import type { Acting } from '#capabilities/representation'
import type { Actor } from '#core/engine'
import type { CodedError, Instant, Lang, Party, Text } from '#core/kernel'
import { type Formats, formatsOf } from '#platform/i18n'
import type { PortalDeps } from './deps.ts'
import {
  type PortalTextKey,
  type PortalTranslator,
  portalTranslators,
} from './texts/portal-texts.ts'

/** What a page needs of the one who reads it. */
export interface View {
  readonly lang: Lang
  readonly t: PortalTranslator
  readonly f: Formats
  readonly now: Instant
  readonly csrf: string
  readonly signedIn?: SignedIn | undefined
  /** Where the reader makes the request for somebody else: the party and the actor are theirs. */
  readonly acting?: Acting
  /** The reader's language of a text of the data. */
  readonly text: (text: Text) => string
}

/** A running request: the view, what was sent, and the ways to answer. */
export interface Exchange extends View {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly address: string
  param(name: string): string
  query(name: string): string
  /** Fields of the posted form; a field that came twice counts once. */
  readonly fields: Readonly<Record<string, string>>
  /** All values of a field that may come several times. */
  every(name: string): readonly string[]
  page(
    props: ShellProps & { readonly status?: number; readonly cache?: 'revalidate' },
  ): FastifyReply
  redirect(path: string): FastifyReply
  refuse(error: CodedError): FastifyReply
  /** Leaves a message for the page that comes next. */
  tell(key: PortalTextKey): void
}

export interface SignedExchange extends Exchange {
  readonly signedIn: SignedIn
  readonly party: Party
  readonly actor: Actor
}

const strings = (value: unknown): Record<string, string> => {
  if (typeof value !== 'object' || value === null) return {}
  const texts = Object.entries(value).map(([name, one]) => [
    name,
    String(Array.isArray(one) ? one.at(-1) : one).replaceAll('\u0000', ''),
  ])
  return Object.fromEntries(texts)
}

function everyOf(body: unknown, name: string): readonly string[] {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return []
  const value: unknown = (body as Record<string, unknown>)[name]
  return (Array.isArray(value) ? value : [value]).map(String)
}

export function exchangeOf(
  deps: PortalDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Exchange {
  const { lang } = request
  const signedIn = deps.session.of(request)?.account
  const visit = visitOf(request, reply, signedIn?.account.name)
  const params = strings(request.params)
  const query = strings(request.query)
  return {
    request,
    reply,
    lang,
    t: portalTranslators[lang],
    f: formatsOf(lang),
    now: deps.clock(),
    csrf: visit.csrf,
    signedIn,
    address: request.ip,
    fields: strings(request.body),
    text: (text) => text[lang],
    param: (name) => params[name] ?? '',
    query: (name) => query[name] ?? '',
    every: (name) => everyOf(request.body, name),
    page({ status, cache, ...props }) {
      const vnode: VNode = deps.ui.page(visit, props)
      return reply.page(vnode, { status, cache })
    },
    redirect: (path) => reply.redirect(path, 303),
    refuse: (error) => reply.refuse(error),
    tell: (key) => void reply.flash({ kind: 'success', text: portalTranslators[lang](key), lang }),
  }
}

/** The exchange of somebody who has signed in; undefined for anybody else. */
export function signedExchange(exchange: Exchange): SignedExchange | undefined {
  const { signedIn } = exchange
  if (signedIn === undefined) return undefined
  const { party } = signedIn.account
  return { ...exchange, signedIn, party, actor: { kind: 'applicant', party } }
}
