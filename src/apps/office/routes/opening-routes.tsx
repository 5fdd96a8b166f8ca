import { parsePartyNumber } from '#capabilities/identity'
import { type CodedError, dayOf, type Party } from '#core/kernel'
import { formState } from '#platform/views'
import type { OfficeDeps } from '../deps.ts'
import { officeErrors } from '../errors.ts'
import { type Opening, OpeningPage } from '../pages/opening-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { SeatExchange } from '../view.ts'

/** Every channel that begins with an action of this official, in the editions of today. */
function openingsFor({ regulations }: OfficeDeps, exchange: SeatExchange): Opening[] {
  const today = dayOf(exchange.now)
  return regulations.services().flatMap(({ id }) => {
    const edition = regulations.inForce(id, today)
    if (edition === undefined) return []
    return Object.entries(edition.channels)
      .filter(([, { start }]) => {
        const by = edition.actors[edition.actions[start]?.by ?? '']
        return by?.kind === 'official' && exchange.official.roles.includes(by.role)
      })
      .map(([channel, { name }]) => ({
        service: id,
        channel,
        name: `${exchange.text(edition.about.name)} – ${exchange.text(name)}`,
      }))
  })
}

function page(
  exchange: SeatExchange,
  openings: readonly Opening[],
  errors: readonly CodedError[] = [],
) {
  const values = { opening: exchange.field('opening'), number: exchange.field('number') }
  return exchange.page({
    title: exchange.t('new.title'),
    scripts: ['office/desk.js'],
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    content: (
      <OpeningPage
        view={exchange}
        openings={openings}
        form={formState(values, errors, exchange.lang)}
      />
    ),
  })
}

/** The applicant stands in a register, alive or registered; undefined when all is well. */
async function faultOf({ registers }: OfficeDeps, party: Party): Promise<CodedError | undefined> {
  const found =
    party.kind === 'person' ? await registers.person(party.iin) : await registers.entity(party.bin)
  if (found.status === 'down') return officeErrors.REGISTER_DOWN()
  return found.status === 'found' && found.active
    ? undefined
    : officeErrors.NOT_IN_REGISTER({}, 'number')
}

/** A request taken in for somebody who stands before the official. */
export function openingRoutes({ deps, getSeated, postSeated }: Routing): void {
  getSeated(paths.open, async (exchange) => page(exchange, openingsFor(deps, exchange)))

  postSeated(paths.open, async (exchange) => {
    const openings = openingsFor(deps, exchange)
    const chosen = openings.find(
      ({ service, channel }) => `${service} ${channel}` === exchange.field('opening'),
    )
    const party = parsePartyNumber(exchange.field('number'))
    if (chosen === undefined || party === undefined)
      return page(exchange, openings, [
        officeErrors.NO_APPLICANT({}, chosen === undefined ? 'opening' : 'number'),
      ])
    const fault = await faultOf(deps, party)
    if (fault !== undefined) return page(exchange, openings, [fault])
    const opened = await deps.cases.open({
      service: chosen.service,
      channel: chosen.channel,
      party,
      language: exchange.lang,
      actor: exchange.official,
    })
    if (!opened.ok) return page(exchange, openings, [opened.error])
    exchange.tell('told.opened')
    return exchange.redirect(paths.case(opened.value.number))
  })
}
