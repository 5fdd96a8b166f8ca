import type { Actor, CaseState } from '#core/engine'
import type { Edition } from '#core/regulation'
import { Table, Tag } from '#platform/views'
import { type Part, partOf } from '../next-task.ts'
import { paths } from '../paths.ts'
import { requestStatus, STATUS_LOOKS } from '../request-status.ts'
import type { PortalTextKey } from '../texts/portal-texts.ts'
import type { View } from '../view.ts'

export interface Listed {
  readonly state: CaseState
  readonly edition: Edition
  /** Whether the reader ordered it, or was asked to take part. */
  readonly as: 'party' | 'participant'
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
          cell: ({ edition, state, as }) => (
            <>
              {view.text(edition.about.name)}
              {as === 'participant' ? (
                <span class="q-hint"> {t(PARTS[partOf(edition, state, reader)])}</span>
              ) : null}
            </>
          ),
        },
        { head: t('requests.opened'), cell: ({ state }) => f.dateShort(state.openedAt) },
        {
          head: t('word.status'),
          cell: ({ state }) => {
            const status = requestStatus(state)
            return <Tag look={STATUS_LOOKS[status]}>{t(`status.${status}`)}</Tag>
          },
        },
      ]}
    />
  )
}
