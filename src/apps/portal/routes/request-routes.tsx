import { type CaseView, filledForm, signatureFault } from '#capabilities/cases'
import { faultOfWithdrawal } from '#core/engine'
import type { CodedError, Lang } from '#core/kernel'
import { renderError } from '#platform/i18n'
import { formState } from '#platform/views'
import { awaitRegister } from '../await-register.ts'
import type { PortalDeps } from '../deps.ts'
import { openForAnother } from '../open-request.ts'
import { portalErrors } from '../errors.ts'
import { RequestPage, RequestsBack } from '../pages/request-page.tsx'
import { SurveyPage, WithdrawPage } from '../pages/survey-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { SignedExchange } from '../view.ts'
import { type OnCase, onCase, onOwnCase } from './on-case.ts'

/** The remark of a refusal for the signature: what was wrong with it and what to do, in the reader's language, and the code for the help line. */
function remarked(request: CaseView): CaseView {
  const fault = signatureFault(request)
  const { ground } = request.state
  if (fault === undefined || ground === undefined) return request
  const said = (lang: Lang) => `${renderError(fault, lang)} (${fault.code})`
  const remark = { kk: said('kk'), ru: said('ru'), en: said('en') }
  return { ...request, state: { ...request.state, ground: { ...ground, remark } } }
}

const statusPage =
  (deps: PortalDeps): OnCase =>
  async (exchange, request) =>
    exchange.page({
      title: exchange.t('request.caption', { number: request.state.number }),
      section: 'cabinet',
      scripts: ['portal/live-status.js'],
      before: <RequestsBack view={exchange} />,
      content: (
        <RequestPage
          view={exchange}
          request={remarked(request)}
          calendar={deps.calendar}
          payments={await deps.payments.ofCase(request.state.id)}
          surveyed={await deps.surveys.answered(request.state.number)}
          reader={exchange.actor}
        />
      ),
    })

const sendResult =
  (deps: PortalDeps): OnCase =>
  async (exchange, { documents, state }) => {
    const number = documents.at(-1)
    const pdf = number === undefined ? undefined : await deps.documents.content(number)
    if (pdf === undefined) return exchange.refuse(portalErrors.NOT_READY())
    const way = exchange.query('save') === '' ? 'inline' : 'attachment'
    return exchange.reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `${way}; filename="serviceresult-${state.number}.pdf"`)
      .type('application/pdf')
      .send(pdf)
  }

/**
 * A new draft with the answers of the request that ended, for the same document where it was a correction; on the portal, whoever took
 * the first one in. A draft that is already open keeps its own answers.
 */
const orderAgain =
  (deps: PortalDeps): OnCase =>
  async (exchange, { edition, state }) => {
    const { party, actor, lang: language, acting } = exchange
    const { service } = edition
    const { about } = state
    const order = {
      service,
      channel: about === undefined ? 'portal' : state.channel,
      language,
      fields: answersFor(filledForm(edition, state)?.values),
      ...(about === undefined ? {} : { about: about.number }),
    }
    const opened =
      acting === undefined
        ? await deps.cases.open({ ...order, party, actor })
        : await openForAnother(deps, acting, order)
    if (!opened.ok) return exchange.refuse(opened.error)
    const { number } = 'state' in opened.value ? opened.value.state : opened.value
    await awaitRegister(deps.cases, number, actor)
    return exchange.redirect(paths.fill(number))
  }

function answersFor(form: unknown): Record<string, string> {
  if (typeof form !== 'object' || form === null) return {}
  const typed = Object.entries(form).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(typed)
}

const withdrawPage: OnCase = async (exchange, request) => {
  const { state, edition } = request
  if (state.status !== 'open') return exchange.redirect(paths.request(state.number))
  const fault = faultOfWithdrawal(edition, state)
  if (fault !== undefined) return exchange.refuse(fault)
  return exchange.page({
    title: exchange.t('withdraw.title'),
    section: 'cabinet',
    content: <WithdrawPage view={exchange} request={request} form={formState({})} />,
  })
}

const withdraw =
  (deps: PortalDeps): OnCase =>
  async (exchange, { state }) => {
    if (state.status === 'withdrawn') return exchange.redirect(paths.request(state.number))
    const reason = (exchange.fields['reason'] ?? '').trim().slice(0, 500)
    const result = await deps.cases.withdraw({
      caseId: state.id,
      actor: exchange.actor,
      ...(reason === '' ? {} : { reason }),
    })
    if (!result.ok) return exchange.refuse(result.error)
    exchange.tell('done.withdrawn')
    return exchange.redirect(paths.request(state.number))
  }

function surveyPage(exchange: SignedExchange, request: CaseView, errors: readonly CodedError[]) {
  return exchange.page({
    title: exchange.t('survey.title'),
    section: 'cabinet',
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    content: (
      <SurveyPage
        view={exchange}
        request={request}
        form={formState(exchange.fields, errors, exchange.lang)}
      />
    ),
  })
}

const surveyable = ({ state, edition }: CaseView): boolean =>
  edition.survey.length > 0 && (state.status === 'finished' || state.status === 'refused')

const takeSurvey =
  (deps: PortalDeps): OnCase =>
  async (exchange, request) => {
    const { state, edition } = request
    if (!surveyable(request)) return exchange.redirect(paths.request(state.number))
    const { fields: input } = exchange
    const result = await deps.surveys.answer({
      request: state.number,
      service: edition.service,
      edition: edition.ref,
      questions: edition.survey,
      input,
      comment: input['comment'] ?? '',
    })
    // Sent twice is answered once: both clicks are thanked.
    if (!result.ok && result.error.field !== undefined)
      return surveyPage(exchange, request, [result.error])
    exchange.tell('done.survey')
    return exchange.redirect(paths.request(state.number))
  }

/** The request after it was opened: status, result, order again, withdraw, survey. */
export function requestRoutes({ deps, getSigned, postSigned }: Routing): void {
  getSigned('/requests/:number', onCase(deps, statusPage(deps)))
  getSigned('/requests/:number/result.pdf', onCase(deps, sendResult(deps)))
  postSigned('/requests/:number/again', onOwnCase(deps, orderAgain(deps)))
  getSigned('/requests/:number/withdraw', onOwnCase(deps, withdrawPage))
  postSigned('/requests/:number/withdraw', onOwnCase(deps, withdraw(deps)))
  getSigned(
    '/requests/:number/survey',
    onOwnCase(deps, async (exchange, request) =>
      surveyable(request) && !(await deps.surveys.answered(request.state.number))
        ? surveyPage(exchange, request, [])
        : exchange.redirect(paths.request(request.state.number)),
    ),
  )
  postSigned('/requests/:number/survey', onOwnCase(deps, takeSurvey(deps)))
}
