import type { CaseView } from '#capabilities/cases'
import { explainTerm, type OfficeCalendar } from '#core/calendar'
import { dayOf, type Instant, partyNumber, type PlainDate } from '#core/kernel'
import { termOf } from '#core/regulation'
import {
  BackLink,
  ButtonLink,
  CaseWay,
  type Fact,
  Facts,
  InsetText,
  SummaryList,
  Tag,
  type WayAction,
  WithAside,
} from '#platform/views'
import { paths } from '../paths.ts'
import { requestStatus, STATUS_LOOKS, stepOf } from '../request-status.ts'
import type { View } from '../view.ts'
import { OrderSteps } from './order-pages.tsx'
import { RefusalPart } from './refusal-part.tsx'

export interface RequestProps {
  readonly view: View
  readonly request: CaseView
  readonly calendar: OfficeCalendar
  readonly surveyed: boolean
}

/** Changes whenever the page would read otherwise: the state, or the system it waits for. */
export const versionOf = ({ state, waitingFor }: CaseView): string =>
  `${state.version}.${waitingFor === undefined ? '' : `${waitingFor.system}.${waitingFor.attempts}`}`

/** Where the reader who waits goes on once the platform has done its part. */
function nextOf({ state, edition }: CaseView): string | undefined {
  const verb = edition.actions[state.current?.action ?? '']?.does
  return verb === 'fill' ? paths.fill(state.number) : undefined
}

function factsOf({ view, request }: RequestProps): Fact[] {
  const { t, f, now } = view
  const { state } = request
  const current = request.way.find(({ status }) => status === 'now')
  const facts: Fact[] =
    current === undefined
      ? []
      : [
          { name: t('status.now'), value: view.text(current.name) },
          { name: t('status.by'), value: view.text(current.by) },
        ]
  if (state.status === 'open' && state.due !== undefined) {
    const until = `${f.date(state.due)}, ${f.untilTime(state.due)}`
    const late = now > state.due ? ` (${t('status.late')})` : ''
    facts.push({ name: t('status.due'), value: `${until}${late}` })
  }
  if (state.filedAt !== undefined)
    facts.push({ name: t('status.filed'), value: f.dateTime(state.filedAt) })
  if (state.endedAt !== undefined) {
    facts.push({ name: t('status.ended'), value: f.dateTime(state.endedAt) })
    const since = state.filedAt ?? state.openedAt
    const seconds = (Date.parse(state.endedAt) - Date.parse(since)) / 1000
    facts.push({ name: t('status.spent'), value: f.duration(Math.max(1, seconds)) })
  }
  return facts
}

/** When a step was done or began to run. */
const timeOf = ({ at, status, since }: CaseView['way'][number]): Instant | undefined =>
  at ?? (status === 'now' ? since : undefined)

function wayActions({ view, request }: RequestProps): WayAction[] {
  const { f } = view
  const { way, state } = request
  const refused = state.status === 'refused'
  return way.map((step, index) => {
    const { name, by, status, due } = step
    const time = timeOf(step)
    const before = way.slice(0, index).flatMap((one) => timeOf(one) ?? [])
    const sameDay = time !== undefined && before.some((one) => dayOf(one) === dayOf(time))
    const until = status === 'now' && due !== undefined ? f.untilTime(due) : undefined
    const told = time && (sameDay ? f.time(time) : f.dateTime(time))
    const notes = [view.text(by), told, until]
    const ended = refused && index === way.length - 1
    return {
      title: view.text(name),
      state: ended ? 'refused' : ({ done: 'done', now: 'now', next: 'ahead' } as const)[status],
      note: notes.filter((note) => note !== undefined).join(' · '),
    }
  })
}

function Waiting({ view, request }: RequestProps) {
  const { waitingFor } = request
  if (waitingFor === undefined || waitingFor.attempts < 1) return null
  const { t, f } = view
  return (
    <InsetText>
      <p>
        {t('wait.down', { system: view.text(waitingFor.name), since: f.time(waitingFor.since) })}
      </p>
      {waitingFor.parked === true ? <p>{t('wait.parked')}</p> : null}
      {waitingFor.nextAttempt === undefined ? null : (
        <p>{t('wait.next', { at: f.relative(waitingFor.nextAttempt, view.now) })}</p>
      )}
    </InsetText>
  )
}

function Result({ view, request }: RequestProps) {
  const { state, documents } = request
  if (state.status !== 'finished') return null
  const { t } = view
  const number = documents.at(-1)
  const file = paths.result(state.number)
  return (
    <section>
      <h2 class="govuk-heading-m">{t('status.result')}</h2>
      {number === undefined ? (
        <p class="govuk-body">{t('status.pdf-soon')}</p>
      ) : (
        <>
          <p class="govuk-body">{t('status.result-note', { number })}</p>
          <div class="govuk-button-group">
            <ButtonLink href={file}>{t('status.result-open')}</ButtonLink>
            <ButtonLink href={`${file}?save=1`} look="secondary">
              {t('status.result-save')}
            </ButtonLink>
          </div>
        </>
      )}
    </section>
  )
}

/** What the reader has to do next, as a button; or what the platform is doing. */
function NextStep({ view, request }: RequestProps) {
  const { state, edition } = request
  const verb = edition.actions[state.current?.action ?? '']?.does
  const { t } = view
  if (verb === 'fill')
    return <ButtonLink href={paths.fill(state.number)}>{t('status.continue-fill')}</ButtonLink>
  if (verb === 'sign')
    return <ButtonLink href={paths.sign(state.number)}>{t('status.continue-sign')}</ButtonLink>
  if (state.status !== 'open') return null
  return (
    <>
      <p class="govuk-body" role="status">
        {verb === 'identify' ? t('wait.identify') : t('status.wait-answer')}
      </p>
      <ButtonLink href={paths.request(state.number)} look="secondary">
        {t('word.refresh')}
      </ButtonLink>
    </>
  )
}

function Aside({ view, request, calendar, surveyed }: RequestProps) {
  const { state, edition } = request
  const { t, f } = view
  const links = [
    state.status === 'open' && [paths.withdraw(state.number), t('withdraw.title')],
    (state.status === 'finished' || state.status === 'refused') &&
      !surveyed &&
      edition.survey.length > 0 && [paths.survey(state.number), t('survey.offer')],
    [paths.access, t('cabinet.access')],
    [paths.order(edition.service), t('status.new')],
    [paths.help, t('help.title')],
  ].filter((link): link is [string, string] => Array.isArray(link))
  return (
    <>
      <h2 class="govuk-heading-s">{t('status.can')}</h2>
      <ul class="govuk-list">
        {links.map(([href, text]) => (
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

function TermCount({ view, request, calendar }: Omit<RequestProps, 'surveyed'>) {
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
  const entity = state.party.kind === 'entity'
  return (
    <SummaryList
      rows={[
        { key: t(entity ? 'word.bin' : 'word.iin'), value: partyNumber(state.party) },
        { key: t('word.number'), value: state.number },
        { key: t('status.service'), value: view.text(edition.about.name) },
        {
          key: t('status.term'),
          value: edition.total ? view.text(edition.total.text) : t('passport.no-term'),
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
      data-next={nextOf(request)}
    >
      {state.status === 'open' || state.status === 'finished' ? (
        <OrderSteps view={view} current={stepOf(edition, state)} />
      ) : null}
      <span class="govuk-caption-l">{t('request.caption', { number: state.number })}</span>
      <h1 class="govuk-heading-l">{view.text(edition.about.name)}</h1>
      <p class="govuk-body">
        <Tag look={STATUS_LOOKS[status]}>{t(`status.${status}`)}</Tag>
      </p>
      <Facts facts={factsOf(props)} />
      <Waiting {...props} />
      <RefusalPart view={view} request={request} />
      <Result {...props} />
      <NextStep {...props} />
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
