import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTrust } from './chain.ts'
import { addSecurityStore } from './pades-field.ts'
import { signPdf, verifyPdf } from './pades.ts'
import { readAttachments } from './pdf-attachments.ts'
import { readPdf, rootOf } from './pdf-file.ts'
import { PdfIncrement } from './pdf-writer.ts'
import { createTestAuthority, testNow } from './testing/index.ts'
import { answerTimeStampQuery } from './tsp-answer.ts'

const authority = createTestAuthority()
const trust = createTrust({
  roots: [authority.root.certificate.der],
  intermediates: [authority.issuing.certificate.der],
})
const chain = [authority.issuing.certificate.der]
const stamper = { ...authority.tsa, chain, policy: '2.25.1', accuracySeconds: 1 }

/** A one-page PDF, written by hand. */
function plainPdf(extra = ''): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>',
    '<</Length 20>>\nstream\n0 0 10 10 re f      \nendstream',
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}`
  const trailer = `trailer\n<</Size 5/Root 1 0 R/ID[<aa><aa>]${extra}>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + trailer, 'latin1')
}

const sign = (pdf: Buffer, stamps = true) =>
  signPdf(pdf, {
    key: authority.signer.key,
    certificate: authority.signer.certificate,
    chain,
    trust,
    name: 'Әділет департаменті',
    reason: 'Анықтама (справка)',
    location: 'Өскемен',
    signedAt: testNow(),
    timeStamp: (query) =>
      Promise.resolve(
        stamps
          ? answerTimeStampQuery(query, stamper, { now: testNow(), serial: randomBytes(16) })
          : undefined,
      ),
  })

let signed: Buffer
beforeAll(async () => {
  const result = await sign(plainPdf())
  if (!result.ok) throw new Error(result.error.code)
  signed = result.value
})

const verify = (bytes: Buffer) => verifyPdf(bytes, { trust, at: testNow() })
const codeOf = (bytes: Buffer) => {
  const result = verify(bytes)
  return result.ok ? 'ok' : result.error.code
}
/** Appends an update that a hand of a stranger could write. */
function update(
  change: (increment: PdfIncrement, root: ReturnType<typeof rootOf>) => void,
): Buffer {
  const file = readPdf(signed)
  const increment = new PdfIncrement(file)
  change(increment, rootOf(file))
  return increment.finish()
}

describe('a sealed PDF', () => {
  it('says who sealed it, when, where and why', () => {
    expect(verify(signed)).toMatchObject({
      ok: true,
      value: {
        certificate: { held: true },
        timeStamp: { held: true },
        name: 'Әділет департаменті',
        reason: 'Анықтама (справка)',
        location: 'Өскемен',
        signer: { certificate: { fingerprint: authority.signer.certificate.fingerprint } },
      },
    })
  })

  it('states no signing time inside the signature', () => {
    const result = verify(signed)
    expect(result.ok && result.value.signer.signingTime).toBeUndefined()
  })

  it('is not made without a time stamp', async () => {
    expect(await sign(plainPdf(), false)).toMatchObject({
      ok: false,
      error: { code: 'PDF_NO_TIMESTAMP' },
    })
  })

  it('does not hold for those who do not trust the authority', () => {
    const stranger = createTestAuthority()
    const others = createTrust({ roots: [stranger.root.certificate.der], intermediates: [] })
    expect(verifyPdf(signed, { trust: others, at: testNow() })).toMatchObject({
      ok: true,
      value: { certificate: { held: false }, timeStamp: { held: false } },
    })
  })
})

describe('later changes', () => {
  it('are allowed when they add a security store', () => {
    const store = addSecurityStore(signed, { certificates: chain })
    expect(store.ok && codeOf(store.value)).toBe('ok')
    expect(store.ok && verify(store.value)).toMatchObject({ value: { sealed: signed } })
  })

  it('are tampering when they touch a page, its contents, the catalogue or the form', () => {
    const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>'
    expect(codeOf(update((increment) => increment.put(3, page)))).toBe('PDF_CHANGED')
    expect(codeOf(update((increment) => increment.putStream(4, '', Buffer.from('1 g'))))).toBe(
      'PDF_CHANGED',
    )
    const opensAction = update((increment, root) =>
      increment.putChanged(root.number, root.dict, { OpenAction: null }),
    )
    expect(codeOf(opensAction)).toBe('PDF_CHANGED')
    const emptied = update((increment) => increment.put(8, '<</SigFlags 3/Fields[]>>'))
    expect(codeOf(emptied)).toMatch(/PDF_(NOT_SIGNED|CHANGED)/)
  })

  it('are tampering when they are junk behind the end', () => {
    for (const junk of ['x', '\n\n', '%%EOF', 'startxref\n9\n%%EOF\n'])
      expect(codeOf(Buffer.concat([signed, Buffer.from(junk)]))).toMatch(
        /PDF_(CHANGED|MALFORMED|UNSUPPORTED)/,
      )
  })

  it('are tampering when a second signature covers only itself', async () => {
    const twice = await sign(signed)
    expect(twice.ok ? codeOf(twice.value) : twice.error.code).toMatch(/PDF_(CHANGED|UNSUPPORTED)/)
  })

  it('are noticed in every signed byte', () => {
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const bytes = Buffer.from(signed)
        bytes[at] = (bytes[at] ?? 0) ^ mask
        const result = verify(bytes)
        const gap = signed.indexOf('/Contents <') + '/Contents '.length
        const inside = at > gap && at < gap + 20_482
        if (!inside) expect(result.ok).toBe(false)
      }),
      { numRuns: 400 },
    )
  })
})

describe('what strangers hand in', () => {
  const refusals: [string, Buffer, string][] = [
    ['nothing', Buffer.alloc(0), 'PDF_MALFORMED'],
    ['junk', randomBytes(5000), 'PDF_MALFORMED'],
    ['a PDF without a seal', plainPdf(), 'PDF_NOT_SIGNED'],
    ['an encrypted PDF', plainPdf('/Encrypt 9 0 R'), 'PDF_ENCRYPTED'],
    ['a hybrid file', plainPdf('/XRefStm 9'), 'PDF_UNSUPPORTED'],
    [
      'a cross-reference stream',
      Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n'),
      'PDF_UNSUPPORTED',
    ],
    ['a loop of revisions', plainPdf('/Prev 900000'), 'PDF_MALFORMED'],
    [
      'a deep nest',
      Buffer.from(`%PDF-1.7\nxref\ntrailer\n${'['.repeat(100_000)}\nstartxref\n9\n%%EOF\n`),
      'PDF_MALFORMED',
    ],
    [
      'a claim of a billion objects',
      Buffer.from('%PDF-1.7\nxref\n0 999999999\nstartxref\n9\n%%EOF\n'),
      'PDF_MALFORMED',
    ],
  ]
  it.each(refusals)('is refused with a code: %s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  it('is refused when it is too large, before it is read', () => {
    const result = verifyPdf(signed, { trust, at: testNow(), limit: 1000 })
    expect(result).toMatchObject({ ok: false, error: { code: 'PDF_TOO_LARGE' } })
  })

  it('never makes the reader throw, cut anywhere', () => {
    fc.assert(
      fc.property(fc.nat(signed.length - 2), (length) => {
        expect(verify(signed.subarray(0, length)).ok).toBe(false)
        readAttachments(signed.subarray(0, length))
      }),
      { numRuns: 300 },
    )
  })

  it('never makes the reader throw, with words of PDF in any order', () => {
    const word = fc.constantFrom(
      '<<',
      '>>',
      '[',
      ']',
      '/Root',
      '1 0 R',
      'xref',
      'trailer',
      '0 1',
      '(',
      ')',
      '<',
      '>',
      'stream',
      '/Prev 9',
      '/Names',
      '%',
      '\\',
      '0000000009 00000 n',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = `%PDF-1.7\nxref\n0 1\n0000000009 65535 f \ntrailer\n${words.join(' ')}\nstartxref\n9\n%%EOF\n`
        expect(verify(Buffer.from(text, 'latin1')).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
