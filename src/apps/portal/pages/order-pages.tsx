import type { CaseState } from '#core/engine'
import { type Account } from '#capabilities/identity'
import { partyNumber } from '#core/kernel'
import type { Edition } from '#core/regulation'
import {
  BackLink,
  Button,
  ButtonLink,
  ErrorSummary,
  type FieldError,
  Form,
  type FormState,
  InsetText,
  StepProgress,
  SummaryList,
} from '#platform/views'
import type { NameOf } from '#capabilities/cases'
import type { Region } from '../deps.ts'
import { type DraftForm, type FormPage, pagesOf } from '../draft-form.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'
import { FormField } from './form-field.tsx'

/** The three steps of the act: fill, sign, process. */
export function OrderSteps({ view, current }: { readonly view: View; readonly current: number }) {
  const { t } = view
  return (
    <StepProgress
      steps={[t('step.fill'), t('step.sign'), t('step.process')]}
      current={current}
      label={t('step.label')}
    />
  )
}

export function RequestHeading(props: {
  readonly view: View
  readonly state: CaseState
  readonly edition: Edition
}) {
  const { view, state, edition } = props
  return (
    <span class="govuk-caption-l">
      {view.t('request.caption', { number: state.number })} · {view.text(edition.about.name)}
    </span>
  )
}

/** Before the order: what will happen, and in whose name. */
export function OrderPage(props: {
  readonly view: View
  readonly edition: Edition
  readonly account: Account
}) {
  const { view, edition, account } = props
  const { about } = edition
  const { t } = view
  const allowed = about.recipients.includes(account.party.kind)
  return (
    <>
      <span class="govuk-caption-l">{t('order.title')}</span>
      <h1 class="govuk-heading-l">{view.text(about.name)}</h1>
      <OrderSteps view={view} current={1} />
      <p class="govuk-body">{t('order.what')}</p>
      <SummaryList
        rows={[{ key: t('order.as'), value: `${account.name}, ${partyNumber(account.party)}` }]}
      />
      {allowed ? (
        <Form action={paths.order(about.id)} csrf={view.csrf}>
          <Button>{t('order.begin')}</Button>
        </Form>
      ) : (
        <InsetText>{t('order.not-for-you', { who: view.text(about.recipientsText) })}</InsetText>
      )}
    </>
  )
}

export interface FillProps {
  readonly view: View
  readonly state: CaseState
  readonly edition: Edition
  readonly draft: DraftForm
  readonly page: FormPage
  readonly form: FormState
  readonly regions: readonly Region[]
}

/** What is wrong, with the name of its field: one sentence may be said of several. */
const named = ({ view, form, page }: FillProps): FieldError[] =>
  form.errors.map((error) => {
    const field = page.fields.find(({ id }) => id === error.field)
    return field === undefined
      ? error
      : { ...error, text: `${view.text(field.label)}: ${error.text}` }
  })

/** One page of the regulation's form. */
export function FillPage(props: FillProps) {
  const { view, state, edition, draft, page, form, regions } = props
  const { t } = view
  const pages = pagesOf(draft)
  const at = pages.findIndex(({ id }) => id === page.id)
  return (
    <>
      <ErrorSummary errors={named(props)} />
      <OrderSteps view={view} current={1} />
      <RequestHeading view={view} state={state} edition={edition} />
      <h1 class="govuk-heading-l">{view.text(page.title)}</h1>
      <p class="q-hint">{t('fill.page', { n: at + 1, of: pages.length })}</p>
      {page.hint === undefined ? null : <p class="govuk-body">{view.text(page.hint)}</p>}
      <Form action={paths.fill(state.number, page.id)} csrf={view.csrf}>
        <input type="hidden" name="version" value={state.version} />
        {page.fields
          .filter(({ id }) => draft.asked.has(id))
          .map((field) => (
            <FormField
              view={view}
              field={field}
              form={form}
              regions={regions}
              proposed={draft.proposed.has(field.id)}
            />
          ))}
        <Button>{t('word.continue')}</Button>
      </Form>
      <p class="q-hint">{t('fill.saved')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.withdraw(state.number)}>
          {t('withdraw.title')}
        </a>
      </p>
    </>
  )
}

export function FillBack(props: { readonly view: View; readonly href: string }) {
  return <BackLink href={props.href}>{props.view.t('word.back')}</BackLink>
}

export interface CheckProps extends Omit<FillProps, 'page' | 'regions'> {
  readonly nameOf: NameOf
}

/** All answers before signing, each with the way back to it. */
export function CheckPage({ view, state, edition, draft, form, nameOf }: CheckProps) {
  const { t } = view
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <OrderSteps view={view} current={1} />
      <RequestHeading view={view} state={state} edition={edition} />
      <h1 class="govuk-heading-l">{t('answers.title')}</h1>
      {pagesOf(draft).map((page) => (
        <section id={page.id}>
          <h2 class="govuk-heading-m">{view.text(page.title)}</h2>
          <SummaryList
            rows={page.fields
              .filter(({ id }) => draft.asked.has(id))
              .map((field) => {
                const raw = draft.values[field.id] ?? ''
                return {
                  key: view.text(field.label),
                  value: (
                    <span id={field.id}>
                      {raw === '' ? t('word.not-given') : view.text(nameOf(field, raw))}
                    </span>
                  ),
                  ...(field.kind === 'number-of-party'
                    ? {}
                    : {
                        action: {
                          href: paths.fill(state.number, page.id),
                          text: t('word.change'),
                        },
                      }),
                }
              })}
          />
        </section>
      ))}
      {draft.errors.length > 0 ? null : (
        <Form action={paths.check(state.number)} csrf={view.csrf}>
          <input type="hidden" name="version" value={state.version} />
          <Button>{t('answers.submit')}</Button>
        </Form>
      )}
      {draft.errors.length === 0 ? null : (
        <ButtonLink href={paths.fill(state.number)}>{t('status.continue-fill')}</ButtonLink>
      )}
    </>
  )
}
