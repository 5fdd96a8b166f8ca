import type { CasesDeps } from '#capabilities/cases'
import { messageCall } from '#capabilities/gateway'
import { notifyCall } from '#capabilities/notifications'
import { contractOf } from '#core/contracts'
import { closeOfferCall, offerCall, refundCall } from '#capabilities/payments'
import type { Iin, Instant, Text } from '#core/kernel'

const plain = ({ kk, ru, en }: Text): Text => ({ kk, ru, en })

/** How a case's questions, news and duties leave it: into the gateway's outbox, notifications and payments. */
export function noticeOf(clock: () => Instant): Pick<CasesDeps, 'post' | 'notify' | 'duties'> {
  return {
    post({ key, caseId, ask }) {
      const contract = contractOf(ask.service)
      if (contract === undefined) throw new Error(`no registry offers ${ask.service}`)
      const also = contract.alsoAbout?.(ask.request) ?? []
      return messageCall({
        key,
        from: 'portal',
        to: contract.system,
        service: ask.service,
        case: caseId,
        subject: ask.subject,
        ...(also.length > 0 && { alsoAbout: [...also] }),
        purpose: plain(ask.purpose),
        body: ask.request,
        sentAt: clock(),
      })
    },
    duties: { offer: offerCall, closeOffer: closeOfferCall, refund: refundCall },
    notify({ key, about, state, edition, to }) {
      const ground = state.ground === undefined ? {} : { ground: plain(state.ground.text) }
      return notifyCall({
        key,
        party: to === undefined ? state.party : { kind: 'person', iin: to as Iin },
        kind: about,
        params: { number: state.number, service: plain(edition.about.name), ...ground },
        request: state.number,
        at: clock(),
      })
    },
  }
}
