import { type CaseView, nameOfApplicant } from '#capabilities/cases'
import { type Actor, isParty } from '#core/engine'
import { Button, ButtonLink, Form, SummaryList, WarningText } from '#platform/views'
import { taskOf } from '../next-task.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

export interface ConsentProps {
  readonly view: View
  readonly request: CaseView
  readonly reader: Actor
}

/** Whether somebody who did not order the request is asked to sign it now. */
export const consentAsked = ({ request: { state, edition }, reader }: ConsentProps): boolean =>
  !isParty(reader, state) && taskOf(edition, state, reader) === 'sign'

/** Whether the one who is asked may say no: the regulation knows that answer. */
export const mayDecline = ({ state, edition }: CaseView): boolean => {
  const action = edition.actions[state.current?.action ?? '']
  return action?.does === 'sign' && 'declined' in action.next
}

const whoAsks = (view: View, { edition, state }: CaseView): string =>
  view.text(nameOfApplicant(edition, state))

/** Asked to consent: by whom, to what, until when, what a signature means; then read the whole, sign or decline. */
export function ConsentPart(props: ConsentProps) {
  if (!consentAsked(props)) return null
  const { view, request } = props
  const { t, f } = view
  const { state, edition } = request
  const due = state.current?.due
  return (
    <section class="q-consent">
      <h2 class="govuk-heading-m">{t('consent.title')}</h2>
      <p class="govuk-body">
        {t('consent.text', {
          who: whoAsks(view, request),
          service: view.text(edition.about.name),
        })}
      </p>
      {due === undefined ? null : (
        <SummaryList rows={[{ key: t('consent.until'), value: f.until(due) }]} />
      )}
      <div class="govuk-button-group">
        <ButtonLink href={paths.sign(state.number)}>{t('consent.read')}</ButtonLink>
        {mayDecline(request) ? (
          <ButtonLink href={paths.decline(state.number)} look="secondary">
            {t('consent.decline')}
          </ButtonLink>
        ) : null}
      </div>
    </section>
  )
}

/** A no cannot be taken back, so it is asked once more. */
export function DeclinePage({ view, request }: Omit<ConsentProps, 'reader'>) {
  const { t } = view
  const { state, edition } = request
  return (
    <>
      <span class="govuk-caption-l">{view.text(edition.about.name)}</span>
      <h1 class="govuk-heading-l">{t('consent.decline-title')}</h1>
      <WarningText>{t('consent.decline-text')}</WarningText>
      <Form action={paths.decline(state.number)} csrf={view.csrf}>
        <Button look="warning">{t('consent.decline')}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.request(state.number)}>
          {t('word.cancel')}
        </a>
      </p>
    </>
  )
}
