import type { Authority } from '#capabilities/authority'

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
