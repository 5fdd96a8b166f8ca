import type { Authority, CertificateSubject } from '#capabilities/authority'
import type { SignedIn } from '#capabilities/identity'
import type { Inquiries } from '#capabilities/inquiries'
import { contracts, type PersonName } from '#core/contracts'
import { type Instant, ok, refuse, type Party, type Result, type Text } from '#core/kernel'
import type { PortalKeys } from '#apps/portal'
import { parseCsr } from '#platform/crypto'
import { keyErrors } from './key-errors.ts'

const PURPOSE: Text = {
  kk: 'ЭЦҚ тіркеу куәлігін беру: иесінің деректері',
  ru: 'Выдача регистрационного свидетельства ЭЦП: данные владельца',
  en: 'Issue of a signing certificate: particulars of its holder',
}

const persons = contracts['persons.identify']
const entities = contracts['legal-entities.identify']

const personal = ({
  kk,
}: PersonName): Pick<CertificateSubject, 'commonName' | 'surname' | 'givenName'> => ({
  commonName: `${kk.surname} ${kk.given}`,
  surname: kk.surname,
  ...(kk.patronymic === null ? {} : { givenName: kk.patronymic }),
})

interface KeyDeps {
  readonly authority: Authority
  readonly inquiries: Inquiries
  readonly clock: () => Instant
  /** Whether an account is proof enough for a key. True in the demonstration alone: there nobody is real. */
  readonly online: boolean
  /** Tells the party that a key was issued in their name: it may have been somebody else. */
  readonly notify: (serialHex: string, party: Party) => Promise<unknown>
}

type Order = Result<{ profile: 'person-sign' | 'entity-head-sign'; subject: CertificateSubject }>

async function orderFor({ inquiries, clock }: KeyDeps, { account }: SignedIn): Promise<Order> {
  const { party, headIin } = account
  const ask = (to: string, service: string, subject: string, body: Record<string, string>) =>
    inquiries.ask({ from: 'portal', to, service, subject, body, purpose: PURPOSE, sentAt: clock() })
  if (party.kind === 'person') {
    const answer = await ask('persons', persons.id, party.iin, { iin: party.iin })
    if (answer === undefined) return refuse(keyErrors.REGISTER_DOWN())
    if (answer.status !== 'found') return refuse(keyErrors.NOT_ENTITLED())
    const person = persons.answer.parse(answer.body)
    if (person.status !== 'alive') return refuse(keyErrors.NOT_ENTITLED())
    return ok({ profile: 'person-sign', subject: { ...personal(person.name), iin: party.iin } })
  }
  const answer = await ask('legal-entities', entities.id, party.bin, { bin: party.bin })
  if (answer === undefined) return refuse(keyErrors.REGISTER_DOWN())
  if (answer.status !== 'found') return refuse(keyErrors.NOT_ENTITLED())
  const entity = entities.answer.parse(answer.body)
  if (headIin === undefined || entity.head?.iin !== headIin) return refuse(keyErrors.NOT_ENTITLED())
  const subject = {
    ...personal(entity.head.name),
    iin: headIin,
    organization: entity.name.kk,
    bin: party.bin,
  }
  return ok({ profile: 'entity-head-sign', subject })
}

/** Certificates for those who are signed in: the subject is what the register says today, never what the request says. */
export function createPortalKeys(deps: KeyDeps): PortalKeys {
  return {
    async issue(by, request) {
      if (!deps.online) return refuse(keyErrors.IN_PERSON())
      const csr = parseCsr(request)
      if (!csr.ok) return csr
      const order = await orderFor(deps, by)
      if (!order.ok) return order
      const issued = await deps.authority.issue({ ...order.value, publicKey: csr.value.spki })
      if (issued.ok) await deps.notify(issued.value.serialHex, by.account.party)
      return issued
    },
    of: (iin) => deps.authority.certificatesOf(iin),
    revoke: (serialHex, reason) => deps.authority.revoke(serialHex, reason),
  }
}
