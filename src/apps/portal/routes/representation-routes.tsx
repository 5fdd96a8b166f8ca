import { RepresentationPage } from '../pages/representation-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'

const SHOWN = 50

/** The section of the cabinet on acting for others. The registers are asked each time: a right may end any day. */
export function representationRoutes({ deps, getSigned }: Routing): void {
  getSigned(paths.representation, async (exchange) => {
    const { party } = exchange
    const { representation } = deps
    const [mandates, given, history] = await Promise.all([
      party.kind === 'person' ? representation.mandatesOf(party.iin) : undefined,
      representation.givenBy(party),
      representation.history(party, SHOWN),
    ])
    return exchange.page({
      title: exchange.t('representation.title'),
      section: 'cabinet',
      content: (
        <RepresentationPage
          view={exchange}
          mandates={mandates && { list: mandates.mandates, complete: mandates.complete }}
          given={given}
          history={history}
        />
      ),
    })
  })
}
