import type { ComponentChildren } from 'preact'
import {
  BackLink,
  ErrorSummary,
  type FieldError,
  InsetText,
  Tag,
  type TagLook,
  WithAside,
} from '#platform/views'
import { AppointedPart } from '#apps/ui'
import type { PaymentView } from '#capabilities/payments'
import type { CaseState } from '#core/engine'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'
import { CaseAside, CaseFacts, type CaseProps } from './case-facts.tsx'
import { AboutPart, DocumentsPart } from './case-documents.tsx'
import { EarlierPart, HistoryPart } from './case-history.tsx'
import type { PartProps } from './case-parts.tsx'
import { PaymentsPart } from './case-payments.tsx'
import { RegisterPart } from './case-registers.tsx'
import { RequestPart } from './case-request.tsx'
import { SignaturesPart } from './case-signatures.tsx'
import { KeysHelp } from './worklist-page.tsx'

const LOOKS: Readonly<Record<CaseState['status'], TagLook>> = {
  open: 'blue',
  finished: 'green',
  refused: 'red',
  withdrawn: 'grey',
  expired: 'grey',
}

export interface CasePageProps extends CaseProps, PartProps {
  readonly errors: readonly FieldError[]
  readonly payments: readonly PaymentView[]
  /** The decision that is asked of the reader. */
  readonly decision?: ComponentChildren
}

/** Why there is nothing to decide: it is somebody else's turn. */
function NotYours({ view, request }: CasePageProps) {
  const current = request.way.find(({ status }) => status === 'now')
  if (request.state.status !== 'open' || current === undefined) return null
  return (
    <InsetText>
      <p>{view.t('decide.not-yours', { who: view.text(current.by) })}</p>
    </InsetText>
  )
}

export const CaseBack = ({ view }: { readonly view: View }) => (
  <BackLink href={paths.worklist}>{view.t('list.title')}</BackLink>
)

function Refusal({ view, request }: CasePageProps) {
  const { ground } = request.state
  if (ground === undefined) return null
  return (
    <InsetText>
      <p>{view.text(ground.text)}</p>
      {ground.remark === undefined ? null : <p>{view.text(ground.remark)}</p>}
    </InsetText>
  )
}

/** The whole case on one page: where it is, what is to be decided, and all that the decision rests on. */
export function CasePage(props: CasePageProps) {
  const { view, request, payments, errors, decision } = props
  const { t } = view
  const { state, edition } = request
  return (
    <div data-module="q-desk">
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{t('case.caption', { number: state.number })}</span>
      <h1 class="govuk-heading-l">
        {view.text(edition.about.name)}{' '}
        <Tag look={LOOKS[state.status]}>{t(`case.status.${state.status}`)}</Tag>
      </h1>
      <CaseFacts {...props} />
      <WithAside label={t('case.way')} aside={<CaseAside {...props} />}>
        {decision ?? <NotYours {...props} />}
        <Refusal {...props} />
        <AppointedPart view={view} request={request} />
        <AboutPart {...props} />
        <RequestPart {...props} />
        <PaymentsPart view={view} request={request} payments={payments} />
        <EarlierPart {...props} />
        <RegisterPart {...props} />
        <SignaturesPart {...props} />
        <DocumentsPart {...props} />
        <HistoryPart {...props} />
      </WithAside>
      <KeysHelp view={view} />
    </div>
  )
}
