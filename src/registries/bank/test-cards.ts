import { z } from 'zod'
import type { Instant } from '#core/kernel'
import type { Sql } from '#platform/db'
import { markOf, maskCard, parseCardNumber, parseExpiry } from './card-number.ts'

const card = z.strictObject({
  number: z.string().refine((value) => parseCardNumber(value) !== undefined, 'a card number'),
  expires: z.string().refine((value) => parseExpiry(value) !== undefined, 'MM/YY'),
  /** Tenge. */
  balance: z.int().nonnegative(),
  blocked: z.boolean().optional(),
  secureFails: z.boolean().optional(),
  /** Tenge in one payment. */
  limit: z.int().positive().optional(),
  callBack: z.enum(['once', 'late', 'twice', 'never']).optional(),
  /** What the card is for, as the page of the bank tells it. */
  shows: z.strictObject({ kk: z.string(), ru: z.string(), en: z.string() }),
})
const file = z.strictObject({ cards: z.array(card).min(1) })

/** A card of the demonstration. Its number is in the data of the country, on the bank's page, and nowhere in the database. */
export type TestCard = z.output<typeof card>

/** country/bank.yaml. @throws when that file is not what it should be. */
export const parseTestCards = (data: unknown): readonly TestCard[] => file.parse(data).cards

const CARD = `
  with fresh as (
    insert into bank.account (id, kind) values ('card-' || encode(substring($1::bytea from 1 for 8), 'hex'), 'card')
    on conflict do nothing returning id),
  kept as (
    insert into bank.card (mark, masked, account, expires, blocked, secure_fails, payment_limit, call_back)
    select $1, $2, id, $3, $4, $5, $6, $7 from fresh)
  select id from fresh`

/** Opens the accounts of the test cards, each with its balance; those that are there stay as they are. */
export async function openTestCards(
  sql: Sql,
  cards: readonly TestCard[],
  { secret, now }: { readonly secret: string; readonly now: Instant },
): Promise<void> {
  await sql.query(
    `insert into bank.account (id, kind) values ('capital', 'capital'), ('portal', 'merchant') on conflict do nothing`,
  )
  for (const one of cards) {
    const digits = parseCardNumber(one.number) ?? ''
    const { rows } = await sql.query<{ id: string }>(CARD, [
      markOf(secret, digits),
      maskCard(digits),
      parseExpiry(one.expires),
      one.blocked ?? false,
      one.secureFails ?? false,
      one.limit === undefined ? null : one.limit * 100,
      one.callBack ?? 'once',
    ])
    const account = rows[0]?.id
    if (account === undefined || one.balance === 0) continue
    await sql.query(`select bank.post($1, 'opening', null, null, null, 'capital', $2, $3, $4)`, [
      `opening-${account}`,
      account,
      one.balance * 100,
      now,
    ])
  }
}
