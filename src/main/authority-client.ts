import { randomBytes } from 'node:crypto'
import type { Authority } from '#capabilities/authority'
import type { CheckStamp, TimeStamp } from '#capabilities/gateway'
import {
  buildTimeStampQuery,
  parseTimeStampResponse,
  type Trust,
  verifyTimeStamp,
} from '#platform/crypto'

/** How the state reaches its certification authority: OCSP, time stamps, CRL. Undefined: it did not answer. */
export interface AuthorityClient {
  readonly ocsp: (request: Buffer) => Promise<Buffer | undefined>
  readonly tsa: (query: Buffer) => Promise<Buffer | undefined>
  readonly crl: () => Promise<Buffer | undefined>
}

/** An authority in this process. What it throws means the same as silence: nobody answered. */
export function authorityHere(authority: Authority): AuthorityClient {
  const answer = (question: Promise<Buffer>) => question.catch(() => undefined)
  return {
    ocsp: (request) => answer(authority.answerOcsp(request)),
    tsa: (query) => answer(authority.answerTimeStamp(query)),
    crl: () => answer(authority.crl()),
  }
}

/** Time stamps over a digest, for whoever seals a log. A refusal means the same as silence: tried again with the next seal. */
export const stampsOf =
  ({ tsa }: AuthorityClient): TimeStamp =>
  async (imprint) => {
    const answer = await tsa(buildTimeStampQuery({ imprint, nonce: randomBytes(8) }))
    const token = answer && parseTimeStampResponse(answer)
    return token?.ok === true ? token.value : undefined
  }

/** Whether a kept stamp is one of a trusted time-stamping authority over this digest. */
export const stampCheck =
  (trust: Trust): CheckStamp =>
  (imprint, token) =>
    verifyTimeStamp(token, { imprint, trust }).ok
