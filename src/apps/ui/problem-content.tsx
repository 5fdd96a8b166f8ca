import type { Problem } from '#platform/http'
import { ButtonLink, SummaryList } from '#platform/views'
import type { UiTranslator } from './account-menu.tsx'
import { PATHS } from './paths.ts'

const TITLED = [403, 404, 429, 500, 503] as const

/** The heading of an error page, by its status. */
export function problemTitle(t: UiTranslator, status: number): string {
  const known = TITLED.find((each) => each === status)
  return known === undefined ? t('ui.problem-other') : t(`ui.problem-${known}`)
}

/** What happened, what to do, and the two numbers that the help line will ask for. */
export function ProblemContent(props: {
  readonly problem: Problem
  readonly t: UiTranslator
  /** Where the reader may go on; the start page when left out. */
  readonly home?: string | undefined
}) {
  const { problem, t, home = PATHS.start } = props
  return (
    <>
      <h1 class="govuk-heading-l">{problemTitle(t, problem.status)}</h1>
      <p class="govuk-body">{problem.text}</p>
      <SummaryList
        rows={[
          { key: t('ui.problem-code'), value: <span class="q-hash">{problem.code}</span> },
          {
            key: t('ui.problem-reference'),
            value: <span class="q-hash">{problem.reference}</span>,
          },
        ]}
      />
      <ButtonLink href={home} look="secondary">
        {t('ui.to-start')}
      </ButtonLink>
    </>
  )
}
