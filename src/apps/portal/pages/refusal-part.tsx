import type { CaseView } from '#capabilities/cases'
import { Button, Details, Form } from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

/** A refusal: its ground in the reader's language, the place in the act, what to do now, and the way to complain. */
export function RefusalPart(props: { readonly view: View; readonly request: CaseView }) {
  const { view, request } = props
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
          {t('refusal.remark')}: {ground.remark}
        </p>
      )}
      {known === undefined ? null : (
        <>
          <p class="q-hint">{t('refusal.reference', { reference: view.text(known.reference) })}</p>
          <h3 class="govuk-heading-s">{t('refusal.advice')}</h3>
          <p class="govuk-body">{view.text(known.advice)}</p>
        </>
      )}
      <Form action={paths.again(state.number)} csrf={view.csrf}>
        <Button>{t('refusal.again')}</Button>
      </Form>
      <Details summary={t('complain.title')}>{t('complain.text')}</Details>
    </section>
  )
}
