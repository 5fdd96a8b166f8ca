import type { Card } from '#platform/views'
import type { Edition, ServiceData } from '#core/regulation'
import { paths } from '../paths.ts'
import { highlight } from '../search/index.ts'
import type { View } from '../view.ts'
import { type Fee, feeShort } from './fee-text.ts'
import { longestText } from './term-text.ts'

const NONE: ReadonlySet<string> = new Set()

/** A text with what was searched for marked in it. */
function Marked(props: {
  readonly view: View
  readonly text: string
  readonly hits: ReadonlySet<string>
}) {
  return (
    <>
      {highlight(props.text, props.view.lang, props.hits).map(({ text, hit }) =>
        hit ? <mark>{text}</mark> : text,
      )}
    </>
  )
}

export interface CardOf {
  readonly service: ServiceData
  readonly edition: Edition | undefined
  readonly fee?: Fee | undefined
  /** Stems that a search found; then the summary shows too what the service is about. */
  readonly hits?: ReadonlySet<string>
}

/** A service in a list: its name, and in one line who, how, until when and for how much. */
export function serviceCard(view: View, { service, edition, fee, hits = NONE }: CardOf): Card {
  const facts = [
    view.text(service.stateBody),
    view.t(service.online ? 'catalogue.online' : 'catalogue.offline'),
    edition?.total && longestText(view, edition.total.term),
    fee && feeShort(view, fee),
  ]
  return {
    title: <Marked view={view} text={view.text(service.name)} hits={hits} />,
    href: paths.service(service.id),
    note: (
      <>
        {hits.size === 0 ? null : (
          <>
            <Marked view={view} text={view.text(service.summary)} hits={hits} />
            <br />
          </>
        )}
        {facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')}
      </>
    ),
  }
}
