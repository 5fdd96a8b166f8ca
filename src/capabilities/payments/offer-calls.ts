import { type Instant, type Party, partyNumber, type Text } from '#core/kernel'
import type { SqlCall } from '#platform/db'
import type { PayingPeople } from './paying-people.ts'

/** A duty that is to be paid before a case goes on. */
export interface Offer {
  /** Of the effect: `<case>/<action>/<visit>`. */
  readonly key: string
  readonly caseId: string
  readonly action: string
  readonly visit: number
  /** Number of the request, 14 digits. */
  readonly number: string
  readonly service: Text
  /** Who is asked to pay, and sees it in the cabinet. */
  readonly party: Party
  /** Whom the receipt is made out to. */
  readonly people: PayingPeople
  readonly name: Text
  /** Tiyn. */
  readonly amount: number
  readonly until: Instant
  readonly at: Instant
}

const plain = ({ kk, ru, en }: Text): string => JSON.stringify({ kk, ru, en })

/** Offers a payment as a part of the case's own statement; once per key. */
export const offerCall = (offer: Offer): SqlCall => ({
  name: 'payments.offer',
  values: [
    offer.key,
    offer.caseId,
    offer.action,
    offer.visit,
    offer.number,
    offer.party.kind,
    partyNumber(offer.party),
    JSON.stringify(offer.people),
    plain(offer.service),
    plain(offer.name),
    offer.amount,
    offer.until,
    offer.at,
  ],
})

/** Takes an offer back. A payment that comes later, or has just come, is given back by itself. */
export const closeOfferCall = (offer: string, at: Instant): SqlCall => ({
  name: 'payments.close_offer',
  values: [offer, at],
})

/** Gives back what was paid for an offer, because the case did not end as it was paid for. */
export const refundCall = (
  offer: string,
  reason: 'late' | 'refused' | 'withdrawn' | 'expired',
  at: Instant,
): SqlCall => ({ name: 'payments.ask_refund', values: [offer, reason, at] })
