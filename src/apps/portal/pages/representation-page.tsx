import type { Acting, Mandate } from '#capabilities/representation'
import type { Power } from '#core/contracts'
import { partyNumber, type PlainDate } from '#core/kernel'
import { EmptyState, InsetText, Table } from '#platform/views'
import { inTwo } from '../acting.tsx'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export interface RepresentationProps {
  readonly view: View
  /** None for a legal entity: it acts through its head alone. */
  readonly mandates: { readonly list: readonly Mandate[]; readonly complete: boolean } | undefined
  /** Undefined: the register does not answer. */
  readonly given: readonly Power[] | undefined
  readonly history: readonly Acting[]
}

function until(view: View, day: PlainDate | null): string {
  return day === null ? view.t('representation.open-ended') : view.f.date(day)
}

function Mine({ view, mandates }: RepresentationProps) {
  if (mandates === undefined) return null
  const { t, f } = view
  return (
    <section>
      <h2 class="govuk-heading-m">{t('representation.mine')}</h2>
      {mandates.complete ? null : <InsetText>{t('representation.incomplete')}</InsetText>}
      {mandates.list.length === 0 ? (
        <EmptyState title={t('representation.mine-none')} />
      ) : (
        <Table
          caption={t('representation.mine')}
          captionHidden
          rows={mandates.list}
          columns={[
            {
              head: t('representation.principal'),
              cell: ({ principal }) =>
                `${inTwo(view, principal.name)}, ${partyNumber(principal.party)}`,
              rowHead: true,
            },
            {
              head: t('representation.basis'),
              cell: ({ basis, text }) => (
                <>
                  {t(`representation.basis.${basis}`)}
                  {text === null ? null : `: ${inTwo(view, text)}`}
                </>
              ),
            },
            { head: t('representation.since'), cell: ({ since }) => f.date(since) },
            { head: t('representation.ends'), cell: (one) => until(view, one.until) },
          ]}
        />
      )}
    </section>
  )
}

function Others({ view, given }: RepresentationProps) {
  const { t, f } = view
  return (
    <section>
      <h2 class="govuk-heading-m">{t('representation.others')}</h2>
      {given === undefined ? <InsetText>{t('representation.incomplete')}</InsetText> : null}
      {given === undefined || given.length === 0 ? (
        <p class="govuk-body">{given === undefined ? null : t('representation.others-none')}</p>
      ) : (
        <>
          <Table
            caption={t('representation.others')}
            captionHidden
            rows={given}
            columns={[
              {
                head: t('representation.holder'),
                cell: ({ representative }) => inTwo(view, representative.name),
                rowHead: true,
              },
              { head: t('representation.allows'), cell: ({ text }) => inTwo(view, text) },
              {
                head: t('representation.since'),
                cell: ({ issuedOn }) => f.date(issuedOn as PlainDate),
              },
              {
                head: t('representation.ends'),
                cell: ({ validUntil }) => f.date(validUntil as PlainDate),
              },
            ]}
          />
          <p class="govuk-body">{t('representation.others-advice')}</p>
        </>
      )}
    </section>
  )
}

function Done({ view, history }: RepresentationProps) {
  const { t, f } = view
  return (
    <section>
      <h2 class="govuk-heading-m">{t('representation.done')}</h2>
      {history.length === 0 ? (
        <p class="govuk-body">{t('representation.done-none')}</p>
      ) : (
        <Table
          caption={t('representation.done')}
          captionHidden
          rows={history}
          columns={[
            {
              head: t('word.number'),
              cell: ({ request }) => (
                <a class="govuk-link" href={paths.request(request)}>
                  {request}
                </a>
              ),
              rowHead: true,
            },
            { head: t('representation.holder'), cell: ({ name }) => inTwo(view, name) },
            {
              head: t('representation.principal'),
              cell: ({ principal }) => inTwo(view, principal.name),
            },
            {
              head: t('representation.basis'),
              cell: ({ basis }) => t(`representation.basis.${basis}`),
            },
            { head: t('requests.opened'), cell: ({ at }) => f.dateTime(at) },
          ]}
        />
      )}
    </section>
  )
}

/** For whom the reader may act, who may act for the reader, and what was done so. */
export function RepresentationPage(props: RepresentationProps) {
  return (
    <>
      <h1 class="govuk-heading-l">{props.view.t('representation.title')}</h1>
      <Mine {...props} />
      <Others {...props} />
      <Done {...props} />
    </>
  )
}
