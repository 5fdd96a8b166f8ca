import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { AssetManifest } from '#platform/assets'
import type { Problem } from '#platform/http'
import { createTranslators } from '#platform/i18n'
import type { PageAssets } from '#platform/views'
import { ProblemContent, problemTitle } from './problem-content.tsx'
import { type Frame, Shell, type ShellProps } from './shell.tsx'
import { uiTexts } from './texts/ui-texts.ts'
import { type Visit, visitOf } from './visit.ts'

export interface UiOptions {
  readonly assets: AssetManifest
  /** A country that is made up: every page says so. */
  readonly demonstration?: boolean | undefined
  /** What another app puts around the pages of its own addresses; undefined for those of the portal. */
  readonly frameOf?: ((visit: Visit, request: FastifyRequest) => Frame | undefined) | undefined
  /** The name in the header of who is signed in; used on error pages, where no handler ran. */
  readonly accountName?: ((request: FastifyRequest) => string | undefined) | undefined
}

export interface Ui {
  /** A whole page in the shell, for `reply.page`. */
  readonly page: (visit: Visit, props: ShellProps, frame?: Frame) => JSX.Element
  /** For `createHttp({ errorView })`. */
  readonly errorView: (
    problem: Problem,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => JSX.Element
}

const PRELOADED = [
  'golos-text-cyrillic.woff2',
  'golos-text-cyrillic-ext.woff2',
  'golos-text-latin.woff2',
]

export function createUi({ assets, accountName, frameOf, demonstration = false }: UiOptions): Ui {
  const translators = createTranslators([uiTexts])
  const assetsOf = (scripts: readonly string[] = []): PageAssets => ({
    styles: [assets.href('qyzmet.css')],
    scripts: ['ui/enhance.js', ...scripts].map(assets.href),
    preloads: PRELOADED.map(assets.href),
    icon: assets.href('icon.svg'),
  })
  const page = (visit: Visit, props: ShellProps, frame?: Frame): JSX.Element => (
    <Shell
      visit={visit}
      t={translators[visit.lang]}
      assets={assetsOf(props.scripts)}
      page={props}
      frame={frame}
      demonstration={demonstration}
    />
  )
  return {
    page,
    errorView: (problem, request, reply) => {
      const t = translators[request.lang]
      const visit = visitOf(request, reply, accountName?.(request))
      const title = problemTitle(t, problem.status)
      const frame = frameOf?.(visit, request)
      const content = <ProblemContent problem={problem} t={t} home={frame?.home} />
      return page(visit, { title, content }, frame)
    },
  }
}
