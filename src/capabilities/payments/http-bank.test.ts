import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { type AnswerEnvelope, envelopeText, fromWire, type Seal, toWire } from '#core/envelope'
import { instant, type Json, plainDate } from '#core/kernel'
import { createTestAuthority } from '#platform/seal/testing'
import { createHttpBank } from './http-bank.ts'

const DAY = plainDate('2026-11-25')
const clock = () => instant(new Date('2026-11-26T00:00:00Z'))

const entry = (seq: number): Json => ({
  seq,
  kind: 'payment',
  id: `P-${seq}-payment`,
  order: randomUUID(),
  payment: `P-${seq}-payment`,
  amount: 100,
  at: clock(),
})
const page = (seqs: readonly number[], more: boolean): Json => ({
  day: DAY,
  entries: seqs.map(entry),
  more,
})

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function answerTo(request: IncomingMessage, seal: Seal, body: Json): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const read = fromWire(Buffer.concat(chunks))
  if (!read.ok) throw new Error(read.error.code)
  const { id, service } = read.value.envelope
  const answer: AnswerEnvelope = {
    kind: 'answer',
    id: randomUUID(),
    inReplyTo: id,
    from: 'bank',
    to: 'portal',
    service,
    body,
    status: 'found',
    sentAt: clock(),
  }
  return toWire(await seal.sign('bank', envelopeText(answer)))
}

/** A bank whose statement has these pages, whatever is asked; the last one comes again and again. */
async function bankOf(pages: readonly Json[]) {
  const authority = await createTestAuthority()
  for (const system of ['portal', 'bank']) await authority.enrol(system)
  const seal = authority.seal(['portal', 'bank'], clock)
  let asked = 0
  const server = createServer((request, response) => {
    const body = pages[Math.min(asked, pages.length - 1)] ?? null
    asked += 1
    answerTo(request, seal, body).then(
      (bytes) => response.end(bytes),
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(
    () => new Promise((resolve) => server.close(resolve)),
    () => authority.close(),
  )
  const { port } = server.address() as AddressInfo
  return createHttpBank({ url: `http://127.0.0.1:${port}`, seal, clock })
}

it('reads a statement page by page', async () => {
  const bank = await bankOf([page([1, 4], true), page([5], true), page([7], false)])
  const read = await bank.statement(DAY)
  expect(read.ok && read.value.map(({ seq }) => seq)).toEqual([1, 4, 5, 7])
  expect(await (await bankOf([page([], false)])).statement(DAY)).toEqual({ ok: true, value: [] })
})

it.each([
  ['the same page again', [page([1, 2], true)]],
  ['an earlier page', [page([5, 6], true), page([1, 2], false)]],
  ['nothing, and says that there is more', [page([1], true), page([], true)]],
])('takes a bank that gives %s as down', async (_, pages) => {
  const read = await (await bankOf(pages)).statement(DAY)
  expect(read).toMatchObject({ ok: false, error: { code: 'PAYMENT_BANK_DOWN' } })
})
