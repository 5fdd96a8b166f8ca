import { setTimeout as pause } from 'node:timers/promises'
import type { Transport } from '#capabilities/gateway'
import { envelopeText, fromWire, type Seal, toWire } from '#core/envelope'
import type { AuthorityClient } from '../../src/main/authority-client.ts'
import type { Boundaries } from '../../src/main/boundaries.ts'
import { damaged, type Faults, SLOW_MS } from './faults.ts'
import { createHttpProxy, createTcpProxy, type Proxy } from './proxies.ts'

class Unreachable extends Error {
  readonly code = 'GATEWAY_UNREACHABLE'
}

/** The answer as its system would sign it with the first member of its body left out. */
async function misshapen(seal: Seal, system: string, answer: Buffer): Promise<Buffer> {
  const read = fromWire(answer)
  if (!read.ok || read.value.envelope.kind !== 'answer') return answer
  const { envelope } = read.value
  const [, ...rest] = Object.entries(envelope.body ?? {})
  const text = envelopeText({ ...envelope, body: Object.fromEntries(rest) })
  return toWire(await seal.sign(system, text))
}

const faultyTransport =
  (faults: Faults, inner: Transport, seal: Seal): Transport =>
  async (to, bytes) => {
    const mode = faults.modeOf(to)
    if (mode === undefined) return inner(to, bytes)
    faults.hit(to)
    if (mode === 'down') throw new Unreachable('the fault run cut the line')
    if (mode === 'slow') await pause(SLOW_MS)
    if (mode === 'twice') await inner(to, bytes)
    const answer = await inner(to, bytes)
    if (mode === 'misshapen') return misshapen(seal, to, answer)
    return mode === 'wrong' ? damaged(answer) : answer
  }

type Ask = () => Promise<Buffer | undefined>

async function askFaulty(faults: Faults, ask: Ask): Promise<Buffer | undefined> {
  const mode = faults.modeOf('authority')
  if (mode === undefined) return ask()
  faults.hit('authority')
  if (mode === 'down') return undefined
  if (mode === 'slow') await pause(SLOW_MS)
  if (mode === 'twice') await ask()
  const answer = await ask()
  return mode === 'wrong' && answer !== undefined ? damaged(answer) : answer
}

const faultyAuthority = (faults: Faults, inner: AuthorityClient): AuthorityClient => ({
  ocsp: (request) => askFaulty(faults, () => inner.ocsp(request)),
  tsa: (query) => askFaulty(faults, () => inner.tsa(query)),
  crl: () => askFaulty(faults, () => inner.crl()),
})

export interface FaultyLines {
  readonly around: Boundaries
  /** Where the platform reaches its mail server. */
  readonly smtpUrl: string
  close(): Promise<void>
}

/** Lines with faults between the parts: the bank and the mail server are reached over real sockets. */
export async function faultyLines(
  faults: Faults,
  to: { readonly portalPort: number; readonly bankPort: number; readonly smtpPort: number },
): Promise<FaultyLines> {
  const services = await createHttpProxy(faults, 'bank', to.bankPort)
  const callBacks = await createHttpProxy(faults, 'bank', to.portalPort)
  const smtp = await createTcpProxy(faults, 'mail', to.smtpPort)
  const proxies: readonly Proxy[] = [services, callBacks, smtp]
  return {
    around: {
      transport: (inner, seal) => faultyTransport(faults, inner, seal),
      authority: (inner) => faultyAuthority(faults, inner),
      bankServices: `http://127.0.0.1:${services.port}/api`,
      callBacks: `http://127.0.0.1:${callBacks.port}/payments/call-back`,
    },
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    close: async () => {
      await Promise.all(proxies.map((proxy) => proxy.close()))
    },
  }
}
