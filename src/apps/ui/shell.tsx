import type { ComponentChildren } from 'preact'
import {
  Footer,
  Header,
  langLinks,
  type NavItem,
  NotificationBanner,
  Page,
  type PageAssets,
} from '#platform/views'
import { AccountMenu, type UiTranslator } from './account-menu.tsx'
import { PATHS } from './paths.ts'
import type { Visit } from './visit.ts'

export type Section = 'services' | 'cabinet' | 'check' | 'help'

export interface ShellProps {
  readonly title: string
  readonly content: ComponentChildren
  /** The part of the menu that this page belongs to. */
  readonly section?: Section | undefined
  readonly description?: string | undefined
  readonly before?: ComponentChildren
  readonly hero?: ComponentChildren
  /** The form on the page was refused: said first in the title, for who hears the page. */
  readonly failed?: boolean | undefined
  /** Logical names of scripts beside the one of every page: `ui/sign.js`. */
  readonly scripts?: readonly string[] | undefined
  /** Public and of use to all: search engines may keep it. */
  readonly indexed?: boolean | undefined
}

/** What another app than the portal puts around its pages. */
export interface Frame {
  readonly home: string
  readonly nav: readonly NavItem[]
  /** The app's name beside the wordmark. */
  readonly suffix: string
  readonly width: 'reading' | 'desk'
  /** Who is signed in there, and the way out. */
  readonly account: ComponentChildren
}

const SECTIONS: readonly Section[] = ['services', 'cabinet', 'check', 'help']

function portalNav(t: UiTranslator, current: Section | undefined): NavItem[] {
  return SECTIONS.map((section) => ({
    text: t(`ui.${section}`),
    href: PATHS[section],
    current: section === current,
  }))
}

function FlashBanners({ visit }: { readonly visit: Visit }) {
  return (
    <>
      {visit.flash.map(({ kind, text, lang }, index) => (
        <NotificationBanner kind={kind} id={`flash-${index}`}>
          <p lang={lang === visit.lang ? undefined : lang}>{text}</p>
        </NotificationBanner>
      ))}
    </>
  )
}

function PortalFooter({ t }: { readonly t: UiTranslator }) {
  const links = [
    { text: t('ui.help'), href: PATHS.help },
    { text: t('ui.check'), href: PATHS.check },
    { text: t('ui.check-receipt'), href: PATHS.checkReceipt },
    { text: t('ui.get-key'), href: PATHS.getKey },
  ]
  return (
    <Footer links={links}>
      <p>{t('ui.footer-help')}</p>
      <p>{t('ui.footer-what')}</p>
    </Footer>
  )
}

interface Shown {
  readonly visit: Visit
  readonly t: UiTranslator
  readonly assets: PageAssets
  readonly page: ShellProps
  /** Of another app; the portal's own when left out. */
  readonly frame?: Frame | undefined
  /** Says on every page that nothing here is real. */
  readonly demonstration: boolean
}

/** Wordmark, menu, account and languages: the portal's, or those of another app. */
const Bar = ({ visit, t, page, frame }: Shown) => (
  <Header
    home={frame?.home ?? PATHS.start}
    suffix={frame?.suffix}
    nav={frame?.nav ?? portalNav(t, page.section)}
    langs={langLinks(visit.url, visit.lang)}
    account={frame?.account ?? <AccountMenu visit={visit} t={t} />}
  />
)

/** A whole page: header, menus, banners, content, footer. */
export function Shell(props: Shown) {
  const { visit, t, assets, page, frame } = props
  const title = page.failed === true ? t('ui.error-title', { title: page.title }) : page.title
  const header = (
    <>
      {props.demonstration && (
        <aside class="q-demonstration" aria-label={t('ui.demonstration-label')}>
          {t('ui.demonstration')}
        </aside>
      )}
      <Bar {...props} />
    </>
  )
  return (
    <Page
      lang={visit.lang}
      title={`${title} – Qyzmet`}
      assets={assets}
      description={page.description}
      indexed={page.indexed}
      width={frame?.width}
      header={header}
      before={page.before}
      hero={page.hero}
      footer={<PortalFooter t={t} />}
    >
      <FlashBanners visit={visit} />
      {page.content}
    </Page>
  )
}
