import { stateOfStep } from '#apps/ui'
import type { OfficialView } from '#capabilities/cases'
import { explainTerm, type OfficeCalendar } from '#core/calendar'
import type { PlainDate } from '#core/kernel'
import { termOf } from '#core/regulation'
import { CaseWay, type Fact, Facts, type WayAction } from '#platform/views'
import type { View } from '../view.ts'
import { TimeLeft } from './time-left.tsx'

export interface CaseProps {
  readonly view: View
  readonly request: OfficialView
  readonly calendar: OfficeCalendar
}

/** Where it is, with whom, until when: the first thing on the page. */
export function CaseFacts({ view, request }: CaseProps) {
  const { t, f } = view
  const { state, way } = request
  const current = way.find(({ status }) => status === 'now')
  const facts: Fact[] = []
  if (current !== undefined) {
    facts.push({ name: t('case.now'), value: view.text(current.name) })
    facts.push({ name: t('case.by'), value: view.text(current.by) })
  }
  const due = state.current?.due
  if (due !== undefined)
    facts.push({
      name: t('case.due'),
      value: (
        <>
          {f.until(due)}
          <span class="q-second">
            <TimeLeft view={view} due={due} />
          </span>
        </>
      ),
    })
  if (state.status === 'open' && state.due !== undefined)
    facts.push({
      name: t('case.total-due'),
      value: (
        <>
          {f.until(state.due)}
          <span class="q-second">
            <TimeLeft view={view} due={state.due} />
          </span>
        </>
      ),
    })
  if (state.filedAt !== undefined)
    facts.push({ name: t('case.filed'), value: f.dateTime(state.filedAt) })
  if (state.endedAt !== undefined)
    facts.push({ name: t('case.ended'), value: f.dateTime(state.endedAt) })
  return <Facts facts={facts} />
}

function wayActions({ view, request }: CaseProps): WayAction[] {
  const { f } = view
  const { way } = request
  return way.map((step, index) => {
    const time = step.at ?? (step.status === 'now' ? step.since : undefined)
    const notes = [
      view.text(step.by),
      time && f.dateTime(time),
      step.status === 'now' && step.due !== undefined ? f.until(step.due) : undefined,
    ]
    return {
      title: view.text(step.name),
      state: stateOfStep(request, index),
      note: notes.filter((note) => note !== undefined && note !== '').join(' · '),
    }
  })
}

function Counted({ view, request, calendar }: CaseProps) {
  const { state, edition } = request
  const { total } = edition
  const { t, f, now } = view
  if (total === undefined) return null
  const since = state.filedAt
  const at = state.endedAt ?? now
  const told = since && explainTerm(termOf(total.term), { since, now: at }, calendar, 'clock')
  return (
    <>
      <h2 class="govuk-heading-s">{t('case.counted')}</h2>
      <p class="govuk-body-s">{view.text(total.text)}</p>
      {told === undefined || told.skipped.length === 0 ? null : (
        <>
          <p class="govuk-body-s">{t('case.skipped')}:</p>
          <ul class="govuk-list q-small">
            {told.skipped.map(({ date, reason }) => (
              <li>
                {f.dateShort(date)} – {view.text(reason)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** The act's actions, and how the term was counted. */
export function CaseAside(props: CaseProps) {
  const { view, request } = props
  const { t, f } = view
  return (
    <>
      <h2 class="govuk-heading-s">{t('case.way')}</h2>
      <CaseWay actions={wayActions(props)} label={t('case.way')} />
      <Counted {...props} />
      <p class="govuk-body-s">
        {t('case.edition', { date: f.date(request.edition.edition as PlainDate) })}
      </p>
    </>
  )
}
