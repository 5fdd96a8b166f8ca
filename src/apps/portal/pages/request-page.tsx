import { AppointedPart } from '#apps/ui'
import type { CaseView } from '#capabilities/cases'
import type { PaymentView } from '#capabilities/payments'
import { explainTerm, type OfficeCalendar } from '#core/calendar'
import { type Actor, faultOfWithdrawal, isParty } from '#core/engine'
import { dayOf, type Instant, partyNumber, type PlainDate } from '#core/kernel'
import { termOf, totalOf } from '#core/regulation'
import {
  BackLink,
  ButtonLink,
  CaseWay,
  Facts,
  InsetText,
  SummaryList,
  Tag,
  WithAside,
} from '#platform/views'
import { taskHref, taskOf } from '../next-task.ts'
import { paths } from '../paths.ts'
import { requestStatus, STATUS_LOOKS, stepOf } from '../request-status.ts'
import type { View } from '../view.ts'
import { ConsentPart, consentAsked } from './consent-pages.tsx'
import { OrderSteps } from './order-pages.tsx'
import { factsOf, wayActions } from './request-facts.ts'
import { ExpiryPart, RefusalPart } from './refusal-part.tsx'
import { DocumentList, Result, ToFetch } from './result-part.tsx'

export interface RequestProps {
  readonly view: View
  readonly request: CaseView
  readonly calendar: OfficeCalendar
  readonly surveyed: boolean
  /** What was asked to be paid, the last offer first. */
  readonly payments: readonly PaymentView[]
  readonly reader: Actor
}

/** Changes whenever the page would read otherwise: the state, or the system it waits for. */
export const versionOf = ({ state, waitingFor }: CaseView): string =>
  `${state.version}.${waitingFor === undefined ? '' : `${waitingFor.system}.${waitingFor.attempts}`}`

/** Where the reader who waits goes on once the platform has done its part. */
function nextOf({ request: { state, edition }, reader }: RequestProps): string | undefined {
  const task = isParty(reader, state) ? taskOf(edition, state, reader) : undefined
  return task && taskHref(task, state.number)
}

function Waiting({ view, request }: RequestProps) {
  const { waitingFor } = request
  if (waitingFor === undefined || waitingFor.attempts < 1) return null
  const { t, f } = view
  return (
    <InsetText>
      <p>
        {t('wait.down', {
          system: view.text(waitingFor.name),
          since:
            dayOf(waitingFor.since) === dayOf(view.now)
              ? f.time(waitingFor.since)
              : f.dateTime(waitingFor.since),
        })}
      </p>
      {waitingFor.parked === true ? <p>{t('wait.parked')}</p> : null}
      {waitingFor.nextAttempt === undefined ? null : (
        <p>{t('wait.next', { at: f.relative(waitingFor.nextAttempt, view.now) })}</p>
      )}
    </InsetText>
  )
}

/** That somebody else is to sign, and until when. */
function OtherSigner(props: { view: View; who: string; due: Instant | undefined }) {
  const { view, who, due } = props
  const { t, f } = view
  return (
    <InsetText>
      <p>{t('consent.waits', { who })}</p>
      {due === undefined ? null : <p>{t('consent.waits-until', { until: f.until(due) })}</p>}
    </InsetText>
  )
}

/** What the platform does meanwhile, or whom it waits for. */
function Meanwhile({ view, request }: RequestProps) {
  const { state, edition, way } = request
  const { t } = view
  const verb = edition.actions[state.current?.action ?? '']?.does
  const { by, due } = way.find(({ status }) => status === 'now') ?? {}
  if ((verb === 'sign' || verb === 'fill') && by !== undefined)
    return <OtherSigner view={view} who={view.text(by)} due={due} />
  // Where to fetch the paper stands above.
  const word = verb === 'identify' ? 'wait.identify' : 'status.wait-answer'
  return (
    <>
      {request.toFetch === undefined ? (
        <p class="govuk-body" role="status">
          {t(word)}
        </p>
      ) : null}
      <ButtonLink href={paths.request(state.number)} look="secondary">
        {t('word.refresh')}
      </ButtonLink>
    </>
  )
}

/** The way to pay; once the payer has been at the bank, first that it may be paid already. */
function Paying({ view, request: { state }, payments: [offer] }: RequestProps) {
  const { t } = view
  const link = paths.payment(state.number)
  if (offer?.state !== 'offered' || offer.sentAt === null || offer.decline !== null)
    return <ButtonLink href={link}>{t('pay.go')}</ButtonLink>
  return (
    <>
      <InsetText>
        <p data-waiting>
          {t('pay.waiting')}. {t('pay.waiting-note')}
        </p>
      </InsetText>
      <ButtonLink href={link} look="secondary">
        {t('pay.title')}
      </ButtonLink>
    </>
  )
}

/** What the reader has to do next, as a button. */
function NextStep(props: RequestProps) {
  const { view, request, reader } = props
  const { state, edition } = request
  const { t } = view
  const task = taskOf(edition, state, reader)
  if (task === 'fill')
    return <ButtonLink href={paths.fill(state.number)}>{t('status.continue-fill')}</ButtonLink>
  if (task === 'sign')
    return <ButtonLink href={paths.sign(state.number)}>{t('status.continue-sign')}</ButtonLink>
  if (task === 'pay') return <Paying {...props} />
  return state.status === 'open' ? <Meanwhile {...props} /> : null
}

type AsideLink = readonly [string, string]

/** What can be done by who ordered the request; who was asked to take part only reads it. */
function asideLinks({ view, request, surveyed, reader }: RequestProps): AsideLink[] {
  const { state, edition } = request
  const { t } = view
  const rest: AsideLink[] = [
    [paths.access, t('cabinet.access')],
    [paths.help, t('help.title')],
  ]
  if (!isParty(reader, state)) return rest
  const ended = state.status === 'finished' || state.status === 'refused'
  const links: (AsideLink | false)[] = [
    faultOfWithdrawal(edition, state) === undefined && [
      paths.withdraw(state.number),
      t('withdraw.title'),
    ],
    ended &&
      !surveyed &&
      edition.survey.length > 0 && [paths.survey(state.number), t('survey.offer')],
    [paths.order(edition.service), t('status.new')],
  ]
  return [...links.filter((link) => link !== false), ...rest]
}

function Aside(props: RequestProps) {
  const { view, request, calendar } = props
  const { edition } = request
  const { t, f } = view
  return (
    <>
      <h2 class="govuk-heading-s">{t('status.can')}</h2>
      <ul class="govuk-list">
        {asideLinks(props).map(([href, text]) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <TermCount view={view} request={request} calendar={calendar} />
      <p class="govuk-body-s">
        <a class="govuk-link" href={`${paths.service(edition.service)}#basis`}>
          {t('status.edition', { date: f.date(edition.edition as PlainDate) })}
        </a>
      </p>
    </>
  )
}

function TermCount({
  view,
  request,
  calendar,
}: Omit<RequestProps, 'surveyed' | 'reader' | 'payments'>) {
  const { state, edition } = request
  const { total } = edition
  if (total === undefined) return null
  const { t, f, now } = view
  const since = state.filedAt
  const at = state.endedAt ?? now
  const told = since && explainTerm(termOf(total.term), { since, now: at }, calendar, 'clock')
  return (
    <>
      <h2 class="govuk-heading-s">{t('status.count')}</h2>
      <p class="govuk-body-s">{view.text(total.text)}</p>
      {told?.skipped.map(({ date, reason }) => (
        <p class="govuk-body-s">
          {f.date(date)}: {view.text(reason)}
        </p>
      ))}
    </>
  )
}

function Particulars({ view, request }: RequestProps) {
  const { state, edition } = request
  const { t } = view
  const total = totalOf(edition, state.channel)
  const entity = state.party.kind === 'entity'
  return (
    <SummaryList
      rows={[
        { key: t(entity ? 'word.bin' : 'word.iin'), value: partyNumber(state.party) },
        { key: t('word.number'), value: state.number },
        { key: t('status.service'), value: view.text(edition.about.name) },
        {
          key: t('status.term'),
          value: total ? view.text(total.text) : t('passport.no-term'),
        },
      ]}
    />
  )
}

/** The request: where it is, with whom, until when; then what was done and what can be done. */
export function RequestPage(props: RequestProps) {
  const { view, request } = props
  const { state, edition } = request
  const { t } = view
  const status = requestStatus(state)
  return (
    <div
      data-module="q-live"
      data-events={paths.events(state.number)}
      data-version={versionOf(request)}
      data-ended={String(state.status !== 'open')}
      data-next={nextOf(props)}
    >
      {state.status === 'open' || state.status === 'finished' ? (
        <OrderSteps view={view} edition={edition} current={stepOf(edition, state)} />
      ) : null}
      <span class="govuk-caption-l">{t('request.caption', { number: state.number })}</span>
      <h1 class="govuk-heading-l">{view.text(edition.about.name)}</h1>
      <p class="govuk-body">
        <Tag look={STATUS_LOOKS[status]}>{t(`status.${status}`)}</Tag>
      </p>
      <Facts facts={factsOf(props)} />
      <Waiting {...props} />
      <RefusalPart {...props} />
      <ExpiryPart {...props} />
      <ConsentPart {...props} />
      <ToFetch {...props} />
      <AppointedPart view={view} request={request} />
      <Result {...props} />
      <DocumentList {...props} />
      {consentAsked(props) ? null : <NextStep {...props} />}
      <WithAside label={t('status.can')} aside={<Aside {...props} />}>
        <h2 class="govuk-heading-m">{t('status.way')}</h2>
        <CaseWay actions={wayActions(props)} label={t('status.way')} />
        <Particulars {...props} />
      </WithAside>
    </div>
  )
}

export const RequestsBack = ({ view }: { readonly view: View }) => (
  <BackLink href={paths.requests}>{view.t('cabinet.requests')}</BackLink>
)
