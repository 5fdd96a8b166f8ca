import {
  AskedFields,
  type DraftForm,
  type FormChoices,
  type FormPage,
  isDone,
  pageCount,
  pagesOf,
  steeringOn,
} from '#apps/ui'
import type { CaseState } from '#core/engine'
import type { Edition } from '#core/regulation'
import {
  BackLink,
  Button,
  ButtonLink,
  Details,
  ErrorSummary,
  type FieldError,
  Form,
  type FormState,
  StepProgress,
  SummaryList,
  Tag,
  TaskList,
} from '#platform/views'
import { nameOfApplicant, type NameOf } from '#capabilities/cases'
import { partyNumber } from '#core/kernel'
import { actingLines, sourcesOf } from '../acting.tsx'
import { paths } from '../paths.ts'
import { type Step, stepsOf } from '../request-status.ts'
import type { View } from '../view.ts'

export interface OrderStepsProps {
  readonly view: View
  readonly edition: Edition
  /** Undefined when all is done. */
  readonly current: Step | undefined
}

/** The steps of the act: fill, sign, pay where there is a duty, process. */
export function OrderSteps({ view, edition, current }: OrderStepsProps) {
  const { t } = view
  const steps = stepsOf(edition)
  return (
    <StepProgress
      steps={steps.map((step) => t(`step.${step}`))}
      current={current === undefined ? steps.length + 1 : steps.indexOf(current) + 1}
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

export interface FillProps {
  readonly view: View
  readonly state: CaseState
  readonly edition: Edition
  readonly draft: DraftForm
  readonly page: FormPage
  readonly form: FormState
  readonly choices: FormChoices
}

/** What is wrong, with the name of its field: one sentence may be said of several. */
const named = ({ view, form, page }: FillProps): FieldError[] =>
  form.errors.map((error) => {
    const field = page.fields.find(({ id }) => id === error.field)
    return field === undefined
      ? error
      : { ...error, text: `${view.text(field.label)}: ${error.text}` }
  })

/** All pages of the form, what each still lacks, and the way to it. */
function PageList({
  view,
  state,
  draft,
  page,
}: Pick<FillProps, 'view' | 'state' | 'draft' | 'page'>) {
  const { t } = view
  return (
    <Details summary={t('fill.pages')}>
      <TaskList
        id="pages"
        tasks={pagesOf(draft).map((one) => ({
          title: view.text(one.title),
          href: one.id === page.id ? undefined : paths.fill(state.number, one.id),
          status: isDone(draft, one) ? (
            t('fill.page-done')
          ) : (
            <Tag look="grey">{t('fill.page-open')}</Tag>
          ),
        }))}
      />
    </Details>
  )
}

/** One page of the regulation's form. */
export function FillPage(props: FillProps) {
  const { view, state, edition, draft, page, form, choices } = props
  const { t } = view
  const pages = pagesOf(draft)
  const n = pages.findIndex(({ id }) => id === page.id) + 1
  const of = pageCount(draft, page)
  const steering = steeringOn(draft, page)
  return (
    <>
      <ErrorSummary errors={named(props)} />
      <OrderSteps view={view} edition={edition} current="fill" />
      <RequestHeading view={view} state={state} edition={edition} />
      <h1 class="govuk-heading-l">{view.text(page.title)}</h1>
      <p class="q-hint" data-update="count">
        {of === undefined ? t('fill.page-of-some', { n }) : t('fill.page', { n, of })}
      </p>
      {page.hint === undefined ? null : <p class="govuk-body">{view.text(page.hint)}</p>}
      <Form action={paths.fill(state.number, page.id)} csrf={view.csrf}>
        <input type="hidden" name="version" value={state.version} />
        <AskedFields
          view={{ ...view, ...sourcesOf(view) }}
          draft={draft}
          page={page}
          form={form}
          choices={choices}
          around={({ id }, input) => (
            <div data-steers={steering.has(id)}>
              {input}
              {steering.has(id) ? (
                <Button look="secondary" name="update" value="yes">
                  {t('fill.update')}
                </Button>
              ) : null}
            </div>
          )}
        />
        <Button>{t('word.continue')}</Button>
      </Form>
      <p class="q-hint">{t('fill.saved')}</p>
      {pages.length > 1 ? <PageList view={view} state={state} draft={draft} page={page} /> : null}
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

export interface CheckProps extends Omit<FillProps, 'page' | 'choices'> {
  readonly nameOf: NameOf
}

/** For whom the request is, and who orders it by what right, where that is somebody else. */
function InWhoseName({ view, state, edition }: Pick<CheckProps, 'view' | 'state' | 'edition'>) {
  const lines = actingLines(view, state)
  if (lines.length === 0) return null
  const applicant = `${view.text(nameOfApplicant(edition, state))}, ${partyNumber(state.party)}`
  return (
    <SummaryList
      rows={[
        { key: view.t('sign.applicant'), value: applicant },
        ...lines.map(({ label, value }) => ({ key: view.text(label), value: view.text(value) })),
      ]}
    />
  )
}

/** All answers before signing, each with the way back to it. */
export function CheckPage({ view, state, edition, draft, form, nameOf }: CheckProps) {
  const { t } = view
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <OrderSteps view={view} edition={edition} current="fill" />
      <RequestHeading view={view} state={state} edition={edition} />
      <h1 class="govuk-heading-l">{t('answers.title')}</h1>
      <InWhoseName view={view} state={state} edition={edition} />
      {pagesOf(draft).map((page) => (
        <section id={page.id}>
          <h2 class="govuk-heading-m">{view.text(page.title)}</h2>
          <SummaryList
            rows={page.fields
              .filter(({ id }) => draft.asked.has(id))
              .map((field) => {
                const raw = draft.read[field.id] ?? draft.values[field.id] ?? ''
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
