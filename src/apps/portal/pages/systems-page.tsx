import { Details, InsetText, Table, Tag } from '#platform/views'
import type { SystemState } from '../deps.ts'
import { paths } from '../paths.ts'
import type { View } from '../view.ts'

const LOOKS = { up: 'green', down: 'red', unknown: 'grey' } as const
const FOR_ALL = {
  register: 'systems.for-all',
  bank: 'systems.for-all',
  authority: 'systems.for-signing',
  mail: 'systems.for-letters',
} as const

/** For which services a system is needed. */
function Needed({ view, system }: { readonly view: View; readonly system: SystemState }) {
  if (system.services.length === 0) return <>{view.t(FOR_ALL[system.kind])}</>
  return (
    <Details summary={view.t('systems.services', { count: system.services.length })}>
      <ul class="govuk-list">
        {system.services.map(({ id, name }) => (
          <li>
            <a class="govuk-link" href={paths.service(id)}>
              {view.text(name)}
            </a>
          </li>
        ))}
      </ul>
    </Details>
  )
}

function Meanwhile({ view, down }: { readonly view: View; readonly down: readonly SystemState[] }) {
  if (down.length === 0) return null
  const kinds = [...new Set(down.map(({ kind }) => kind))]
  return (
    <>
      <h2 class="govuk-heading-m">{view.t('systems.meanwhile')}</h2>
      {kinds.map((kind) => (
        <p class="govuk-body">
          <strong>
            {down
              .filter((one) => one.kind === kind)
              .map(({ name }) => view.text(name))
              .join(', ')}
            .
          </strong>{' '}
          {view.t(`systems.meanwhile-${kind}`)}
        </p>
      ))}
    </>
  )
}

/** Which systems answer, since when, whom it concerns, and what happens to requests meanwhile. */
export function SystemsPage(props: {
  readonly view: View
  readonly systems: readonly SystemState[]
}) {
  const { view, systems } = props
  const { t, f } = view
  const down = systems.filter(({ state }) => state === 'down')
  return (
    <>
      <h1 class="govuk-heading-l">{t('systems.title')}</h1>
      <InsetText>
        {down.length === 0 ? t('systems.all-up') : t('systems.some-down', { count: down.length })}
      </InsetText>
      <Meanwhile view={view} down={down} />
      <Table
        caption={t('systems.title')}
        captionHidden
        rows={systems}
        columns={[
          { head: t('systems.name'), cell: ({ name }) => view.text(name), rowHead: true },
          {
            head: t('word.status'),
            cell: ({ state }) => <Tag look={LOOKS[state]}>{t(`systems.${state}`)}</Tag>,
          },
          {
            head: t('systems.since'),
            cell: ({ since }) => (since === undefined ? '—' : f.dateTime(since)),
          },
          {
            head: t('systems.needed'),
            cell: (system) => <Needed view={view} system={system} />,
          },
        ]}
      />
    </>
  )
}
