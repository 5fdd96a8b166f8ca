import type { FieldView } from '#apps/ui'
import type { Acting } from '#capabilities/representation'
import { actorFor } from '#capabilities/representation'
import { type RequestLine, representativeLines } from '#capabilities/cases'
import type { CaseState } from '#core/engine'
import { partyNumber } from '#core/kernel'
import { NotificationBanner } from '#platform/views'
import type { PortalDeps } from './deps.ts'
import type { SignedExchange, View } from './view.ts'

/** A text of a register, which speaks Kazakh and Russian. */
export const inTwo = (
  { lang }: Pick<View, 'lang'>,
  text: { readonly kk: string; readonly ru: string },
): string => text[lang === 'ru' ? 'ru' : 'kk']

/** Who ordered for the applicant, as a fact of the request. */
export const representedBy = (
  view: View,
  { representative }: CaseState,
): readonly { readonly name: string; readonly value: string }[] => {
  if (representative === undefined) return []
  const basis = view.t(`representation.basis.${representative.basis}`)
  const value = `${inTwo(view, representative.name)} (${basis})`
  return [{ name: view.t('representation.acted'), value }]
}

/** Who acts for the applicant and by what right, as it reads before the answers of the request. */
export function actingLines(
  { acting }: Pick<View, 'acting'>,
  { representative }: CaseState,
): readonly RequestLine[] {
  if (representative !== undefined) return representativeLines(representative)
  if (acting?.basis !== 'head') return []
  const { iin, name } = acting
  return representativeLines({ iin, name, basis: 'head', mandate: {} })
}

/** Where the number in the form and what it proposes come from when somebody orders for another. */
export function sourcesOf(view: View): Pick<FieldView, 'sources'> {
  if (view.acting === undefined) return {}
  const name = inTwo(view, view.acting.principal.name)
  return {
    sources: {
      number: view.t('representation.number-source', { name }),
      proposed: view.t('representation.proposed-source', { name }),
    },
  }
}

function ActingBanner({ view, acting }: { readonly view: View; readonly acting: Acting }) {
  const { party, name } = acting.principal
  return (
    <NotificationBanner title={view.t('representation.banner-title')}>
      {view.t('representation.banner', { name: inTwo(view, name), number: partyNumber(party) })}
    </NotificationBanner>
  )
}

/** The head signs with the key of the organisation: pages that speak of the key see its account. */
function signedInAs({ signedIn }: SignedExchange, acting: Acting): SignedExchange['signedIn'] {
  if (acting.basis !== 'head') return signedIn
  const { party, name } = acting.principal
  const account = { ...signedIn.account, party, headIin: acting.iin, name: name.kk }
  return { ...signedIn, account }
}

/**
 * The exchange about a request that the reader makes for somebody else: the party is the one acted for, who acts is told to the
 * cases, and every page says so. Other exchanges stay as they are.
 */
export async function actingExchange(
  { representation }: Pick<PortalDeps, 'representation'>,
  exchange: SignedExchange,
): Promise<SignedExchange> {
  const number = exchange.param('number')
  if (exchange.party.kind !== 'person' || number === '') return exchange
  const acting = await representation.actingIn(number, exchange.party.iin)
  if (acting === undefined) return exchange
  const { party } = acting.principal
  return {
    ...exchange,
    acting,
    party,
    actor: actorFor(acting.basis, party, acting.iin),
    signedIn: signedInAs(exchange, acting),
    page: ({ before, ...props }) =>
      exchange.page({
        ...props,
        before: (
          <>
            {before}
            <ActingBanner view={exchange} acting={acting} />
          </>
        ),
      }),
  }
}
