import type { StatementEntry } from '#core/contracts'
import {
  addDays,
  addSeconds,
  type CodedError,
  dayOf,
  type Instant,
  instant,
  instantAt,
  ok,
  type PlainDate,
  type Result,
} from '#core/kernel'
import { inTransaction } from '#platform/db'
import type { Job, JobContext, JobLater } from '#platform/jobs'
import type { PaymentsDeps } from './deps.ts'
import { notePayment } from './note-result.ts'

/** What the books do not agree on. `missing-here` is mended at once; the others are for people to look at. */
export interface Difference {
  readonly kind: 'missing-here' | 'missing-at-bank' | 'amount' | 'refused'
  readonly entry: 'payment' | 'refund'
  readonly id: string
  readonly atBank: number | null
  readonly here: number | null
  /** Why a payment of the bank could not be taken. */
  readonly code?: string
}

interface Totals {
  readonly count: number
  /** Tiyn. */
  readonly amount: number
}

export interface Reconciliation {
  readonly day: PlainDate
  readonly bank: { readonly payments: Totals; readonly refunds: Totals }
  /** Payments that we did not know of and took from the statement. */
  readonly mended: number
  readonly differences: readonly Difference[]
  /** No difference is left. */
  readonly agrees: boolean
}

interface Ours {
  readonly id: string
  readonly amount: number
  readonly kind: 'payment' | 'refund'
}

/** What we have of a day, and whatever the statement names, whichever day we have it on. */
async function ours(
  { pool }: PaymentsDeps,
  day: PlainDate,
  entries: readonly StatementEntry[],
): Promise<ReadonlyMap<string, Ours>> {
  const ids = entries.map(({ id }) => id)
  const { rows } = await pool.query<Ours & { amount: string }>(
    `select id, amount, 'payment' as kind from payments.payment
       where (paid_at >= $1 and paid_at < $2) or id = any($3)
     union all
     select r.reference, p.amount, 'refund' from payments.refund r join payments.payment p on p.id = r.payment
       where (r.done_at >= $1 and r.done_at < $2) or r.reference = any($3)`,
    [instantAt(day), instantAt(addDays(day, 1)), ids],
  )
  return new Map(rows.map((row) => [row.id, { ...row, amount: Number(row.amount) }]))
}

/** A payment that the bank booked and we never heard of. */
async function mend(deps: PaymentsDeps, entry: StatementEntry): Promise<string | undefined> {
  const payment = {
    id: entry.payment,
    amount: entry.amount,
    at: entry.at as Instant,
    card: '',
  }
  const taken = await inTransaction(deps.pool, (tx) =>
    notePayment(tx, payment, { order: entry.order, teller: 'statement', at: deps.clock() }),
  )
  return typeof taken === 'string' ? undefined : taken.code
}

async function compare(
  deps: PaymentsDeps,
  entry: StatementEntry,
  known: ReadonlyMap<string, Ours>,
): Promise<Difference | undefined> {
  const here = known.get(entry.id)
  const common = { entry: entry.kind, id: entry.id, atBank: entry.amount }
  if (here === undefined && entry.kind === 'payment') {
    const code = await mend(deps, entry)
    return code === undefined
      ? { ...common, kind: 'missing-here', here: null }
      : { ...common, kind: 'refused', here: null, code }
  }
  if (here === undefined) return { ...common, kind: 'missing-here', here: null }
  return here.amount === entry.amount ? undefined : { ...common, kind: 'amount', here: here.amount }
}

const totals = (entries: readonly StatementEntry[], kind: StatementEntry['kind']): Totals => {
  const of = entries.filter((entry) => entry.kind === kind)
  return { count: of.length, amount: of.reduce((sum, { amount }) => sum + amount, 0) }
}

/** A refund that the bank booked and whose answer did not reach us is settled by its own job; a payment was mended here. */
const isMended = ({ kind, entry }: Difference) => kind === 'missing-here' && entry === 'payment'

async function keep(deps: PaymentsDeps, found: Reconciliation): Promise<void> {
  await deps.pool.query(
    'insert into payments.reconciliation (day, made_at, agrees, report) values ($1, $2, $3, $4)',
    [found.day, deps.clock(), found.agrees, JSON.stringify(found)],
  )
  if (!found.agrees)
    deps.log.error(
      { alarm: 'books-differ', day: found.day, differences: found.differences.length },
      'our books and those of the bank differ',
    )
}

/**
 * Compares a day with the bank's statement: takes the payments that we never heard of, names what differs, keeps the outcome.
 * Refusals: PAYMENT_BANK_DOWN, PAYMENT_BANK_REFUSED.
 */
export async function reconcile(
  deps: PaymentsDeps,
  day: PlainDate,
): Promise<Result<Reconciliation>> {
  const statement = await deps.bank.statement(day)
  if (!statement.ok) return statement
  const known = await ours(deps, day, statement.value)
  const differences: Difference[] = []
  for (const entry of statement.value) {
    const difference = await compare(deps, entry, known)
    if (difference !== undefined) differences.push(difference)
  }
  const named = new Set(statement.value.map(({ id }) => id))
  for (const { id, kind, amount } of known.values())
    if (!named.has(id))
      differences.push({ kind: 'missing-at-bank', entry: kind, id, atBank: null, here: amount })
  const found: Reconciliation = {
    day,
    bank: {
      payments: totals(statement.value, 'payment'),
      refunds: totals(statement.value, 'refund'),
    },
    mended: differences.filter(isMended).length,
    differences,
    agrees: differences.every(isMended),
  }
  await keep(deps, found)
  return ok(found)
}

/** Early in the morning, when the bank has closed its day. */
const HOUR = '03:00:00'
const AGAIN_SECONDS = 600
/** What is older is compared by hand. */
const MOST_DAYS = 31

const nextMorning = (now: Instant): Instant => {
  const today = instantAt(dayOf(now), HOUR)
  return today > now ? today : instantAt(addDays(dayOf(now), 1), HOUR)
}

/** Yesterday, and each day since the first compared one whose books were not found to agree after the bank had closed it; oldest first. */
async function openDays({ pool }: PaymentsDeps, now: Instant): Promise<readonly PlainDate[]> {
  const { rows } = await pool.query<{ day: PlainDate; agreed: Date | null }>(
    `select day::text, max(made_at) filter (where agrees) as agreed
     from payments.reconciliation group by day order by day`,
  )
  const compared = rows
    .filter(
      ({ day, agreed }) => agreed !== null && instant(agreed) >= instantAt(addDays(day, 1), HOUR),
    )
    .map(({ day }) => day)
  const yesterday = addDays(dayOf(now), -1)
  const earliest = rows[0]?.day ?? yesterday
  const first = earliest < yesterday ? earliest : yesterday
  return Array.from({ length: MOST_DAYS }, (_, n) => addDays(yesterday, n + 1 - MOST_DAYS)).filter(
    (day) => day >= first && !compared.includes(day),
  )
}

/** The job `payments.reconcile`: yesterday and what was missed before it, once a morning, for ever. */
export async function reconcileDaily(
  deps: PaymentsDeps,
  _job: Job,
  context: JobContext,
): Promise<JobLater> {
  const now = deps.clock()
  let failed: CodedError | undefined
  for (const day of await openDays(deps, now)) {
    const done = await reconcile(deps, day)
    if (!done.ok) failed = done.error
  }
  return failed === undefined
    ? context.later(nextMorning(now), 'reconciled')
    : context.later(addSeconds(now, AGAIN_SECONDS), failed.code)
}

/** The daily reconciliation, from the next morning on; there is one however many processes start. */
export const firstReconciliation = (now: Instant) => ({
  kind: 'payments.reconcile',
  key: 'daily',
  payload: {},
  runAt: nextMorning(now),
})
