import type { FastifyReply } from 'fastify'
import { identityErrors, parsePartyNumber } from '#capabilities/identity'
import { type CodedError, type Iin, type Party, parseIin, partyNumber } from '#core/kernel'
import { formState } from '#platform/views'
import { portalErrors } from '../errors.ts'
import { ForgotPage, ForgotProofPage } from '../pages/forgot-page.tsx'
import { paths } from '../paths.ts'
import { newProof, readProof } from '../proof-text.ts'
import type { Routing } from '../routing.ts'
import type { Exchange } from '../view.ts'

interface Claim {
  readonly party: Party
  readonly headIin: Iin | undefined
}

/** The number as typed; an entity's with its head. Whether it has an account is not told before the signature. */
function claimOf({ fields }: Exchange): Claim | CodedError {
  const party = parsePartyNumber(fields['number'] ?? '')
  if (party === undefined) return identityErrors.BAD_NUMBER({}, 'number')
  const headIin = parseIin((fields['headIin'] ?? '').replaceAll(/\D/g, ''))
  if (party.kind === 'entity' && headIin === undefined)
    return identityErrors.BAD_HEAD_NUMBER({}, 'headIin')
  return { party, headIin: party.kind === 'entity' ? headIin : undefined }
}

function numberPage(exchange: Exchange, errors: readonly CodedError[]) {
  return exchange.page({
    title: exchange.t('forgot.title'),
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    content: (
      <ForgotPage view={exchange} form={formState(exchange.fields, errors, exchange.lang)} />
    ),
  })
}

function proofPage(
  { deps }: Routing,
  exchange: Exchange,
  claim: Claim,
  errors: readonly CodedError[],
): FastifyReply {
  return exchange.page({
    title: exchange.t('forgot.title'),
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    scripts: ['ui/sign.js'],
    content: (
      <ForgotProofPage
        view={exchange}
        form={formState({}, errors, exchange.lang)}
        party={claim.party}
        headIin={claim.headIin ?? ''}
        proof={newProof(deps.secret, partyNumber(claim.party), exchange.now)}
      />
    ),
  })
}

/** What is wrong with a proof; undefined when the signature shows that the party itself is there. */
async function faultOf({ deps }: Routing, exchange: Exchange, claim: Claim) {
  const { ticket = '', cms = '', next, repeat } = exchange.fields
  if (next !== repeat) return identityErrors.PASSWORDS_DIFFER({}, 'repeat')
  const number = partyNumber(claim.party)
  const content = readProof(deps.secret, { number, ticket }, exchange.now)
  if (content === undefined) return portalErrors.STALE_PROOF()
  if (!/^[A-Za-z0-9+/]{100,90000}={0,2}$/.test(cms)) return portalErrors.NO_SIGNATURE()
  const signed = { cms: Buffer.from(cms, 'base64'), content }
  const outcome = await deps.proofOf(claim.party, claim.headIin, signed)
  return outcome.status === 'valid' ? undefined : outcome.error
}

async function resetBySignature(routing: Routing, exchange: Exchange): Promise<FastifyReply> {
  const claim = claimOf(exchange)
  if ('code' in claim) return numberPage(exchange, [claim])
  const fault = await faultOf(routing, exchange, claim)
  if (fault !== undefined) return proofPage(routing, exchange, claim, [fault])
  const account = await routing.deps.identity.accountOf(claim.party)
  if (account === undefined || account.headIin !== claim.headIin)
    return numberPage(exchange, [identityErrors.WRONG_CREDENTIALS()])
  const { next = '' } = exchange.fields
  const { address } = exchange
  const reset = await routing.deps.identity.resetPassword({ party: claim.party, next, address })
  if (!reset.ok) return proofPage(routing, exchange, claim, [reset.error])
  exchange.tell('done.reset')
  return exchange.redirect(paths.signIn)
}

/** A forgotten password: a new one by a signature with one's own key. */
export function forgotRoutes(routing: Routing): void {
  const { get, postStrict } = routing
  get(paths.forgot, async (exchange) => numberPage(exchange, []))
  get(`${paths.forgot}/sign`, async (exchange) => exchange.redirect(paths.forgot))
  postStrict(paths.forgot, async (exchange) => {
    const claim = claimOf(exchange)
    return 'code' in claim ? numberPage(exchange, [claim]) : proofPage(routing, exchange, claim, [])
  })
  postStrict(`${paths.forgot}/sign`, (exchange) => resetBySignature(routing, exchange))
}
