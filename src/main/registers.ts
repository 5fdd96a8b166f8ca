import type { Registers } from '#capabilities/identity'
import type { Inquiries, InquiryAnswer } from '#capabilities/inquiries'
import { contracts } from '#core/contracts'
import type { Instant, Text } from '#core/kernel'

const PURPOSE: Text = {
  kk: 'Порталға тіркелу: пайдаланушы деректерін тексеру',
  ru: 'Регистрация на портале: проверка данных пользователя',
  en: 'Registration on the portal: check of the user’s particulars',
}

const persons = contracts['persons.identify']
const entities = contracts['legal-entities.identify']

type Status = 'absent' | 'down'
const notFound = (answer: InquiryAnswer | undefined): { status: Status } => ({
  status: answer?.status === 'absent' ? 'absent' : 'down',
})

/**
 * The registers of persons and legal entities, asked who somebody is: through the gateway, by signed messages. `purpose` is
 * told to the person concerned.
 */
export function createRegisters(
  inquiries: Inquiries,
  clock: () => Instant,
  purpose: Text = PURPOSE,
): Registers {
  const ask = (to: string, service: string, subject: string, body: Record<string, string>) =>
    inquiries.ask({ from: 'portal', to, service, subject, body, purpose, sentAt: clock() })
  return {
    async person(iin) {
      const answer = await ask('persons', persons.id, iin, { iin })
      if (answer?.status !== 'found') return notFound(answer)
      const person = persons.answer.parse(answer.body)
      return { status: 'found', name: person.fullName.kk, active: person.status === 'alive' }
    },
    async entity(bin) {
      const answer = await ask('legal-entities', entities.id, bin, { bin })
      if (answer?.status !== 'found') return notFound(answer)
      const entity = entities.answer.parse(answer.body)
      const active = entity.status === 'registered' && entity.head !== null
      return { status: 'found', name: entity.name.kk, active, headIin: entity.head?.iin ?? '' }
    },
  }
}
