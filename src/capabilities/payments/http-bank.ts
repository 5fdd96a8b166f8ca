import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { bankContracts, type StatementEntry } from '#core/contracts'
import {
  type AnswerEnvelope,
  envelopeText,
  fromWire,
  matchAnswer,
  MAX_MESSAGE_BYTES,
  type RequestEnvelope,
  type Seal,
  toWire,
} from '#core/envelope'
import { type Instant, type JsonObject, ok, refuse, type Result, type Text } from '#core/kernel'
import type { Bank, BankRefund } from './bank.ts'
import { paymentErrors } from './errors.ts'

export interface HttpBankOptions {
  /** Where the bank takes messages. */
  readonly url: string
  readonly seal: Seal
  readonly clock: () => Instant
  /** How long an answer is waited for; 5 seconds. */
  readonly timeoutMs?: number
}

const PURPOSE: Text = {
  kk: 'Мемлекеттік бажды төлеу',
  ru: 'Оплата государственной пошлины',
  en: 'Payment of a state duty',
}

const down = () => refuse(paymentErrors.BANK_DOWN())

async function exchange(options: HttpBankOptions, bytes: Buffer): Promise<Buffer | undefined> {
  try {
    const response = await fetch(options.url, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { 'content-type': 'application/octet-stream' },
      signal: AbortSignal.timeout(options.timeoutMs ?? 5000),
      redirect: 'error',
    })
    const body = Buffer.from(await response.arrayBuffer())
    return response.ok && body.byteLength <= MAX_MESSAGE_BYTES ? body : undefined
  } catch {
    return undefined
  }
}

/** What is not a well-signed answer to this very question is no answer: the bank counts as down. */
async function answerOf(
  { seal }: HttpBankOptions,
  request: RequestEnvelope,
  bytes: Buffer,
): Promise<AnswerEnvelope | undefined> {
  const read = fromWire(bytes)
  if (!read.ok || !(await seal.verify('bank', read.value.signed)).ok) return undefined
  const answer = matchAnswer(request, read.value.envelope)
  return answer.ok ? answer.value : undefined
}

interface Service<A> {
  readonly id: string
  readonly answer: z.ZodType<A>
}

/** `undefined` for what the bank does not know. */
async function ask<A>(
  options: HttpBankOptions,
  { id, answer }: Service<A>,
  body: JsonObject,
): Promise<Result<A | undefined>> {
  const request: RequestEnvelope = {
    kind: 'request',
    id: randomUUID(),
    from: 'portal',
    to: 'bank',
    service: id,
    purpose: PURPOSE,
    body,
    sentAt: options.clock(),
  }
  const signed = await options.seal.sign('portal', envelopeText(request))
  const bytes = await exchange(options, toWire(signed))
  const answered = bytes && (await answerOf(options, request, bytes))
  if (answered === undefined) return down()
  if (answered.status === 'refused')
    return refuse(paymentErrors.BANK_REFUSED({ code: answered.error?.code ?? '' }))
  if (answered.status !== 'found') return ok(undefined)
  const parsed = answer.safeParse(answered.body)
  return parsed.success ? ok(parsed.data) : down()
}

const known = <A>(result: Result<A | undefined>): Result<A> => {
  if (!result.ok) return result
  return result.value === undefined
    ? refuse(paymentErrors.BANK_REFUSED({ code: 'NO_DATA' }))
    : ok(result.value)
}

type StatementPage = z.output<typeof bankContracts.statement.answer>

/** A page that does not lead on, by its own numbers, would be asked for without end. */
function leadsOn({ entries, more }: StatementPage, after: number): boolean {
  const last = entries.at(-1)?.seq
  return last === undefined ? !more : last > after
}

/** A bank whose pages do not lead on counts as down. */
async function wholeStatement(
  options: HttpBankOptions,
  day: string,
): Promise<Result<readonly StatementEntry[]>> {
  const entries: StatementEntry[] = []
  for (;;) {
    const after = entries.at(-1)?.seq ?? 0
    const page = known(await ask(options, bankContracts.statement, { day, after }))
    if (!page.ok) return page
    if (!leadsOn(page.value, after)) return down()
    entries.push(...page.value.entries)
    if (!page.value.more) return ok(entries)
  }
}

/** Our bank, and any that speaks its protocol: signed envelopes over HTTP (`#core/contracts`, `bankContracts`). */
export function createHttpBank(options: HttpBankOptions): Bank {
  return {
    createOrder: async (order) =>
      known(
        await ask(options, bankContracts.createOrder, {
          ...order,
          purpose: { kk: order.purpose.kk, ru: order.purpose.ru, en: order.purpose.en },
        }),
      ),
    status: (order) => ask(options, bankContracts.status, { order }),
    refund: async (refund): Promise<Result<BankRefund>> => {
      const given = known(await ask(options, bankContracts.refund, refund))
      return given.ok
        ? ok({ reference: given.value.reference, at: given.value.at as Instant })
        : given
    },
    statement: (day) => wholeStatement(options, day),
  }
}
