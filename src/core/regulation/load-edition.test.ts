import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadEdition } from './load-edition.ts'
import { changed, loadSample, sampleFiles, sampleWorld } from './testing/index.ts'

const REG = 'regulation.yaml'

test.each(['2011-08-26', '2012-04-10'])('the edition of %s is sound', (day) => {
  const { edition, problems } = loadSample(sampleFiles(day))
  expect(problems).toEqual([])
  expect(edition?.ref).toBe(`justice.realty-absence@${day}`)
})

test('on each day one edition is in force', () => {
  const [old, now] = ['2011-08-26', '2012-04-10'].map((day) => loadSample(sampleFiles(day)).edition)
  expect(old?.inForce.to).toBe(now?.inForce.from)
})

test('the portal channel holds the thirteen items, nine processes, two conditions and seven rows of the act', () => {
  const portal = loadSample().edition?.channels['portal']
  expect(portal?.items.map((item) => item.no)).toEqual(
    Array.from({ length: 13 }, (_, i) => `${i + 1})`),
  )
  expect(portal?.items.flatMap((item) => item.process ?? [])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(portal?.items.flatMap((item) => item.condition ?? [])).toEqual([1, 2])
  expect(portal?.table?.rows.map((row) => row.next.ru)).toEqual(['2', '3', '4', '5', '6', '7', '8'])
})

test('the hash changes with any text of the edition, and not with line endings or the service', {
  timeout: 60_000,
}, () => {
  const hash = (files = sampleFiles()) => loadSample(files).edition?.hash
  const crlf = sampleFiles().map((file) => ({ ...file, text: file.text.replaceAll('\n', '\r\n') }))
  expect(hash()).toMatch(/^[0-9a-f]{64}$/)
  expect(hash(crlf)).toBe(hash())
  expect(hash(changed('service.yaml', 'мүлік', 'мүліктер'))).toBe(hash())
  expect(hash(changed('certificate.typ', 'Annex 5', 'Annex  5'))).not.toBe(hash())
  expect(hash(changed(REG, '1414', '1415'))).not.toBe(hash())
})

test('an edition evaluates its own expressions and no others', () => {
  const edition = loadSample().edition
  expect(edition?.evaluate('form.variant', { form: { variant: 'history' } })).toBe('history')
  expect(edition?.evaluate('form.variant', {})).toBeNull()
  expect(() => edition?.evaluate('1 + 1', {})).toThrow(TypeError)
})

test('certificates print moments by the wall clock of the country', () => {
  const edition = loadSample().edition
  const registered = edition?.documents['certificate']?.fields['registered'] ?? ''
  const found = sampleWorld.services['realty.rights-of-person']?.sample.found
  const printed = edition?.evaluate(registered, { realty: found as never })
  expect(JSON.stringify(printed)).toContain(
    'договор купли-продажи от 12.03.2015 № 1-245, 16.03.2015 11:20',
  )
})

test('any change of the texts gives an edition or problems, never an exception', () => {
  const files = sampleFiles()
  const mutation = fc.record({
    file: fc.nat(files.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(60),
    put: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '{',
        '[',
        '&a *a',
        'does: refuse',
        '\n',
        '- ',
        ': ',
        '!!js/function',
        '__proto__: {}',
        'null',
        '~',
        '1e999',
        '*party',
      ),
    ),
  })
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const broken = files.map((file) => ({ ...file }))
      for (const { file, at, cut, put } of mutations) {
        const one = broken[file]
        if (one === undefined) continue
        const start = Math.floor(one.text.length * at)
        one.text = one.text.slice(0, start) + put + one.text.slice(start + cut)
      }
      const { edition, problems } = loadSample(broken)
      expect(edition === undefined).toBe(problems.length > 0)
      for (const problem of problems) expect(problem.line).toBeGreaterThan(0)
    }),
    { numRuns: 30 },
  )
}, 60_000)

test('no files, strange files and alias bombs are problems', () => {
  expect(loadEdition([], sampleWorld).problems.length).toBeGreaterThan(0)
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefgh', (key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`).join('\n')}`
  for (const text of [bomb, '['.repeat(100_000), '\0', 'x'.repeat(2_000_000), '- 1', '"'])
    expect(loadEdition([{ path: 'regulation.yaml', text }], sampleWorld).edition).toBeUndefined()
})
