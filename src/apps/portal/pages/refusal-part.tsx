import type { CaseView } from '#capabilities/cases'
import { type Actor, isParty } from '#core/engine'
import { Button, Details, Form } from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

interface EndProps {
  readonly view: View
  readonly request: CaseView
  /** Only the party of the request may order again; a second applicant reads. */
  readonly reader: Actor
}

/** A refusal: its ground in the reader's language, the place in the act, what to do now, and the way to complain. */
export function RefusalPart(props: EndProps) {
  const { view, request, reader } = props
  const { state, edition } = request
  const { ground } = state
  if (state.status !== 'refused' || ground === undefined) return null
  const { t } = view
  const known = edition.grounds[ground.id]
  return (
    <section class="q-refusal">
      <h2 class="govuk-heading-m">{t('refusal.title')}</h2>
      <p class="govuk-body">
        <strong>{view.text(ground.text)}</strong>
      </p>
      {ground.remark === undefined ? null : (
        <p class="govuk-body">
          {t('refusal.remark')}: {view.text(ground.remark)}
        </p>
      )}
      {known === undefined ? null : (
        <>
          <p class="q-hint">{t('refusal.reference', { reference: view.text(known.reference) })}</p>
          <h3 class="govuk-heading-s">{t('refusal.advice')}</h3>
          <p class="govuk-body">{view.text(known.advice)}</p>
        </>
      )}
      {isParty(reader, state) ? (
        <Form action={paths.again(state.number)} csrf={view.csrf}>
          <Button>{t('refusal.again')}</Button>
        </Form>
      ) : null}
      <Details summary={t('complain.title')}>{t('complain.text')}</Details>
    </section>
  )
}

/** The request has expired and may be repeated: what passed, and the way to begin again. */
export function ExpiryPart(props: EndProps) {
  const { view, request, reader } = props
  const { state } = request
  if (state.status !== 'expired') return null
  const { t } = view
  return (
    <section class="q-refusal">
      <h2 class="govuk-heading-m">{t('expiry.title')}</h2>
      {state.expiry === undefined ? null : <p class="govuk-body">{view.text(state.expiry)}</p>}
      {isParty(reader, state) ? (
        <Form action={paths.again(state.number)} csrf={view.csrf}>
          <Button>{t('pay.begin-again')}</Button>
        </Form>
      ) : null}
    </section>
  )
}
