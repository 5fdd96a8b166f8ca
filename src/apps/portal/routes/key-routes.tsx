import type { FastifyReply } from 'fastify'
import type { Account, SignedIn } from '#capabilities/identity'
import { type Iin, partyNumber } from '#core/kernel'
import { REVOCATION_REASONS } from '../deps.ts'
import { portalErrors } from '../errors.ts'
import { GetKeyPage, KeysPage, RevokePage } from '../pages/key-pages.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import type { SignedExchange } from '../view.ts'

/** Whose keys they are: the person, or the head who signs for the entity. */
export const signerOf = ({ party, headIin }: Account): Iin =>
  party.kind === 'person' ? party.iin : (headIin as Iin)

/** Keys of the account: a person's own, or those that the head has for this very entity. */
async function keysOf({ deps }: Routing, { account }: SignedIn) {
  const keys = await deps.keys.of(signerOf(account))
  const bin = account.party.kind === 'entity' ? account.party.bin : undefined
  return keys.filter((key) => key.bin === bin)
}

const base64 = /^[A-Za-z0-9+/]{40,20000}={0,2}$/

async function issueKey({ deps }: Routing, exchange: SignedExchange): Promise<FastifyReply> {
  const { request = '' } = exchange.fields
  if (!base64.test(request)) return exchange.refuse(portalErrors.BAD_KEY_REQUEST())
  const issued = await deps.keys.issue(exchange.signedIn, Buffer.from(request, 'base64'))
  if (!issued.ok) return exchange.refuse(issued.error)
  const { account } = exchange.signedIn
  return exchange.reply.header('cache-control', 'no-store').send({
    certificate: issued.value.certificate.toString('base64'),
    chain: issued.value.chain.map((der) => der.toString('base64')),
    fileName: `SIGN-${partyNumber(account.party)}.p12`,
    label: account.name,
  })
}

async function revokeKey(routing: Routing, exchange: SignedExchange): Promise<FastifyReply> {
  const serial = exchange.param('serial')
  const own = (await keysOf(routing, exchange.signedIn)).some((key) => key.serialHex === serial)
  const reason = REVOCATION_REASONS.find((one) => one === exchange.fields['reason'])
  if (!own || reason === undefined) return exchange.refuse(portalErrors.NO_SUCH_KEY())
  const revoked = await routing.deps.keys.revoke(serial, reason)
  if (!revoked.ok) return exchange.refuse(revoked.error)
  exchange.tell('done.revoked')
  return exchange.redirect(paths.keys)
}

/** Keys: get one, see one's own, revoke. */
export function keyRoutes(routing: Routing): void {
  const { get, getSigned, postSigned } = routing
  get('/key', async (exchange) => exchange.redirect(paths.getKey))

  getSigned(paths.getKey, async (exchange) =>
    exchange.page({
      title: exchange.t('key.title'),
      content: <GetKeyPage view={exchange} signedIn={exchange.signedIn} />,
      scripts: ['portal/get-key.js'],
    }),
  )
  postSigned(paths.getKey, (exchange) => issueKey(routing, exchange))

  getSigned(paths.keys, async (exchange) =>
    exchange.page({
      title: exchange.t('key.mine'),
      section: 'cabinet',
      content: <KeysPage view={exchange} keys={await keysOf(routing, exchange.signedIn)} />,
    }),
  )
  getSigned('/cabinet/keys/:serial/revoke', async (exchange) => {
    const serial = exchange.param('serial')
    const keys = await keysOf(routing, exchange.signedIn)
    if (!keys.some((key) => key.serialHex === serial && key.status === 'valid'))
      return exchange.refuse(portalErrors.NO_SUCH_KEY())
    return exchange.page({
      title: exchange.t('key.revoke-title'),
      section: 'cabinet',
      content: <RevokePage view={exchange} serial={serial} />,
    })
  })
  postSigned('/cabinet/keys/:serial/revoke', (exchange) => revokeKey(routing, exchange))
}
