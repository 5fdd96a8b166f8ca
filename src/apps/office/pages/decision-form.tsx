import type { OfficialView } from '#capabilities/cases'
import type { ActionData } from '#core/regulation'
import {
  bind,
  Button,
  Checkboxes,
  Form,
  type FormState,
  InsetText,
  Radios,
  Textarea,
  TextInput,
} from '#platform/views'
import { groundsOf } from '#capabilities/cases'
import type { Deciding } from '../decision.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'
import { type Filling, FormFields } from './form-fields.tsx'
import { outcomeText } from './outcome-text.ts'

export interface DecisionProps {
  readonly view: View
  readonly request: OfficialView
  readonly deciding: Deciding
  readonly form: FormState
  /** Of `fill`: the form, and what its fields are chosen from. */
  readonly filling?: Filling | undefined
}

/** Where an outcome leads: the next action and who does it, as the regulation says. */
function nextOf({ view, deciding }: DecisionProps, outcome: string): string {
  const { data, edition } = deciding
  const id = 'next' in data ? data.next[data.does === 'agree' ? 'done' : outcome] : undefined
  const next = id === undefined ? undefined : edition.actions[id]
  if (next === undefined || next.does === 'finish') return view.t('decide.ends')
  const who = edition.actors[next.by]?.name
  return view.t('decide.next', {
    action: view.text(next.name),
    who: who === undefined ? next.by : view.text(who),
  })
}

function Outcome(props: DecisionProps) {
  const { view, deciding, form } = props
  const { outcomes, data } = deciding
  if (outcomes.length === 1) {
    const [only = ''] = outcomes
    return data.does === 'refuse' ? null : <p class="q-hint">{nextOf(props, only)}</p>
  }
  return (
    <Radios
      {...bind(form, 'outcome')}
      label={view.t('decide.outcome')}
      choices={outcomes.map((outcome) => ({
        value: outcome,
        text: outcomeText(view, data, outcome),
        hint: nextOf(props, outcome),
      }))}
    />
  )
}

/** Each ground in both languages of the act, with its place in it. */
function Grounds({ view, deciding, form }: DecisionProps) {
  const grounds = groundsOf(deciding.data)
  const { t } = view
  if (grounds.length === 0) return null
  const shown = grounds.flatMap((id) => {
    const ground = deciding.edition.grounds[id]
    return ground === undefined ? [] : [{ id, ground }]
  })
  const [only] = shown
  if (shown.length === 1 && only !== undefined)
    return (
      <InsetText>
        <p lang="kk">{only.ground.text.kk}</p>
        <p lang="ru">{only.ground.text.ru}</p>
        <p class="q-hint">{t('decide.reference', { place: view.text(only.ground.reference) })}</p>
      </InsetText>
    )
  return (
    <Radios
      {...bind(form, 'ground')}
      label={t('decide.ground')}
      choices={shown.map(({ id, ground }) => ({
        value: id,
        text: view.text(ground.text),
        hint: (
          <>
            <span lang={view.lang === 'kk' ? 'ru' : 'kk'}>
              {view.lang === 'kk' ? ground.text.ru : ground.text.kk}
            </span>
            <br />
            {t('decide.reference', { place: view.text(ground.reference) })}
          </>
        ),
      }))}
    />
  )
}

function Checklist({ view, deciding, form }: DecisionProps) {
  const { data } = deciding
  if (data.does !== 'check') return null
  return (
    <Checkboxes
      name="check"
      label={view.t('decide.checklist')}
      hint={view.t('decide.checklist-hint')}
      error={form.errors.find(({ field }) => field === 'check')?.text}
      values={form.values['check'] ?? []}
      choices={data.checklist.map((item, index) => ({
        value: String(index + 1),
        text: view.text(item),
      }))}
    />
  )
}

function Protocol({ view, deciding, form }: DecisionProps) {
  const { data } = deciding
  if (data.does !== 'convene') return null
  const { t } = view
  return (
    <div class="q-toolbar">
      <TextInput {...bind(form, 'minutes')} label={t('decide.minutes')} width={10} maxLength={40} />
      <TextInput
        {...bind(form, 'heldOn')}
        label={t('decide.heldOn')}
        hint={t('decide.day-hint')}
        width={10}
        maxLength={10}
      />
      <TextInput
        {...bind(form, 'present')}
        label={t('decide.present')}
        hint={t('decide.quorum', { quorum: data.quorum })}
        inputMode="numeric"
        width={3}
      />
      <TextInput {...bind(form, 'for')} label={t('decide.for')} inputMode="numeric" width={3} />
      <TextInput
        {...bind(form, 'against')}
        label={t('decide.against')}
        inputMode="numeric"
        width={3}
      />
    </div>
  )
}

function Receipt({ view, deciding, form }: DecisionProps) {
  if (deciding.data.does !== 'hand-over') return null
  const { t } = view
  return (
    <>
      <TextInput {...bind(form, 'receivedBy')} label={t('decide.receivedBy')} maxLength={200} />
      <TextInput {...bind(form, 'identity')} label={t('decide.identity')} maxLength={100} />
      <TextInput
        {...bind(form, 'handedOn')}
        label={t('decide.handedOn')}
        hint={t('decide.day-hint')}
        width={10}
        maxLength={10}
      />
    </>
  )
}

const questionOf = (data: ActionData) => ('question' in data ? data.question : undefined)

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Buttons say what they do: the only outcome by its name, a choice by “Decide”, a signature by its preview. */
function submitText({ view, deciding }: DecisionProps): string {
  const { t } = view
  if (deciding.mustSign) return t('decide.preview')
  if (deciding.data.does === 'hand-over') return t('decide.hand-over')
  const [only] = deciding.outcomes
  return deciding.outcomes.length === 1 && only !== undefined
    ? capital(outcomeText(view, deciding.data, only))
    : t('decide.submit')
}

/** What the act asks of this official at this action, on the page of the case. */
export function DecisionForm(props: DecisionProps) {
  const { view, request, deciding, form } = props
  const { t } = view
  const { data } = deciding
  const question = questionOf(data)
  return (
    <section class="q-decision" id="decision" aria-labelledby="decision-title">
      <h2 class="govuk-heading-m" id="decision-title">
        {view.text(data.name)}
      </h2>
      {question === undefined ? null : <p class="govuk-body">{view.text(question)}</p>}
      <Form action={paths.decide(request.state.number)} csrf={view.csrf}>
        <input type="hidden" name="action" value={deciding.action} />
        <input type="hidden" name="visit" value={String(deciding.visit)} />
        <FormFields view={view} form={form} filling={props.filling} />
        <Checklist {...props} />
        <Outcome {...props} />
        <Grounds {...props} />
        <Protocol {...props} />
        <Receipt {...props} />
        {data.does === 'fill' || data.does === 'register' || data.does === 'hand-over' ? null : (
          <Textarea
            {...bind(form, 'remark')}
            label={t('decide.remark')}
            hint={t('decide.remark-hint')}
            rows={3}
            maxLength={4000}
            optional={data.does === 'review' ? true : undefined}
          />
        )}
        {deciding.mustSign ? <p class="q-hint">{t('decide.must-sign')}</p> : null}
        <Button look={data.does === 'refuse' ? 'warning' : 'primary'}>{submitText(props)}</Button>
      </Form>
    </section>
  )
}
