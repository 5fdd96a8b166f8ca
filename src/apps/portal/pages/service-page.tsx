import {
  Breadcrumbs,
  ButtonLink,
  Details,
  InsetText,
  SummaryList,
  type SummaryRow,
} from '#platform/views'
import type { Edition, ServiceData } from '#core/regulation'
import type { Satisfaction } from '#capabilities/surveys'
import type { PlainDate, Text } from '#core/kernel'
import { catalogueHref, slugOf } from '../catalogue.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'
import type { PortalTextKey } from '../texts/portal-texts.ts'
import { type Fee, feeLines } from './fee-text.ts'
import { PassportWay } from './passport-way.tsx'

export interface ServicePassport {
  readonly view: View
  readonly edition: Edition
  readonly adoption?: { readonly keptFrom: PlainDate; readonly text: Text } | undefined
  readonly satisfaction?: Satisfaction | undefined
  /** By channel, SVG. */
  readonly diagrams: Readonly<Record<string, string>>
  readonly fee: Fee
}

const List = ({ items }: { readonly items: readonly string[] }) =>
  items.length === 1 ? (
    <>{items[0]}</>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )

function essentials({ view, edition, fee }: ServicePassport): SummaryRow[] {
  const { about } = edition
  const { t, text } = view
  const results = Object.values(edition.results).map(({ name }) => text(name))
  const rows: SummaryRow[] = [
    { key: t('passport.recipients'), value: text(about.recipientsText) },
    { key: t('passport.needed'), value: <List items={about.needed.map(text)} /> },
    {
      key: t('passport.term'),
      value: edition.total ? text(edition.total.text) : t('passport.no-term'),
    },
    { key: t('passport.fee'), value: <List items={feeLines(view, edition, fee)} /> },
    { key: t('passport.result'), value: <List items={results} /> },
    { key: t('passport.provider'), value: text(about.provider) },
    {
      key: t('passport.channels'),
      value: <List items={Object.values(edition.channels).map(({ name }) => text(name))} />,
    },
    { key: t('passport.form'), value: text(about.form) },
  ]
  const more: readonly (readonly [PortalTextKey, readonly Text[]])[] = [
    ['passport.variants', Object.values(edition.variants ?? {})],
    ['passport.others', othersWhoMayAsk(edition)],
    ['passport.exceptions', about.exceptions],
  ]
  const lists = more.filter(([, texts]) => texts.length > 0)
  return [
    ...rows,
    ...lists.map(([key, texts]) => ({ key: t(key), value: <List items={texts.map(text)} /> })),
  ]
}

/** On whose behalf somebody else may order, or why nobody may. */
function othersWhoMayAsk({ representation }: Edition): Text[] {
  const { none, parent, attorney } = representation
  return [none, parent?.text, attorney?.text].filter((text) => text !== undefined)
}

type ActLine = Pick<Edition['act'], 'issuer' | 'kind' | 'number' | 'date'>

const actLine = (view: View, act: ActLine): string =>
  view.t('passport.act-line', {
    issuer: view.text(act.issuer),
    kind: view.text(act.kind),
    number: act.number,
    date: view.f.date(act.date as PlainDate),
  })

function repealLine(view: View, act: Edition['act']): string {
  const { repealedBy } = act
  if (repealedBy === undefined) return ''
  const { issuer, kind } = repealedBy
  return actLine(view, { ...repealedBy, issuer: issuer ?? act.issuer, kind: kind ?? act.kind })
}

function LegalBasis(props: ServicePassport) {
  const { view, edition, adoption } = props
  const { act, inForce } = edition
  const { t, f } = view
  const since = f.sinceDate(inForce.from as PlainDate)
  const ends = adoption === undefined && inForce.to !== undefined
  const rows: SummaryRow[] = [
    { key: t('passport.act'), value: `${view.text(act.title)} (${actLine(view, act)})` },
    ...(act.amendedBy === undefined
      ? []
      : [{ key: t('passport.amended'), value: actLine(view, act.amendedBy) }]),
    {
      key: t('passport.in-force'),
      value: `${since}, ${ends ? f.untilDate(inForce.to as PlainDate) : t('passport.open-end')}`,
    },
    ...(act.repealedBy === undefined
      ? []
      : [{ key: t('passport.repealed'), value: repealLine(view, act) }]),
  ]
  return (
    <>
      <h2 class="govuk-heading-m" id="basis">
        {t('passport.basis')}
      </h2>
      {adoption === undefined ? null : (
        <InsetText>
          <p>{t('passport.adoption', { since: f.sinceDate(adoption.keptFrom) })}</p>
          <p>{view.text(adoption.text)}</p>
        </InsetText>
      )}
      <SummaryList rows={rows} />
    </>
  )
}

function SatisfactionPart({ view, edition, satisfaction }: ServicePassport) {
  const { t, text } = view
  if (edition.survey.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('passport.satisfaction')}</h2>
      {satisfaction === undefined ? (
        <p class="govuk-body">{t('passport.satisfaction-none')}</p>
      ) : (
        edition.survey.map(({ question, options }, q) => (
          <>
            <h3 class="govuk-heading-s">{text(question)}</h3>
            <SummaryList
              rows={options.map((option, o) => ({
                key: text(option),
                value: t('passport.satisfaction-of', {
                  n: satisfaction.questions[q]?.[o] ?? 0,
                  all: satisfaction.answers,
                }),
              }))}
            />
          </>
        ))
      )}
    </>
  )
}

function Refusals({ view, edition }: ServicePassport) {
  return (
    <Details summary={view.t('passport.refusals')}>
      <ul class="govuk-list govuk-list--bullet">
        {Object.values(edition.grounds).map(({ text, reference }) => (
          <li>
            {view.text(text)} <span class="q-hint">({view.text(reference)})</span>
          </li>
        ))}
      </ul>
    </Details>
  )
}

function Help({ view, edition }: ServicePassport) {
  const { help } = edition
  if (help === undefined) return null
  return (
    <>
      <h2 class="govuk-heading-m">{view.t('passport.help')}</h2>
      <SummaryList
        rows={help.phones.map(({ number, who }) => ({ key: number, value: view.text(who) }))}
      />
    </>
  )
}

export function ServicePage(props: ServicePassport) {
  const { view, edition, diagrams } = props
  const { about } = edition
  const { t } = view
  return (
    <>
      <span class="govuk-caption-l">{view.text(about.stateBody)}</span>
      <h1 class="govuk-heading-l">{view.text(about.name)}</h1>
      <p class="govuk-body-l">{view.text(about.summary)}</p>
      {about.online ? (
        <>
          <ButtonLink href={paths.order(about.id)}>{t('passport.order')}</ButtonLink>
          <p class="q-hint">{t('passport.need-sign-in')}</p>
        </>
      ) : (
        <InsetText>
          <p>{t('passport.not-online')}</p>
        </InsetText>
      )}
      <SummaryList rows={essentials(props)} />
      <LegalBasis {...props} />
      <PassportWay view={view} edition={edition} diagrams={diagrams} />
      <Refusals {...props} />
      <SatisfactionPart {...props} />
      <Help {...props} />
    </>
  )
}

/** The way back: home, catalogue, the category of the service. */
export function ServiceBack({
  view,
  service,
}: {
  readonly view: View
  readonly service: ServiceData
}) {
  const { category } = service
  const items = [
    { text: view.t('nav.home'), href: paths.home },
    { text: view.t('nav.services'), href: paths.services },
    { text: view.text(category), href: catalogueHref({ category: slugOf(category) }) },
  ]
  return <Breadcrumbs items={items} />
}
