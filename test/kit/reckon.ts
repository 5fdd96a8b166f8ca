import type { Platform } from '../../src/main/platform.ts'

interface Books {
  readonly database: Pick<Platform['database'], 'pool'>
}

/** Kinds of the documents of each case. */
export async function documentsOf(
  platform: Books,
  cases: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await platform.database.pool('app').query<{ id: string; kinds: string[] }>(
    `select case_id as id, array_agg(document order by document) as kinds from documents.document
       where case_id = any($1::text[]) group by case_id`,
    [cases],
  )
  return new Map(rows.map(({ id, kinds }) => [id, kinds]))
}

async function countIn(
  platform: Books,
  text: string,
  values: readonly unknown[] = [],
): Promise<number> {
  const { rows } = await platform.database.pool('app').query<{ n: number }>(text, [...values])
  return rows[0]?.n ?? 0
}

export const paidOrders = (platform: Books, cases: readonly string[]): Promise<number> =>
  countIn(
    platform,
    `select count(*)::int as n from payments.payment_order where state = 'paid' and case_id = any($1::uuid[])`,
    [cases],
  )

/** Payments for the cases whose receipt is not there. */
export const missingReceipts = (platform: Books, cases: readonly string[]): Promise<number> =>
  countIn(
    platform,
    `select count(*)::int as n from payments.payment_order o where o.state = 'paid' and o.case_id = any($1::uuid[])
       and (select count(*) from documents.document d where d.case_id = o.id::text and d.document = 'receipt') <> 1`,
    [cases],
  )

/** What the bank took for each order, less what it gave back, against what the order says. */
export async function wrongCharges(platform: Books, cases: readonly string[]): Promise<number> {
  const { rows: orders } = await platform.database.pool('app').query<{ id: string; due: number }>(
    `select o.id, case when o.state = 'paid' and r.payment is null then o.amount::int else 0 end as due
     from payments.payment_order o left join payments.payment p on p.order_id = o.id and p.settles
       left join payments.refund r on r.payment = p.id where o.case_id = any($1::uuid[])`,
    [cases],
  )
  const { rows: taken } = await platform.database
    .pool('registry_bank')
    .query<{ order: string; sum: number }>(
      `select order_id as order, sum(case kind when 'payment' then amount else -amount end)::int as sum
       from bank.posting where order_id = any($1::uuid[]) group by order_id`,
      [orders.map(({ id }) => id)],
    )
  const sums = new Map(taken.map(({ order, sum }) => [order, sum]))
  return orders.filter(({ id, due }) => (sums.get(id) ?? 0) !== due).length
}

export const unsentLetters = (platform: Books): Promise<number> =>
  countIn(platform, `select count(*)::int as n from notifications.letter where state <> 'sent'`)
