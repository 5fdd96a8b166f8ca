import type { FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { Page } from '#platform/views'
import type { HttpOptions } from './http-options.ts'
import type { Problem } from './problem.ts'

/** The error page of a process that brings none of its own, and the last resort when that one fails. */
export function defaultErrorView(props: {
  readonly problem: Problem
  readonly request: FastifyRequest
  readonly assets: HttpOptions['assets']
}): JSX.Element {
  const { problem, request, assets } = props
  const styles = assets === undefined ? [] : [assets.href('qyzmet.css')]
  const icon = assets === undefined ? 'data:,' : assets.href('icon.svg')
  return (
    <Page
      lang={request.lang}
      title={`${problem.status} – Qyzmet`}
      assets={{ styles, scripts: [], preloads: [], icon }}
    >
      <h1 class="govuk-heading-l">{problem.status}</h1>
      <p class="govuk-body">{problem.text}</p>
      <p class="q-error-code">
        {problem.code} · {problem.reference}
      </p>
    </Page>
  )
}
