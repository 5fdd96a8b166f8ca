import type { FastifyReply } from 'fastify'
import { type CaseView, draftOf, requestErrors } from '#capabilities/cases'
import type { CaseState } from '#core/engine'
import { type CodedError, dayOf } from '#core/kernel'
import { formState } from '#platform/views'
import { awaitIdentified } from '../await-identified.ts'
import {
  type DraftForm,
  draftForm,
  errorsOn,
  type FormPage,
  pagesOf,
  typedOn,
} from '../draft-form.ts'
import { portalErrors } from '../errors.ts'
import { CheckPage, FillBack, FillPage, OrderPage } from '../pages/order-pages.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { SignedExchange } from '../view.ts'

interface Filling extends Pick<Routing, 'deps'> {
  readonly exchange: SignedExchange
  readonly view: CaseView
  readonly draft: DraftForm
}

/** The case of the address with its form; otherwise the answer that is right instead (a refusal, or its present page). */
async function filling(
  { deps }: Routing,
  exchange: SignedExchange,
  carryOn: (filling: Filling) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const number = exchange.param('number')
  const found = await deps.cases.byNumber(number, exchange.actor)
  if (!found.ok) return exchange.refuse(found.error)
  const { edition, state } = found.value
  const draft = draftForm(edition, state, exchange.now)
  if (draft === undefined) return exchange.redirect(paths.request(number))
  return carryOn({ deps, exchange, view: found.value, draft })
}

function fillPage(filled: Filling, page: FormPage, errors: readonly CodedError[]) {
  const { deps, exchange, view, draft } = filled
  const { state, edition } = view
  const pages = pagesOf(draft)
  const before = pages[pages.findIndex(({ id }) => id === page.id) - 1]
  const back = before === undefined ? paths.requests : paths.fill(state.number, before.id)
  return exchange.page({
    title: exchange.text(page.title),
    section: 'services',
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    before: <FillBack view={exchange} href={back} />,
    content: (
      <FillPage
        view={exchange}
        state={state}
        edition={edition}
        draft={draft}
        page={page}
        form={formState(draft.values, errors, exchange.lang)}
        regions={deps.regions}
      />
    ),
  })
}

/** Another tab changed the request in between, and not to what is sent now. */
function changedElsewhere({ view, exchange }: Filling, typed: Record<string, string>): boolean {
  if (exchange.fields['version'] === String(view.state.version)) return false
  const kept = draftOf(view.state)
  return Object.entries(typed).some(([field, value]) => kept[field] !== value)
}

/** A choice may bring up further fields of the same page: they are asked before it counts as done. */
const bringsUpMore = (page: FormPage, draft: DraftForm, typed: Record<string, string>): boolean =>
  page.fields.some(
    ({ id, kind }) => kind !== 'number-of-party' && draft.asked.has(id) && !(id in typed),
  )

async function savePage(filled: Filling, page: FormPage): Promise<FastifyReply> {
  const { deps, exchange, view } = filled
  const { state, edition } = view
  const typed = typedOn(page, exchange.fields)
  if (changedElsewhere(filled, typed)) return fillPage(filled, page, [portalErrors.OTHER_TAB()])
  const saved = await deps.cases.saveDraft({
    caseId: state.id,
    actor: exchange.actor,
    fields: typed,
  })
  if (!saved.ok) return exchange.refuse(saved.error)
  const draft = draftForm(edition, saved.value, exchange.now)
  if (draft === undefined) return exchange.redirect(paths.request(state.number))
  if (bringsUpMore(page, draft, typed)) return exchange.redirect(paths.fill(state.number, page.id))
  const errors = errorsOn(draft, page)
  const now = { ...filled, view: { ...view, state: saved.value }, draft }
  if (errors.length > 0) return fillPage(now, page, errors)
  const pages = pagesOf(draft)
  const next = pages[pages.findIndex(({ id }) => id === page.id) + 1]
  return exchange.redirect(
    next === undefined ? paths.check(state.number) : paths.fill(state.number, next.id),
  )
}

function checkPage(filled: Filling, errors: readonly CodedError[]) {
  const { deps, exchange, view, draft } = filled
  const { state, edition } = view
  const last = pagesOf(draft).at(-1)
  return exchange.page({
    title: exchange.t('answers.title'),
    section: 'services',
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    before: <FillBack view={exchange} href={paths.fill(state.number, last?.id)} />,
    content: (
      <CheckPage
        view={exchange}
        state={state}
        edition={edition}
        draft={draft}
        form={formState(draft.values, errors, exchange.lang)}
        nameOf={deps.nameOf}
      />
    ),
  })
}

/** What stands on the check page is submitted, proposals included: the applicant has seen them. */
async function submit(filled: Filling): Promise<FastifyReply> {
  const { deps, exchange, view, draft } = filled
  const { state } = view
  if (exchange.fields['version'] !== String(state.version))
    return checkPage(filled, [portalErrors.OTHER_TAB()])
  const fields = Object.fromEntries(
    Object.entries(draft.values).filter(([field]) => draft.asked.has(field)),
  )
  const result = await deps.cases.submitForm({ caseId: state.id, actor: exchange.actor, fields })
  if (result.ok) return exchange.redirect(paths.sign(state.number))
  if (result.mistakes !== undefined) return checkPage(filled, result.mistakes)
  return exchange.refuse(result.error)
}

/** The open draft of this service is filled in already: what is missing is the signature. */
function waitsForSignature({ regulations }: Routing['deps'], state: CaseState): boolean {
  const edition = regulations.edition(state.edition)
  return edition?.actions[state.current?.action ?? '']?.does === 'sign'
}

function ordering({ deps, getSigned, postSigned }: Routing): void {
  getSigned('/services/:id/order', async (exchange) => {
    const edition = deps.regulations.inForce(exchange.param('id'), dayOf(exchange.now))
    if (edition === undefined || !edition.about.online)
      return exchange.refuse(requestErrors.SERVICE_UNKNOWN())
    return exchange.page({
      title: exchange.text(edition.about.name),
      section: 'services',
      before: <FillBack view={exchange} href={paths.service(edition.service)} />,
      content: <OrderPage view={exchange} edition={edition} account={exchange.signedIn.account} />,
    })
  })

  postSigned('/services/:id/order', async (exchange) => {
    const { party, actor, lang: language } = exchange
    const service = exchange.param('id')
    const known = deps.regulations.services().find(({ id }) => id === service)
    if (known === undefined || !known.online || !known.recipients.includes(party.kind))
      return exchange.refuse(requestErrors.SERVICE_UNKNOWN())
    const opened = await deps.cases.open({ service, channel: 'portal', party, language, actor })
    if (!opened.ok) return exchange.refuse(opened.error)
    const { number } = opened.value
    if (waitsForSignature(deps, opened.value)) {
      exchange.tell('done.draft-waits')
      return exchange.redirect(paths.sign(number))
    }
    await awaitIdentified(deps.cases, number, actor)
    return exchange.redirect(paths.fill(number))
  })
}

/** Order a service: open the request, fill its form page by page, check the answers. */
export function orderRoutes(routing: Routing): void {
  const { getSigned, postSigned } = routing
  ordering(routing)

  getSigned('/requests/:number/fill', (exchange) =>
    filling(routing, exchange, async ({ view, draft }) => {
      const pages = pagesOf(draft)
      // Where the reader left off: the first page that still lacks something, or that was never sent.
      const kept = draftOf(view.state)
      const open = pages.find(
        (page) =>
          errorsOn(draft, page).length > 0 ||
          page.fields.some(({ id, kind }) => kind !== 'number-of-party' && !(id in kept)),
      )
      const page = Object.keys(kept).length === 0 ? pages[0] : open
      const { number } = view.state
      return exchange.redirect(
        page === undefined ? paths.check(number) : paths.fill(number, page.id),
      )
    }),
  )

  getSigned('/requests/:number/fill/:page', (exchange) =>
    filling(routing, exchange, async (filled) => {
      const page = pagesOf(filled.draft).find(({ id }) => id === exchange.param('page'))
      return page === undefined
        ? exchange.redirect(paths.fill(filled.view.state.number))
        : fillPage(filled, page, [])
    }),
  )

  postSigned('/requests/:number/fill/:page', (exchange) =>
    filling(routing, exchange, async (filled) => {
      const page = pagesOf(filled.draft).find(({ id }) => id === exchange.param('page'))
      return page === undefined
        ? exchange.redirect(paths.fill(filled.view.state.number))
        : savePage(filled, page)
    }),
  )

  getSigned('/requests/:number/check', (exchange) =>
    filling(routing, exchange, async (filled) => checkPage(filled, filled.draft.errors)),
  )
  postSigned('/requests/:number/check', (exchange) => filling(routing, exchange, submit))
}
