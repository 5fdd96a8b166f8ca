import type { CaseView } from '#capabilities/cases'
import { paymentsMade } from '#core/engine'
import {
  bind,
  Button,
  ErrorSummary,
  Form,
  type FormState,
  Radios,
  SummaryList,
  Textarea,
  WarningText,
} from '#platform/views'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'
import { RequestHeading } from './order-pages.tsx'

interface Props {
  readonly view: View
  readonly request: CaseView
  readonly form: FormState
}

/** The questionnaire that the regulation annexes. */
export function SurveyPage({ view, request, form }: Props) {
  const { state, edition } = request
  const { t } = view
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <RequestHeading view={view} state={state} edition={edition} />
      <h1 class="govuk-heading-l">{t('survey.title')}</h1>
      <p class="govuk-body">{t('survey.intro')}</p>
      <Form action={paths.survey(state.number)} csrf={view.csrf}>
        {edition.survey.map(({ question, options }, index) => (
          <Radios
            {...bind(form, `q${index + 1}`)}
            label={view.text(question)}
            choices={options.map((option, o) => ({
              value: String(o + 1),
              text: view.text(option),
            }))}
          />
        ))}
        <Textarea
          {...bind(form, 'comment')}
          label={t('survey.comment')}
          maxLength={2000}
          optional
        />
        <Button>{t('survey.submit')}</Button>
      </Form>
    </>
  )
}

/** Withdrawal asks once: it cannot be undone. */
export function WithdrawPage({ view, request, form }: Props) {
  const { state, edition } = request
  const { t } = view
  return (
    <>
      <RequestHeading view={view} state={state} edition={edition} />
      <h1 class="govuk-heading-l">{t('withdraw.title')}</h1>
      <WarningText>{t('withdraw.warning')}</WarningText>
      {paymentsMade(edition, state).length > 0 ? (
        <p class="govuk-body">{t('withdraw.money')}</p>
      ) : null}
      <SummaryList rows={[{ key: t('word.number'), value: state.number }]} />
      <Form action={paths.withdraw(state.number)} csrf={view.csrf}>
        <Textarea {...bind(form, 'reason')} label={t('withdraw.reason')} maxLength={500} optional />
        <Button look="warning">{t('withdraw.submit')}</Button>
      </Form>
      <a class="govuk-link" href={paths.request(state.number)}>
        {t('word.cancel')}
      </a>
    </>
  )
}
