import { randomUUID } from 'node:crypto'
import { DECLINE_REASONS, type DeclineReason } from '#core/contracts'
import { type CodedError, dayOf, type Instant, ok, refuse, type Result } from '#core/kernel'
import type { Sql } from '#platform/db'
import { markOf, maskCard, parseCardNumber, parseExpiry } from './card-number.ts'
import { bankErrors } from './errors.ts'

/** What somebody typed on the page. It lives as long as the request does. */
export interface TypedCard {
  readonly number: string
  readonly expiry: string
  readonly code: string
}

interface ReadCard {
  readonly digits: string
  readonly expires: string
}

export function readCard({ number, expiry, code }: TypedCard): Result<ReadCard> {
  const digits = parseCardNumber(number)
  if (digits === undefined) return refuse(bankErrors.BAD_CARD({}, 'number'))
  const expires = parseExpiry(expiry)
  if (expires === undefined) return refuse(bankErrors.BAD_EXPIRY({}, 'expiry'))
  return /^\d{3}$/.test(code.trim())
    ? ok({ digits, expires })
    : refuse(bankErrors.BAD_CODE({}, 'code'))
}

export type Charged =
  | { readonly outcome: 'paid' }
  | { readonly outcome: 'declined'; readonly reason: DeclineReason }

const REFUSALS: Readonly<Record<string, () => CodedError>> = {
  'no-order': bankErrors.NO_ORDER,
  closed: bankErrors.ORDER_CLOSED,
}

/** How late the bank tells of a card that shows what a late call-back does. */
const LATE = '30 seconds'

/**
 * Tries to pay an order. An order that is paid already is paid: nothing is taken again. BANK_BAD_CARD, BANK_BAD_EXPIRY,
 * BANK_BAD_CODE, BANK_NO_ORDER, BANK_ORDER_CLOSED.
 */
export async function chargeCard(
  { sql, secret }: { readonly sql: Sql; readonly secret: string },
  order: string,
  typed: TypedCard,
  now: Instant,
): Promise<Result<Charged>> {
  const card = readCard(typed)
  if (!card.ok) return card
  const { digits, expires } = card.value
  const { rows } = await sql.query<{ outcome: string }>(
    'select bank.charge($1, $2, $3, $4, $5, $6, $7, $8) as outcome',
    [
      order,
      `P-${randomUUID()}`,
      markOf(secret, digits),
      maskCard(digits),
      expires,
      dayOf(now),
      now,
      LATE,
    ],
  )
  const outcome = rows[0]?.outcome ?? ''
  const refusal = REFUSALS[outcome]
  if (refusal !== undefined) return refuse(refusal())
  const reason = DECLINE_REASONS.find((one) => one === outcome)
  return ok(reason === undefined ? { outcome: 'paid' } : { outcome: 'declined', reason })
}
