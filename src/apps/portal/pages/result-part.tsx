import type { CaseView } from '#capabilities/cases'
import type { PaymentView } from '#capabilities/payments'
import { type Actor, isParty } from '#core/engine'
import { ButtonLink, NotificationBanner } from '#platform/views'
import { placeOf } from '../document-place.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

interface ResultProps {
  readonly view: View
  readonly request: CaseView
  readonly reader: Actor
  /** What was asked to be paid, the last offer first. */
  readonly payments: readonly PaymentView[]
}

/** What waits at an office to be fetched on paper: where, when, under which number. */
export function ToFetch({ view, request, reader }: Omit<ResultProps, 'payments'>) {
  const { toFetch, state } = request
  if (toFetch === undefined || !isParty(reader, state)) return null
  return (
    <NotificationBanner id="to-fetch" title={view.t('fetch.title')}>
      <p data-to-fetch>{view.text(toFetch)}</p>
    </NotificationBanner>
  )
}

/** The result of a finished request, to open and to keep. */
export function Result({ view, request }: Pick<ResultProps, 'view' | 'request'>) {
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

interface Listed {
  readonly number: string
  readonly text: string
}

/** Documents beside the result: issued while the request runs, the notification of a refusal or of expiry; and receipts. */
function listed({ view, request, payments, reader }: ResultProps): Listed[] {
  const { t } = view
  const documents = request.documents.map((number) => {
    const title = request.titles.get(number)
    return {
      number,
      text: `${title === undefined ? t('documents.title') : view.text(title)}, № ${number}`,
    }
  })
  // Who signed as a second applicant has a part in the documents, not in who paid.
  if (!isParty(reader, request.state)) return documents
  const receipts = payments.flatMap(({ payment, returnedAt }) => {
    if (payment === null) return []
    const returned = returnedAt === null ? '' : ` (${t('pay.returned')})`
    return [
      {
        number: payment.receipt,
        text: `${t('documents.receipt')} № ${payment.receipt}${returned}`,
      },
    ]
  })
  return [...documents, ...receipts]
}

export function DocumentList(props: ResultProps) {
  const { view, request, reader } = props
  const { state } = request
  const owns = view.acting === undefined && isParty(reader, state)
  const list = listed(props)
  if (list.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-s">{view.t('documents.so-far')}</h2>
      <ul class="govuk-list">
        {list.map(({ number, text }) => (
          <li>
            <a class="govuk-link" href={placeOf(number, owns ? undefined : state.number).page}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
