import type { FastifyReply } from 'fastify'
import {
  choicesFor,
  type DraftForm,
  draftOn,
  errorsOn,
  type FormPage,
  pagesOf,
  typedOn,
  withDates,
} from '#apps/ui'
import { type CaseView, draftOf, type FormInput } from '#capabilities/cases'
import type { CodedError } from '#core/kernel'
import { formState } from '#platform/views'
import { awaitRegister } from '../await-register.ts'
import type { PortalDeps } from '../deps.ts'
import { portalErrors } from '../errors.ts'
import { writeKept } from '../kept-form.ts'
import { CheckPage, FillBack, FillPage } from '../pages/order-pages.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { Exchange, SignedExchange } from '../view.ts'
import { signInPage } from './account-routes.tsx'

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
  const draft = await draftOn(deps, edition, state, exchange.now)
  if (draft === undefined) return exchange.redirect(paths.request(number))
  return carryOn({ deps, exchange, view: found.value, draft })
}

async function fillPage(
  filled: Filling,
  page: FormPage,
  errors: readonly CodedError[],
): Promise<FastifyReply> {
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
        choices={await choicesFor(deps, draft, page)}
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

/** A choice may bring up further fields of the same page: they are asked before it counts as done. What was asked before and left empty is a mistake. */
const bringsUpMore = (page: FormPage, before: DraftForm, now: DraftForm): boolean =>
  page.fields.some(({ id }) => now.asked.has(id) && !before.asked.has(id))

/** Fields for an hour whose office is chosen anew on this page: another office has other hours. */
const hoursOfNewOffice = (
  page: FormPage,
  kept: FormInput,
  typed: Record<string, string>,
): string[] =>
  page.fields.flatMap((field) =>
    field.kind === 'appointment' &&
    field.office in typed &&
    typed[field.office] !== '' &&
    typed[field.office] !== (kept[field.office] ?? '')
      ? [field.id]
      : [],
  )

async function savePage(filled: Filling, page: FormPage): Promise<FastifyReply> {
  const { deps, exchange, view } = filled
  const { state, edition } = view
  const sent = typedOn(page, exchange.fields)
  const stale = hoursOfNewOffice(page, draftOf(state), sent)
  const typed = { ...sent, ...Object.fromEntries(stale.map((id) => [id, ''])) }
  if (changedElsewhere(filled, typed)) return fillPage(filled, page, [portalErrors.OTHER_TAB()])
  const saved = await deps.cases.saveDraft({
    caseId: state.id,
    actor: exchange.actor,
    fields: typed,
  })
  if (!saved.ok) return exchange.refuse(saved.error)
  const draft = await draftOn(deps, edition, saved.value, exchange.now)
  if (draft === undefined) return exchange.redirect(paths.request(state.number))
  const asked = exchange.fields['update'] !== undefined || stale.length > 0
  if (asked || bringsUpMore(page, filled.draft, draft))
    return exchange.redirect(paths.fill(state.number, page.id))
  const errors = errorsOn(draft, page)
  const now = { ...filled, view: { ...view, state: saved.value }, draft }
  if (errors.length > 0) return fillPage(now, page, errors)
  const pages = pagesOf(draft)
  const next = pages[pages.findIndex(({ id }) => id === page.id) + 1]
  return exchange.redirect(
    next === undefined ? paths.check(state.number) : paths.fill(state.number, next.id),
  )
}

/** The form came from a session that is over, though its reader has signed in again: shown as typed, kept by the next click. */
const showTyped = (filled: Filling, page: FormPage): Promise<FastifyReply> => {
  const { draft, exchange } = filled
  const values = { ...draft.values, ...typedOn(page, exchange.fields) }
  return fillPage({ ...filled, draft: { ...draft, values } }, page, [portalErrors.SENT_AGAIN()])
}

/** Nobody is signed in: what was typed waits in the page of sign-in. */
function keepForSignIn({ secret }: PortalDeps, exchange: Exchange): FastifyReply {
  const [number, page] = [exchange.param('number'), exchange.param('page')]
  const { _csrf: _token, version: _version, ...fields } = withDates(exchange.fields)
  const kept = writeKept(secret, { number, page, fields })
  return signInPage(exchange, [], { to: paths.fill(number, page), kept })
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
  if (result.ok) {
    await awaitRegister(deps.cases, state.number, exchange.actor)
    return exchange.redirect(paths.sign(state.number))
  }
  if (result.mistakes !== undefined) return checkPage(filled, result.mistakes)
  return exchange.refuse(result.error)
}

/** Fill the form of a request page by page, check the answers. */
export function fillRoutes(routing: Routing): void {
  const { getSigned, postSigned, postTyped } = routing

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

  const onPage =
    (answer: (filled: Filling, page: FormPage) => Promise<FastifyReply>) =>
    (exchange: SignedExchange) =>
      filling(routing, exchange, async (filled) => {
        const page = pagesOf(filled.draft).find(({ id }) => id === exchange.param('page'))
        return page === undefined
          ? exchange.redirect(paths.fill(filled.view.state.number))
          : answer(filled, page)
      })
  getSigned(
    '/requests/:number/fill/:page',
    onPage((filled, page) => fillPage(filled, page, [])),
  )
  postTyped('/requests/:number/fill/:page', {
    signed: onPage(savePage),
    stale: onPage(showTyped),
    ended: async (exchange) => keepForSignIn(routing.deps, exchange),
  })

  getSigned('/requests/:number/check', (exchange) =>
    filling(routing, exchange, async (filled) => checkPage(filled, filled.draft.errors)),
  )
  postSigned('/requests/:number/check', (exchange) => filling(routing, exchange, submit))
}
