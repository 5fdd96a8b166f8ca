import type { ComponentChildren } from 'preact'
import type { Lang } from '#core/kernel'
import { type LangLink, useViewTexts } from './lang.tsx'

export interface NavItem {
  readonly text: string
  readonly href: string
  readonly current?: boolean | undefined
}

const LANG_NAMES: Readonly<Record<Lang, readonly [short: string, full: string]>> = {
  kk: ['Қаз', 'Қазақша'],
  ru: ['Рус', 'Русский'],
  en: ['Eng', 'English'],
}

/** The mark: a hexagon with a gold heart, the cell of a shanyrak. */
export function Mark() {
  return (
    <svg
      class="q-mark__sign"
      viewBox="0 0 32 32"
      width="30"
      height="30"
      aria-hidden="true"
      focusable="false"
    >
      <path class="q-mark__body" d="M16 2l12 7v14l-12 7-12-7V9z" />
      <path class="q-mark__cell" d="M16 9l6 3.5v7L16 23l-6-3.5v-7z" />
      <path class="q-mark__heart" d="M16 13l3 1.7v3.4L16 20l-3-1.9v-3.4z" />
    </svg>
  )
}

export function Wordmark(props: { readonly href: string; readonly suffix?: string | undefined }) {
  return (
    <a class="q-mark" href={props.href}>
      <Mark />
      <span lang="en">Qyzmet</span>
      {props.suffix === undefined ? null : <span class="q-mark__suffix">{props.suffix}</span>}
    </a>
  )
}

export function NavList(props: { readonly items: readonly NavItem[] }) {
  return (
    <ul class="q-nav">
      {props.items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.current === true ? 'page' : undefined}>
            {item.text}
          </a>
        </li>
      ))}
    </ul>
  )
}

export function LangSwitch(props: { readonly links: readonly LangLink[] }) {
  const t = useViewTexts()
  return (
    <nav class="q-lang" aria-label={t('view.languages')} data-module="q-lang">
      {props.links.map(({ lang, href, current }) => (
        <a href={href} lang={lang} hreflang={lang} aria-current={current ? 'true' : undefined}>
          <span aria-hidden="true">{LANG_NAMES[lang][0]}</span>
          <span class="govuk-visually-hidden">{LANG_NAMES[lang][1]}</span>
        </a>
      ))}
    </nav>
  )
}

export interface HeaderProps {
  readonly home: string
  readonly suffix?: string | undefined
  readonly nav: readonly NavItem[]
  readonly langs: readonly LangLink[]
  /** Sign in and register, or who is signed in. */
  readonly account?: ComponentChildren
}

/** The top of every page. The ornament line beneath is decoration. */
export function Header(props: HeaderProps) {
  const t = useViewTexts()
  return (
    <header class="q-top">
      <div class="govuk-width-container q-top__in">
        <Wordmark href={props.home} suffix={props.suffix} />
        {props.nav.length === 0 ? null : (
          <nav class="q-top__nav" aria-label={t('view.nav')}>
            <NavList items={props.nav} />
          </nav>
        )}
        <div class="q-top__end">
          {props.account}
          <LangSwitch links={props.langs} />
        </div>
      </div>
      <div class="q-ornament" />
    </header>
  )
}
