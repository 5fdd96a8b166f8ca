import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, instant } from '#core/kernel'
import { envelopeText, MAX_MESSAGE_BYTES, parseEnvelope, type RequestEnvelope } from './envelope.ts'
import { fromWire, matchAnswer, toWire } from './signed-envelope.ts'

const request: RequestEnvelope = {
  kind: 'request',
  id: '6f1c2f4e-5c1b-4a53-9e8f-0d5c1f1f2a01',
  from: 'portal',
  to: 'realty',
  service: 'realty.rights-of-person',
  case: '6f1c2f4e-5c1b-4a53-9e8f-0d5c1f1f2a02',
  purpose: { kk: 'анықтама беру', ru: 'выдача справки', en: 'issue of a certificate' },
  subject: '840731400431',
  body: { number: '840731400431', variant: 'current' },
  sentAt: instant(new Date('2026-11-22T06:00:00Z')),
}
const signature = 'A'.repeat(86)
const certificate = 'a'.repeat(64)
const code = (result: ReturnType<typeof parseEnvelope> | ReturnType<typeof fromWire>) =>
  result.ok ? 'ok' : result.error.code

test('an envelope comes back from its text and from the wire as it was', () => {
  expect(parseEnvelope(envelopeText(request))).toEqual({ ok: true, value: request })
  const signed = { envelope: envelopeText(request), signature, certificate }
  expect(fromWire(toWire(signed))).toEqual({ ok: true, value: { signed, envelope: request } })
})

const withBody = (body: string) => code(parseEnvelope(envelopeText({ ...request, body })))

test('the same content in another order of members is not the signed text', () => {
  const reordered = JSON.stringify(request)
  expect(code(parseEnvelope(reordered))).toBe('ENVELOPE_NOT_CANONICAL')
})

test('a member twice is refused, so that no two readers see different values', () => {
  const doubled = envelopeText(request).replace('"to":"realty"', '"to":"realty","to":"persons"')
  expect(code(parseEnvelope(doubled))).toBe('ENVELOPE_NOT_CANONICAL')
})

test.each([
  ['an unknown member', { extra: 1 }],
  ['a subject with a wrong control digit', { subject: '840731400432' }],
  ['a local time', { sentAt: '2026-11-22T06:00:00+05:00' }],
  ['a purpose without Kazakh', { purpose: { ru: 'х', en: 'x' } }],
  ['no purpose', { purpose: undefined }],
  ['a system with a path in its name', { to: '../realty' }],
])('%s is refused as malformed', (_, change) => {
  expect(code(parseEnvelope(canonicalJson({ ...request, ...change })))).toBe('ENVELOPE_MALFORMED')
})

test('text that the store cannot keep is refused, a plain backslash is not', () => {
  expect(withBody('\u0000')).toBe('ENVELOPE_NOT_CANONICAL')
  expect(withBody('\ud800')).toBe('ENVELOPE_NOT_CANONICAL')
  expect(withBody('\\u0000')).toBe('ok')
})

test('a bomb of nested arrays and an oversized message are refused before they are built', () => {
  expect(code(parseEnvelope('['.repeat(200_000)))).toBe('ENVELOPE_MALFORMED')
  expect(code(fromWire(Buffer.alloc(MAX_MESSAGE_BYTES + 1, 32)))).toBe('ENVELOPE_TOO_LARGE')
})

test('any bytes give an envelope or a coded refusal, never an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc.json().map((s) => Buffer.from(s)),
      ),
      (bytes) => {
        expect(code(fromWire(bytes))).toMatch(/^ENVELOPE_/)
      },
    ),
  )
})

test('any JSON body survives the wire or is refused with a code', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (body) => {
      const text = JSON.stringify({ ...JSON.parse(envelopeText(request)), body })
      const parsed = parseEnvelope(text)
      if (parsed.ok) expect(envelopeText(parsed.value)).toBe(text)
      else expect(parsed.error.code).toMatch(/^ENVELOPE_/)
    }),
  )
})

test('an answer to another request, of another system or about another service is no answer', () => {
  const { purpose: _, ...rest } = request
  const answer = {
    ...rest,
    kind: 'answer' as const,
    inReplyTo: request.id,
    from: 'realty',
    to: 'portal',
    status: 'absent' as const,
    body: null,
  }
  expect(matchAnswer(request, answer).ok).toBe(true)
  const others = [
    { inReplyTo: request.case ?? '' },
    { from: 'persons' },
    { to: 'centre' },
    { service: 'realty.other' },
  ]
  for (const other of others) expect(matchAnswer(request, { ...answer, ...other }).ok).toBe(false)
  expect(matchAnswer(request, request).ok).toBe(false)
})
