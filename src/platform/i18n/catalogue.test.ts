import { describe, expect, it } from 'vitest'
import { checkCatalogue } from './catalogue.ts'
import { createTranslator, createTranslators } from './translator.ts'

const good = {
  'files.count': {
    kk: '{n} құжат',
    ru: '{n, plural, one {# документ} few {# документа} many {# документов} other {# документа}}',
    en: '{n, plural, one {# document} other {# documents}}',
  },
  hello: { kk: 'Сәлем', ru: 'Здравствуйте', en: "Don't worry" },
}

describe('a catalogue', () => {
  it('passes when every language says the same over the same parameters', () => {
    expect(checkCatalogue(good)).toEqual([])
  })

  it('names the language that is missing or blank', () => {
    expect(checkCatalogue({ a: { kk: 'Иә', ru: ' ', en: 'Yes' } })).toEqual(['a: ru is missing'])
  })

  it('refuses parameters that differ between the languages', () => {
    const [defect] = checkCatalogue({ a: { kk: '{name}', ru: '{nome}', en: '{name}' } })
    expect(defect).toBe('a: parameters differ: kk(name) ru(nome) en(name)')
  })

  it('finds a parameter inside a plural branch', () => {
    const en = '{n, plural, one {# for {who}} other {# for {who}}}'
    expect(checkCatalogue({ a: { kk: '{n}', ru: '{n}', en } })).toHaveLength(1)
  })

  it('demands the Russian forms few and many', () => {
    const ru = '{n, plural, one {# дело} other {# дел}}'
    expect(checkCatalogue({ a: { kk: '{n} іс', ru, en: '{n}' } })).toEqual([
      'a: ru lacks the form "few" of {n}',
      'a: ru lacks the form "many" of {n}',
    ])
  })

  it('reports a message that is no ICU message', () => {
    expect(checkCatalogue({ a: { kk: '{n', ru: 'а', en: 'a' } })[0]).toContain(
      'kk is not an ICU message',
    )
  })
})

describe('a translator', () => {
  const t = createTranslators([good])

  it('picks the plural form of each language', () => {
    const forms = [1, 2, 5, 21].map((n) => t.ru('files.count', { n }))
    expect(forms).toEqual(['1 документ', '2 документа', '5 документов', '21 документ'])
    expect([1, 2].map((n) => t.en('files.count', { n }))).toEqual(['1 document', '2 documents'])
    expect([1, 5].map((n) => t.kk('files.count', { n }))).toEqual(['1 құжат', '5 құжат'])
  })

  it('leaves an apostrophe and markup as plain characters', () => {
    expect(t.en('hello')).toBe("Don't worry")
    const tags = createTranslator('en', [{ x: { kk: '<b>{a}', ru: '<b>{a}', en: '<b>{a}' } }])
    expect(tags('x', { a: '<i>' })).toBe('<b><i>')
  })

  it('refuses two catalogues that claim one key', () => {
    expect(() => createTranslator('kk', [good, good])).toThrow('files.count')
  })

  it('accepts the known keys only', () => {
    // @ts-expect-error the key does not exist
    expect(() => t.kk('no.such.key')).toThrow('no.such.key')
  })
})
