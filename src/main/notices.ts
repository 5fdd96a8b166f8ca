import type { CasesDeps } from '#capabilities/cases'
import { messageCall } from '#capabilities/gateway'
import { notifyCall } from '#capabilities/notifications'
import { contractOf } from '#core/contracts'
import type { Instant, Text } from '#core/kernel'

const plain = ({ kk, ru, en }: Text): Text => ({ kk, ru, en })

/** How a case's questions and news leave it: into the gateway's outbox and the applicant's notifications. */
export function noticeOf(clock: () => Instant): Pick<CasesDeps, 'post' | 'notify'> {
  return {
    post({ key, caseId, ask }) {
      const contract = contractOf(ask.service)
      if (contract === undefined) throw new Error(`no registry offers ${ask.service}`)
      return messageCall({
        key,
        from: 'portal',
        to: contract.system,
        service: ask.service,
        case: caseId,
        subject: ask.subject,
        purpose: plain(ask.purpose),
        body: ask.request,
        sentAt: clock(),
      })
    },
    notify({ key, about, state, edition }) {
      const ground = state.ground === undefined ? {} : { ground: plain(state.ground.text) }
      return notifyCall({
        key,
        party: state.party,
        kind: about,
        params: { number: state.number, service: plain(edition.about.name), ...ground },
        request: state.number,
        at: clock(),
      })
    },
  }
}
