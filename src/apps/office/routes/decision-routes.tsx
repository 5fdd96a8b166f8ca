import type { FastifyReply } from 'fastify'
import { draftForm } from '#apps/ui'
import type { Decision } from '#capabilities/cases'
import { type CodedError, jsonText } from '#core/kernel'
import { formState } from '#platform/views'
import { carriedDecision, type Deciding, decidingOf, postedOf, readDecision } from '../decision.ts'
import { officeErrors } from '../errors.ts'
import { CaseBack } from '../pages/case-page.tsx'
import { outcomeText } from '../pages/outcome-text.ts'
import { SignDecisionPage } from '../pages/sign-decision-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { isSignature } from '../signature.ts'
import { casePage, type OnCase, onCase, typedIn } from './case-routes.tsx'

interface Signing extends OnCase {
  readonly deciding: Deciding
  readonly decision: Decision
}

/** What will be signed; or the form again, when the decision does not hold. */
async function signPage(
  { deps, exchange, request, deciding, decision }: Signing,
  errors: readonly CodedError[] = [],
): Promise<FastifyReply> {
  const { number } = request.state
  const document = await deps.cases.decision({ number, official: exchange.official, decision })
  if (!document.ok)
    return casePage(
      { deps, exchange, request },
      postedOf(decision, deciding.data),
      document.mistakes ?? [document.error],
    )
  return exchange.page({
    title: exchange.t('sign-decision.title'),
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    scripts: ['ui/sign.js'],
    before: <CaseBack view={exchange} />,
    content: (
      <SignDecisionPage
        view={exchange}
        request={request}
        deciding={deciding}
        decision={decision}
        document={document.value}
        iin={exchange.official.id}
        form={formState({}, errors, exchange.lang)}
      />
    ),
  })
}

/** The action that this form was made for is over: a colleague was faster, or it was sent twice. */
const isOver = (exchange: OnCase['exchange'], deciding: Deciding): boolean =>
  exchange.field('action') !== deciding.action || exchange.field('visit') !== String(deciding.visit)

/** The case has gone on, as the engine says of a decision that came too late. */
const LATE: ReadonlySet<string> = new Set(['CASE_STALE', 'CASE_NOT_OPEN', 'CASE_CONCLUDED'])

/** The choice that was posted, on either page; a refusal has none. */
const chosen = (exchange: OnCase['exchange']): string =>
  carriedDecision(exchange.field('decision'))?.outcome ?? exchange.field('outcome')

/**
 * A second click on the same decision lands on the case as it is now; who was overtaken by a colleague, or had decided otherwise in
 * another window, is told who decided what and when.
 */
async function overtaken({ deps, exchange, request }: OnCase): Promise<FastifyReply> {
  const { number } = request.state
  const action = carriedDecision(exchange.field('decision'))?.action ?? exchange.field('action')
  const now = await deps.cases.viewForOfficial(number, exchange.official)
  const deed = (now.ok ? now.value : request).history
    .toReversed()
    .find((line) => line.actor['kind'] === 'official' && line.action === action)
  if (deed === undefined) return exchange.redirect(paths.case(number))
  const what = outcomeText(exchange, request.edition.actions[action], deed.outcome ?? 'refused')
  const told = { what, at: exchange.f.dateTime(deed.at) }
  const { id } = exchange.official
  if (deed.actor['id'] !== id)
    return exchange.refuse(
      officeErrors.DECIDED_MEANWHILE({ ...told, who: jsonText(deed.actor['id'] ?? '') }),
    )
  const typed = chosen(exchange)
  return typed === '' || typed === deed.outcome
    ? exchange.redirect(paths.case(number))
    : exchange.refuse(officeErrors.DECIDED_BEFORE(told))
}

/** The decision as it was typed; the fields of a regulation's form are taken as the form has them. */
function typedDecision({ exchange, request }: OnCase, deciding: Deciding) {
  const read = readDecision(exchange.posted, deciding, exchange.now)
  const form = draftForm(request.edition, request.state, exchange.now)
  if (form === undefined) return read
  return { ...read, decision: { ...read.decision, fields: typedIn(form, exchange.posted) } }
}

/** The form again with what is wrong; or the truth, when the case has gone on meanwhile. */
const notTaken = (
  on: OnCase,
  { error, mistakes }: { readonly error: CodedError; readonly mistakes?: readonly CodedError[] },
): Promise<FastifyReply> =>
  LATE.has(error.code) ? overtaken(on) : casePage(on, on.exchange.posted, mistakes ?? [error])

async function take(on: OnCase, deciding: Deciding): Promise<FastifyReply> {
  const { deps, exchange, request } = on
  const { number } = request.state
  const { decision, errors } = typedDecision(on, deciding)
  if (errors.length > 0) return casePage(on, exchange.posted, errors)
  if (deciding.mustSign) return signPage({ ...on, deciding, decision })
  const decided = await deps.cases.decide({ number, official: exchange.official, decision })
  if (!decided.ok) return notTaken(on, decided)
  exchange.tell('told.decided')
  return exchange.redirect(paths.case(number))
}

async function decide(on: OnCase): Promise<FastifyReply> {
  const { exchange, request } = on
  const deciding = decidingOf(request)
  const carried = carriedDecision(exchange.field('decision'))
  if (carried !== undefined && deciding !== undefined)
    return casePage(on, postedOf(carried, deciding.data))
  return deciding === undefined || isOver(exchange, deciding) ? overtaken(on) : take(on, deciding)
}

async function sign(on: OnCase): Promise<FastifyReply> {
  const { deps, exchange, request } = on
  const deciding = decidingOf(request)
  const decision = carriedDecision(exchange.field('decision'))
  if (deciding === undefined || decision === undefined || !isFor(decision, deciding))
    return overtaken(on)
  const cms = exchange.field('cms')
  const signing = { ...on, deciding, decision }
  if (!isSignature(cms)) return signPage(signing, [officeErrors.NO_SIGNATURE()])
  const decided = await deps.cases.decide({
    number: request.state.number,
    official: exchange.official,
    decision,
    cms: Buffer.from(cms, 'base64'),
    sha256: exchange.field('sha256'),
  })
  if (!decided.ok)
    return LATE.has(decided.error.code) ? overtaken(on) : signPage(signing, [decided.error])
  exchange.tell('told.signed')
  return exchange.redirect(paths.case(request.state.number))
}

const isFor = ({ action, visit }: Decision, deciding: Deciding): boolean =>
  action === deciding.action && visit === deciding.visit

/** The decision and its signature. */
export function decisionRoutes({ deps, getSeated, postSeated }: Routing): void {
  postSeated('/office/cases/:number/decide', (exchange) => onCase(deps, exchange, decide))
  postSeated('/office/cases/:number/sign', (exchange) => onCase(deps, exchange, sign))
  // After a refresh of the page that a form led to: back to the case.
  for (const step of ['decide', 'sign'])
    getSeated(`/office/cases/:number/${step}`, async (exchange) =>
      exchange.redirect(paths.case(exchange.param('number'))),
    )
}
