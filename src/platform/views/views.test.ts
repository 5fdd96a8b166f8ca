import { h, type JSX } from 'preact'
import { describe, expect, it } from 'vitest'
import { defineErrors, plainDate } from '#core/kernel'
import { checkCatalogue } from '#platform/i18n'
import {
  bind,
  CardGrid,
  CaseWay,
  dateOfParts,
  dateParts,
  ErrorSummary,
  Form,
  formState,
  LangProvider,
  langLinks,
  Pagination,
  partsOfDate,
  Radios,
  renderFragment,
  Svg,
  TextInput,
  trustSvg,
  viewTexts,
} from './index.ts'

const EVIL = `"><script>alert('x')</script>`
const inEnglish = (...children: JSX.Element[]) =>
  renderFragment(h('div', {}, h(LangProvider, { lang: 'en', children })))
const errors = defineErrors('TEST', {
  IIN: { status: 422, text: { kk: 'ЖСН', ru: 'Введите ИИН', en: 'Enter the IIN' } },
})

describe('components', () => {
  it('have all their texts', () => {
    expect(checkCatalogue(viewTexts)).toEqual([])
  })

  it('escape whatever they are given', () => {
    const html = inEnglish(
      h(TextInput, { name: 'a', label: EVIL, value: EVIL, error: EVIL, hint: EVIL }),
      h(CardGrid, { cards: [{ title: EVIL, href: EVIL, note: EVIL }] }),
      h(Radios, { name: 'r', label: EVIL, choices: [{ value: EVIL, text: EVIL }] }),
      h(CaseWay, { label: EVIL, actions: [{ title: EVIL, state: 'now', note: EVIL }] }),
    )
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script>')
  })

  it('tie a field to its hint and its error, and the summary to the field', () => {
    const form = formState({ iin: '12' }, [errors.IIN({}, 'iin')], 'ru')
    const html = inEnglish(
      h(ErrorSummary, { errors: form.errors }),
      h(TextInput, { ...bind(form, 'iin'), label: 'IIN', hint: '12 digits' }),
    )
    expect(html).toContain('<a href="#iin">Введите ИИН</a>')
    expect(html).toContain('aria-describedby="iin-hint iin-error" aria-invalid="true"')
    expect(html).toContain('value="12"')
  })

  it('put the token into every form', () => {
    expect(inEnglish(h(Form, { csrf: 'abc', children: 'x' }))).toContain(
      '<input type="hidden" name="_csrf" value="abc"/>',
    )
  })

  it('say the state of an action in words', () => {
    const html = inEnglish(
      h(CaseWay, {
        label: 'Way',
        actions: [
          { title: 'Accepted', state: 'done' },
          { title: 'Signed', state: 'now' },
        ],
      }),
    )
    expect(html).toContain('Accepted<span class="govuk-visually-hidden"> — done</span>')
    expect(html).toContain('aria-current="step"')
  })

  it('show the neighbours of a page and mark the gaps', () => {
    const html = inEnglish(h(Pagination, { page: 5, pages: 12, href: (n) => `?page=${n}` }))
    const pages = Array.from(html.matchAll(/aria-label="Page (\d+)"/g), ([, n]) => n)
    expect(pages).toEqual(['1', '4', '5', '6', '12'])
    expect(html.match(/⋯/g)).toHaveLength(2)
    expect(inEnglish(h(Pagination, { page: 1, pages: 1, href: String }))).toBe('<div></div>')
  })
})

describe('language links', () => {
  it('lead to the same page with the same query', () => {
    expect(langLinks('/case/7?tab=2&lang=kk', 'kk').map(({ href }) => href)).toEqual([
      '/case/7?tab=2&lang=kk',
      '/case/7?tab=2&lang=ru',
      '/case/7?tab=2&lang=en',
    ])
  })
})

describe('a date input', () => {
  it('gives back what was typed, and the day only when there is one', () => {
    const typed = { 'born-day': ' 7', 'born-month': '3', 'born-year': '1990' }
    expect(dateOfParts(dateParts(formState(typed), 'born'))).toBe('1990-03-07')
    expect(dateOfParts({ day: '31', month: '2', year: '2020' })).toBeUndefined()
    expect(dateOfParts({ day: '', month: '', year: '' })).toBeUndefined()
    expect(partsOfDate(plainDate('1990-03-07'))).toEqual({ day: '7', month: '3', year: '1990' })
  })
})

describe('a trusted drawing', () => {
  it('enters the page as it is, with a name', () => {
    const svg = trustSvg('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>')
    const html = renderFragment(h(Svg, { svg, label: 'Way' }))
    expect(html).toContain('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>')
    expect(html).toContain('role="img" aria-label="Way"')
  })

  it.each([
    '<p>x</p>',
    '<svg><script>1</script></svg>',
    '<svg onload="x"></svg>',
    '<svg style="color:red"></svg>',
    '<svg><a href="javascript:1">x</a></svg>',
    '<svg><a href="//evil.test">x</a></svg>',
    '<svg><foreignObject/></svg>',
    '<svg></svg><svg></svg><img src=x></svg>',
  ])('refuses %s', (markup) => {
    expect(() => trustSvg(markup)).toThrow(TypeError)
  })
})
