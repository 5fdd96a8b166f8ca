import type { Party } from '#core/kernel'
import { DEMONSTRATION_ARC, authorityOids } from '#capabilities/authority'
import {
  type TestCountry,
  createTestAuthority,
  testBin,
  testIin,
} from '#capabilities/authority/testing'
import { signData } from '#platform/crypto'
import type { Holder } from '#platform/crypto/testing'
import {
  type SignatureInput,
  type Signatures,
  type SignaturesDeps,
  createSignatures,
} from '../create-signatures.ts'

const iin = testIin()
const bin = testBin()
const content = Buffer.from('{"service":"анықтама"}')
const person: Party = { kind: 'person', iin }
const subject = { commonName: 'ӘУЕЗОВ ҚАЙРАТ', surname: 'ӘУЕЗОВ', iin }

/** A citizen, the head of an organisation, and the state that verifies what they sign. */
export interface SigningScene {
  readonly country: TestCountry
  readonly content: Buffer
  readonly person: Party
  readonly subject: typeof subject
  readonly headSubject: typeof subject & { readonly organization: string; readonly bin: typeof bin }
  readonly citizen: Holder
  readonly head: Holder
  readonly sign: (by: Holder, what?: Buffer) => Buffer
  readonly signatures: (change?: Partial<SignaturesDeps>) => Signatures
  /** The verdict as text: `valid`, or its status and code. The citizen's signature under the content is expected unless told otherwise. */
  readonly verdict: (
    input: Partial<SignatureInput> & { readonly cms: Buffer },
    change?: Partial<SignaturesDeps>,
  ) => Promise<string>
}

export async function createSigningScene(): Promise<SigningScene> {
  const country = await createTestAuthority()
  const { authority } = country
  const headSubject = { ...subject, organization: '«Бәйтерек» ЖШС', bin }
  const signatures = (change: Partial<SignaturesDeps> = {}) =>
    createSignatures({
      anchors: authority.anchors,
      ocsp: (request) => authority.answerOcsp(request),
      tsa: (query) => authority.answerTimeStamp(query),
      clock: country.clock,
      oids: authorityOids(DEMONSTRATION_ARC),
      ...change,
    })
  return {
    country,
    content,
    person,
    subject,
    headSubject,
    citizen: await country.certify('person-sign', subject),
    head: await country.certify('entity-head-sign', headSubject),
    sign: ({ key, certificate }, what = content) =>
      signData({
        content: what,
        key,
        certificate,
        chain: [],
        detached: true,
        signingTime: country.clock(),
      }),
    signatures,
    verdict: async (input, change = {}) => {
      const result = await signatures(change).verify({ content, signer: person, ...input })
      return result.status === 'valid' ? 'valid' : `${result.status}: ${result.error.code}`
    },
  }
}
