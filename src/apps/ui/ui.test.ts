import { describe, expect, it } from 'vitest'
import { LANGS } from '#core/kernel'
import { checkCatalogue } from '#platform/i18n'
import { renderPage } from '#platform/views'
import { createUi } from './create-ui.tsx'
import { uiTexts } from './texts/ui-texts.ts'
import type { Visit } from './visit.ts'

const assets = { dir: '/', files: {}, href: (name: string) => `/assets/${name}` }
const ui = createUi({ assets })
const visit: Visit = { lang: 'kk', url: '/services/x?q=жер&page=2', csrf: 'token', flash: [] }
const html = (over: Partial<Visit>, props = {}) =>
  renderPage(ui.page({ ...visit, ...over }, { title: 'Бет', content: 'сәлем', ...props }))

describe('the shell of a page', () => {
  it('has its texts in three languages', () => {
    expect(checkCatalogue(uiTexts)).toEqual([])
  })

  it('switches the language on the same page with the same query', () => {
    const page = html({})
    for (const lang of LANGS)
      expect(page).toContain(`/services/x?q=%D0%B6%D0%B5%D1%80&amp;page=2&amp;lang=${lang}`)
  })

  it('marks the section of the menu that the page is in', () => {
    expect(html({ lang: 'ru' }, { section: 'cabinet' })).toContain(
      '<a href="/cabinet" aria-current="page">Личный кабинет</a>',
    )
  })

  it('offers sign-in to a stranger and sign-out by a guarded form to who is signed in', () => {
    expect(html({ lang: 'en' })).toContain('href="/sign-in"')
    const page = html({ lang: 'en', account: 'SALOVA O.' })
    expect(page).toContain('action="/sign-out"')
    expect(page).toContain('<input type="hidden" name="_csrf" value="token"/>')
    expect(page).not.toContain('href="/sign-in"')
  })

  it('says first in the title that a form was refused', () => {
    expect(html({ lang: 'ru' }, { failed: true })).toContain('<title>Ошибка: Бет – Qyzmet</title>')
  })

  it('marks the language of a message that was written in another one', () => {
    const flash = [{ kind: 'success' as const, text: 'Готово', lang: 'ru' as const }]
    expect(html({ flash })).toContain('<p lang="ru">Готово</p>')
  })

  it('has no inline script, style or event attribute', () => {
    expect(html({ account: 'A' })).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=/)
  })
})
