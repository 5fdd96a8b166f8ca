import type { ListedCase } from '#capabilities/cases'
import type { Ordered } from '#capabilities/representation'
import type { Actor, CaseState } from '#core/engine'
import type { Edition } from '#core/regulation'
import { Table, Tag } from '#platform/views'
import { inTwo } from '../acting.tsx'
import { type Part, partOf } from '../next-task.ts'
import { paths } from '../paths.ts'
import { requestStatus, STATUS_LOOKS } from '../request-status.ts'
import type { PortalTextKey } from '../texts/portal-texts.ts'
import type { View } from '../view.ts'

export interface Listed {
  readonly state: CaseState
  readonly edition: Edition
  /** Whether the reader is its party, was asked to take part, or ordered it for somebody else. */
  readonly as: ListedCase['as']
  /** For whom the reader ordered it, where that is somebody else, and whether it may be read now. */
  readonly ordered?: Ordered | undefined
}

const PARTS = {
  asked: 'requests.part-asked',
  signed: 'requests.part-signed',
  other: 'requests.part-other',
} as const satisfies Record<Part, PortalTextKey>

export interface RequestTableProps {
  readonly view: View
  readonly requests: readonly Listed[]
  readonly reader: Actor
}

/** In whose name the reader ordered something; nothing where it was the own. */
export const forWhom = (view: View, { ordered }: Pick<Listed, 'ordered'>): string | undefined =>
  ordered && view.t('requests.for-other', { name: inTwo(view, ordered.acting.principal.name) })

/** How a request stands is not for whoever has no right to read it now. */
function Status({ view, request }: { readonly view: View; readonly request: Listed }) {
  const { state, ordered } = request
  if (ordered?.open === false) return <Tag look="grey">{view.t('requests.unconfirmed')}</Tag>
  const status = requestStatus(state)
  return <Tag look={STATUS_LOOKS[status]}>{view.t(`status.${status}`)}</Tag>
}

export function RequestTable({ view, requests, reader }: RequestTableProps) {
  const { t, f } = view
  return (
    <Table
      caption={t('cabinet.requests')}
      captionHidden
      rows={requests}
      columns={[
        {
          head: t('word.number'),
          cell: ({ state }) => (
            <a class="govuk-link" href={paths.request(state.number)}>
              {state.number}
            </a>
          ),
          rowHead: true,
        },
        {
          head: t('word.service'),
          cell: (request) => {
            const { edition, state, as } = request
            const note =
              as === 'participant'
                ? t(PARTS[partOf(edition, state, reader)])
                : forWhom(view, request)
            return (
              <>
                {view.text(edition.about.name)}
                {state.about === undefined ? null : (
                  <span class="q-hint"> {t('requests.about', { number: state.about.number })}</span>
                )}
                {note === undefined ? null : <span class="q-hint"> {note}</span>}
              </>
            )
          },
        },
        { head: t('requests.opened'), cell: ({ state }) => f.dateShort(state.openedAt) },
        { head: t('word.status'), cell: (request) => <Status view={view} request={request} /> },
      ]}
    />
  )
}
