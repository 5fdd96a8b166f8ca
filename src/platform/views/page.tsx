import type { ComponentChildren } from 'preact'
import type { Lang } from '#core/kernel'
import { LangProvider, useViewTexts } from './lang.tsx'

/** Addresses of what a page loads, all of our own origin. */
export interface PageAssets {
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
  readonly preloads: readonly string[]
  readonly icon: string
}

export interface PageProps {
  readonly lang: Lang
  readonly title: string
  readonly assets: PageAssets
  readonly description?: string | undefined
  readonly header?: ComponentChildren
  /** Between header and main: breadcrumbs, back link, banners. */
  readonly before?: ComponentChildren
  /** A full-width band at the top of main, with the `h1` inside it. */
  readonly hero?: ComponentChildren
  readonly footer?: ComponentChildren
  /** `desk`: wider and denser, for those who work here all day. */
  readonly width?: 'reading' | 'desk' | undefined
  /** Search engines may keep the page; false for all that is somebody's own. */
  readonly indexed?: boolean | undefined
  readonly children?: ComponentChildren
}

function Head(props: PageProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{props.title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#00677f" />
      {props.description === undefined ? null : (
        <meta name="description" content={props.description} />
      )}
      {props.indexed === true ? null : <meta name="robots" content="noindex" />}
      <link rel="icon" href={props.assets.icon} type="image/svg+xml" />
      {props.assets.preloads.map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
      ))}
      {props.assets.styles.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {props.assets.scripts.map((src) => (
        <script type="module" src={src} />
      ))}
    </head>
  )
}

function SkipLink() {
  const t = useViewTexts()
  return (
    <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">
      {t('view.skip')}
    </a>
  )
}

/** The document around everything. Texts of the components follow `lang`. */
export function Page(props: PageProps) {
  const desk = props.width === 'desk' ? ' q-desk' : ''
  return (
    <LangProvider lang={props.lang}>
      <html lang={props.lang} class="govuk-template">
        <Head {...props} />
        <body class={`govuk-template__body q-body${desk}`}>
          <SkipLink />
          {props.header}
          {props.before === undefined ? null : (
            <div class="q-before">
              <div class="govuk-width-container">{props.before}</div>
            </div>
          )}
          <main id="main" tabIndex={-1} class="q-main">
            {props.hero === undefined ? null : (
              <div class="q-hero">
                <div class="govuk-width-container">{props.hero}</div>
              </div>
            )}
            <div class="govuk-width-container govuk-main-wrapper">{props.children}</div>
          </main>
          {props.footer}
        </body>
      </html>
    </LangProvider>
  )
}
