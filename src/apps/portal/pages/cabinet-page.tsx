import type { Actor } from '#core/engine'
import { type Card, CardGrid, Tag, TaskList } from '#platform/views'
import { type Task, taskHref } from '../next-task.ts'
import { paths } from '../paths.ts'
import type { PortalTextKey } from '../texts/portal-texts.ts'
import type { View } from '../view.ts'
import { forWhom, type Listed, RequestTable } from './request-table.tsx'

export interface Waiting extends Listed {
  readonly task: Task
}

export interface CabinetProps {
  readonly view: View
  readonly reader: Actor
  readonly unread: number
  readonly drafts: number
  readonly recent: readonly Listed[]
  /** Requests that wait for the reader. */
  readonly waiting: readonly Waiting[]
}

const DOING = {
  fill: 'task.fill',
  sign: 'task.sign',
  pay: 'task.pay',
} as const satisfies Record<Task, PortalTextKey>

function WaitingPart({ view, waiting }: CabinetProps) {
  if (waiting.length === 0) return null
  const { t } = view
  return (
    <>
      <h2 class="govuk-heading-m">{t('cabinet.waiting')}</h2>
      <TaskList
        id="waiting"
        tasks={waiting.map(({ state, edition, task, as, ordered }) => ({
          title: view.text(edition.about.name),
          href: as === 'participant' ? paths.request(state.number) : taskHref(task, state.number),
          hint: [state.number, forWhom(view, { ordered })].filter(Boolean).join(' · '),
          status: <Tag look="yellow">{t(as === 'participant' ? 'task.consent' : DOING[task])}</Tag>,
        }))}
      />
    </>
  )
}

const cardsOf = ({ view: { t }, unread, drafts }: CabinetProps): Card[] => [
  { title: t('cabinet.requests'), href: paths.requests, note: t('cabinet.requests-note') },
  { title: t('drafts.title'), href: paths.drafts, note: t('drafts.count', { n: drafts }) },
  { title: t('cabinet.documents'), href: paths.documents, note: t('cabinet.documents-note') },
  {
    title: t('cabinet.notifications'),
    href: paths.notifications,
    note: t('cabinet.unread', { n: unread }),
  },
  { title: t('payments.title'), href: paths.payments, note: t('payments.note') },
  { title: t('cabinet.access'), href: paths.access, note: t('cabinet.access-note') },
  {
    title: t('representation.title'),
    href: paths.representation,
    note: t('representation.note'),
  },
  { title: t('key.mine'), href: paths.keys, note: t('cabinet.keys-note') },
  { title: t('sessions.title'), href: paths.sessions, note: t('sessions.note') },
  { title: t('profile.title'), href: paths.profile, note: t('cabinet.profile-note') },
]

/** The overview: what waits for the reader first, then all that there is. */
export function CabinetPage(props: CabinetProps) {
  const { view, recent, reader } = props
  const { t } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('cabinet.title')}</h1>
      <WaitingPart {...props} />
      <CardGrid cards={cardsOf(props)} />
      {recent.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{t('cabinet.recent')}</h2>
          <RequestTable view={view} requests={recent} reader={reader} />
        </>
      )}
    </>
  )
}
