import { nameOfApplicant, type OfficialView, type RequestDocument } from '#capabilities/cases'
import { partyNumber } from '#core/kernel'
import { ButtonLink } from '#platform/views'
import { paths } from '../paths.ts'
import { officeTranslators } from '../texts/office-texts.ts'
import type { View } from '../view.ts'
import { ToSign, type ToSignProps } from './to-sign.tsx'

export interface SignRequestProps extends Pick<ToSignProps, 'view' | 'request' | 'iin' | 'form'> {
  readonly document: RequestDocument
}

/** The request as it reads in one language. */
function rowsOf({ request, document }: SignRequestProps, lang: 'kk' | 'ru') {
  const t = officeTranslators[lang]
  const { edition, state } = request
  const applicant = `${nameOfApplicant(edition, state)[lang]}, ${partyNumber(state.party)}`
  return [
    { key: t('desk.number'), value: state.number },
    { key: t('desk.service'), value: edition.about.name[lang] },
    { key: t('desk.applicant'), value: applicant },
    ...document.lines.map(({ label, value }) => ({ key: label[lang], value: value[lang] })),
  ]
}

/** A request that was taken in for a visitor, before the official certifies it with their key. */
export const SignRequestPage = (props: SignRequestProps) => (
  <ToSign
    {...props}
    title={props.view.t('sign-request.title')}
    rowsIn={(lang) => rowsOf(props, lang)}
    action={paths.signRequest(props.request.state.number)}
  />
)

/** On the page of the case: the request is complete and waits for the official's key. */
export function SignRequestCall(props: { readonly view: View; readonly request: OfficialView }) {
  const { view, request } = props
  const { edition, state } = request
  const data = edition.actions[state.current?.action ?? '']
  return (
    <section class="q-decision" id="decision" aria-labelledby="decision-title">
      <h2 class="govuk-heading-m" id="decision-title">
        {view.text(data?.name ?? edition.about.name)}
      </h2>
      <p class="q-hint">{view.t('sign-request.own-key')}</p>
      <ButtonLink href={paths.signRequest(state.number)}>{view.t('decide.preview')}</ButtonLink>
    </section>
  )
}
