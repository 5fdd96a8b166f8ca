import type { FastifyReply } from 'fastify'
import { choicesFor, type DraftForm, draftForm, typedOn } from '#apps/ui'
import { nameOfApplicant, type OfficialView } from '#capabilities/cases'
import { type CodedError, dayOf, partyNumber } from '#core/kernel'
import { type FieldError, formState } from '#platform/views'
import { decidingOf, type Posted, signsRequest } from '../decision.ts'
import type { OfficeDeps } from '../deps.ts'
import { officeErrors } from '../errors.ts'
import { CaseBack, CasePage } from '../pages/case-page.tsx'
import { DecisionForm } from '../pages/decision-form.tsx'
import type { Filling } from '../pages/form-fields.tsx'
import { SignRequestCall } from '../pages/sign-request-page.tsx'
import type { Routing } from '../routing.ts'
import type { SeatExchange } from '../view.ts'

export interface OnCase {
  readonly deps: OfficeDeps
  readonly exchange: SeatExchange
  readonly request: OfficialView
}

/** The numbers of everybody whose data the case shows. */
const peopleOf = ({ state, participants }: OfficialView): string[] => [
  partyNumber(state.party),
  ...(state.representative === undefined ? [] : [state.representative.iin]),
  ...participants.map(({ number }) => number),
]

/** The case of the address, if this official may see it; that they looked is recorded before anything is shown. */
export async function onCase(
  deps: OfficeDeps,
  exchange: SeatExchange,
  handler: (on: OnCase) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const found = await deps.cases.viewForOfficial(exchange.param('number'), exchange.official)
  if (!found.ok) return exchange.refuse(officeErrors.NO_CASE())
  const request = found.value
  const { id, number } = request.state
  await deps.officials.looked(exchange.seat, {
    caseId: id,
    caseNumber: number,
    about: peopleOf(request),
  })
  return handler({ deps, exchange, request })
}

/** What was typed, by field of the form; a date from its three parts. */
export function typedIn(draft: DraftForm, posted: Posted): Record<string, string> {
  const one = Object.fromEntries(
    Object.entries(posted).map(([name, all]) => [name, all.at(-1) ?? '']),
  )
  return Object.assign({}, ...draft.form.pages.map((page) => typedOn(page, one)))
}

/** The form of a `fill`, as it was typed last or as it begins, with what its fields are chosen from. */
async function fillingOf(
  { deps, exchange, request }: OnCase,
  posted: Posted | undefined,
): Promise<Filling | undefined> {
  const { edition, state } = request
  const first = draftForm(edition, state, exchange.now)
  if (first === undefined) return undefined
  const typed = posted === undefined ? {} : typedIn(first, posted)
  const draft = { ...(state.data['draft'] as object | undefined), ...typed }
  const shown =
    draftForm(edition, { ...state, data: { ...state.data, draft } }, exchange.now) ?? first
  const pages = await Promise.all(shown.form.pages.map((page) => choicesFor(deps, shown, page)))
  const [choices] = pages
  if (choices === undefined) return undefined
  const slots = Object.assign({}, ...pages.map((page) => page.slots))
  return { draft: shown, choices: { ...choices, slots } }
}

/** One sentence may be said of several fields of a form: each names its own. */
const labelled = (
  { text }: SeatExchange,
  filling: Filling | undefined,
  errors: readonly FieldError[],
): FieldError[] =>
  errors.map((error) => {
    const fields = filling?.draft.form.pages.flatMap((page) => page.fields) ?? []
    const field = fields.find(({ id }) => id === error.field)
    return field === undefined ? error : { ...error, text: `${text(field.label)}: ${error.text}` }
  })

const signingCall = ({ exchange, request }: OnCase) =>
  signsRequest(request) ? <SignRequestCall view={exchange} request={request} /> : undefined

export async function casePage(
  on: OnCase,
  posted?: Posted,
  errors: readonly CodedError[] = [],
): Promise<FastifyReply> {
  const { deps, exchange, request } = on
  const deciding = decidingOf(request)
  const filling = deciding?.data.does === 'fill' ? await fillingOf(on, posted) : undefined
  const today = { handedOn: [exchange.f.dateShort(dayOf(exchange.now))] }
  const values = { ...today, ...filling?.draft.values, ...posted }
  const form = formState(
    filling === undefined ? values : { ...values, ...filling.draft.values },
    errors,
    exchange.lang,
  )
  return exchange.page({
    title: exchange.t('case.caption', { number: request.state.number }),
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    scripts: ['office/desk.js'],
    before: <CaseBack view={exchange} />,
    content: (
      <CasePage
        view={exchange}
        request={request}
        calendar={deps.calendar}
        nameOf={deps.nameOf}
        nameOfApplicant={nameOfApplicant(request.edition, request.state)}
        payments={await deps.payments.ofCase(request.state.id)}
        errors={labelled(exchange, filling, form.errors)}
        decision={
          deciding === undefined ? (
            signingCall(on)
          ) : (
            <DecisionForm
              view={exchange}
              request={request}
              deciding={deciding}
              form={form}
              filling={filling}
            />
          )
        }
      />
    ),
  })
}

async function document({ deps, exchange, request }: OnCase): Promise<FastifyReply> {
  const number = exchange.param('document')
  const belongs = request.documents.includes(number) || request.state.about?.number === number
  const pdf = belongs ? await deps.documents.content(number) : undefined
  if (pdf === undefined) return exchange.refuse(officeErrors.NO_DOCUMENT())
  return exchange.reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `inline; filename="document-${number}.pdf"`)
    .type('application/pdf')
    .send(pdf)
}

/** The case and its documents. */
export function caseRoutes({ deps, getSeated }: Routing): void {
  getSeated('/office/cases/:number', (exchange) => onCase(deps, exchange, (on) => casePage(on)))
  getSeated('/office/cases/:number/documents/:document.pdf', (exchange) =>
    onCase(deps, exchange, document),
  )
}
