import type { Json, JsonObject } from '#core/kernel'
import { Details } from '#platform/views'
import { Answer } from './answer.tsx'
import type { PartProps } from './case-parts.tsx'

const STATUSES = ['found', 'absent', 'noData'] as const

const statusOf = (answer: Json): Json | undefined =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer)
    ? (answer as JsonObject)['status']
    : undefined

/** What registers said, by question. */
export function RegisterPart(props: PartProps) {
  const { view, request } = props
  const { t } = view
  const asked = Object.values(request.edition.actions).flatMap((action) => {
    if (action.does !== 'ask' && action.does !== 'identify') return []
    const answer = request.state.data[action.as]
    if (answer === undefined || answer === null || typeof answer !== 'object') return []
    return [{ action, answer }]
  })
  if (asked.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{t('case.answers')}</h2>
      {asked.map(({ action, answer }) => {
        const status = STATUSES.find((one) => one === statusOf(answer))
        return (
          <Details
            summary={`${view.text(action.name)}${status === undefined ? '' : ` – ${t(`case.${status}`)}`}`}
          >
            <Answer view={view} value={answer} />
          </Details>
        )
      })}
    </section>
  )
}
