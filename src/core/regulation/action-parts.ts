import type { ActionData } from './model.ts'
import type { Path } from './problem.ts'

export interface Question {
  readonly at: Path
  readonly service: string
  readonly request: Readonly<Record<string, string>>
  /** Whom alone it is asked about. */
  readonly party?: 'person' | 'entity'
}

/** What an action asks of registries, with the place of each question inside the action. */
export function questionsOf(action: ActionData): readonly Question[] {
  if (action.does === 'ask') return [{ at: [], service: action.service, request: action.request }]
  if (action.does !== 'identify') return []
  return (['person', 'entity'] as const).flatMap((party) => {
    const asked = action[party]
    return asked === undefined ? [] : [{ at: [party], party, ...asked }]
  })
}

export const groundsOf = (action: ActionData): readonly string[] =>
  action.does === 'refuse'
    ? [...(action.ground === undefined ? [] : [action.ground]), ...(action.grounds ?? [])]
    : []

export function documentsOf(action: ActionData): readonly string[] {
  if (action.does === 'issue') return [action.document]
  const ends = action.does === 'refuse' || action.does === 'expire'
  return ends && action.document !== undefined ? [action.document] : []
}

/** The name under which expressions see what an action brought; undefined where they do not see it. */
export function nameOf(action: ActionData): string | undefined {
  if (action.does === 'fill') return action.as ?? 'form'
  return 'as' in action ? action.as : undefined
}
