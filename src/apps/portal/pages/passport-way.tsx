import type { ComponentChildren } from 'preact'
import type { Edition } from '#core/regulation'
import { Details, Svg, Table, trustSvg } from '#platform/views'
import type { View } from '../view.ts'
import { termText } from './term-text.ts'

interface Props {
  readonly view: View
  readonly edition: Edition
}

type Channel = Edition['channels'][string]

/** Wider than a page: it scrolls by itself, also by keyboard. */
function Scroll(props: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="q-scroll" role="region" aria-label={props.label} tabIndex={0}>
      {props.children}
    </div>
  )
}

function ActionTable({ view, channel }: { readonly view: View; readonly channel: Channel }) {
  const { table } = channel
  if (table === undefined) return null
  const { t, text } = view
  const label = `${t('passport.table')}: ${text(channel.name)}`
  return (
    <Details summary={label}>
      <Scroll label={label}>
        <Table
          caption={text(table.title)}
          rows={table.rows}
          columns={[
            { head: t('passport.row-no'), cell: (row) => row.no, rowHead: true },
            { head: t('passport.row-actor'), cell: (row) => text(row.actor) },
            { head: t('passport.row-action'), cell: (row) => text(row.action) },
            { head: t('passport.row-completion'), cell: (row) => text(row.completion) },
            {
              head: t('passport.row-term'),
              cell: (row) => (row.termText ? text(row.termText) : termText(view, row.term)),
            },
            { head: t('passport.row-next'), cell: (row) => text(row.next) },
          ]}
        />
      </Scroll>
    </Details>
  )
}

/** How the act has the service provided: for each channel its diagram and its table of actions. */
export function PassportWay(
  props: Props & { readonly diagrams: Readonly<Record<string, string>> },
) {
  const { view, edition, diagrams } = props
  const { t, text } = view
  return (
    <>
      <h2 class="govuk-heading-m">{t('passport.way')}</h2>
      {Object.entries(edition.channels).map(([id, channel]) => {
        const diagram = diagrams[id]
        const label = `${t('passport.diagram')}: ${text(channel.name)}`
        return (
          <>
            {diagram === undefined ? null : (
              <Details summary={label}>
                <Scroll label={label}>
                  <Svg svg={trustSvg(diagram)} label={label} />
                </Scroll>
              </Details>
            )}
            <ActionTable view={view} channel={channel} />
          </>
        )
      })}
    </>
  )
}
