import { type Decision, tickedItems } from '#capabilities/cases'
import type { Text } from '#core/kernel'
import type { ActionData } from '#core/regulation'
import { Button, Form } from '#platform/views'
import type { Deciding } from '../decision.ts'
import { paths } from '../paths.ts'
import { officeTranslators } from '../texts/office-texts.ts'
import { keptLabel } from './kept-fields.tsx'
import { outcomeText } from './outcome-text.ts'
import { ToSign, type ToSignProps } from './to-sign.tsx'

export interface SignDecisionProps
  extends Pick<ToSignProps, 'view' | 'request' | 'document' | 'iin' | 'form'> {
  readonly deciding: Deciding
  readonly decision: Decision
}

/** The items of the checklist that were ticked, each in words. */
const tickedIn = (data: ActionData, value: string, lang: 'kk' | 'ru'): string =>
  tickedItems(data, value)
    .map(({ no, text }) => `${no}) ${text[lang]}`)
    .join('; ')

/** The decision as it reads in one language. */
function rowsOf({ request, deciding, decision }: SignDecisionProps, lang: 'kk' | 'ru') {
  const t = officeTranslators[lang]
  const words = { t, text: (text: Text) => text[lang] }
  const { edition, data } = deciding
  const ground = edition.grounds[decision.ground ?? '']
  const outcome = data.does === 'refuse' ? 'refused' : decision.outcome
  return [
    { key: t('desk.number'), value: request.state.number },
    { key: t('desk.service'), value: edition.about.name[lang] },
    { key: t('done.what'), value: data.name[lang] },
    { key: t('sign-decision.decision'), value: outcomeText(words, data, outcome) },
    ...(ground === undefined ? [] : [{ key: t('decide.ground'), value: ground.text[lang] }]),
    ...(decision.remark === undefined ? [] : [{ key: t('decide.remark'), value: decision.remark }]),
    ...Object.entries(decision.fields ?? {}).map(([name, value]) => ({
      key: keptLabel(words, edition, name),
      value: name === 'checked' ? tickedIn(data, value, lang) : value,
    })),
  ]
}

/** A decision before it is signed; it can still be changed. */
export function SignDecisionPage(props: SignDecisionProps) {
  const { view, request, decision } = props
  const { number } = request.state
  const carried = JSON.stringify(decision)
  return (
    <ToSign
      {...props}
      title={view.t('sign-decision.title')}
      rowsIn={(lang) => rowsOf(props, lang)}
      action={paths.sign(number)}
      hidden={{ decision: carried }}
    >
      <Form action={paths.decide(number)} csrf={view.csrf}>
        <input type="hidden" name="decision" value={carried} />
        <Button look="secondary">{view.t('sign-decision.back')}</Button>
      </Form>
    </ToSign>
  )
}
