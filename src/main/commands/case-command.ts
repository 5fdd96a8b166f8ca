import { type Audit, auditCase } from '#capabilities/cases'
import type { CaseState } from '#core/engine'
import { connectDatabase } from '#platform/db'
import { mainErrors } from '../errors.ts'
import { loadLaw } from '../law.ts'
import { migrateAll, openDatabase } from '../platform.ts'
import { Refused } from '../refused.ts'
import type { CommandContext } from './context.ts'
import { EXIT, type Output } from './output.ts'

function print(output: Output, state: CaseState): void {
  output.line(`${state.number}  ${state.edition}  ${state.channel}  ${state.status}`)
  for (const { action, at, outcome, since, due } of state.done)
    output.line(
      `  ${since}  ${action}: ${outcome} at ${at}${due === undefined ? '' : ` (due ${due})`}`,
    )
  if (state.current !== undefined)
    output.line(
      `  ${state.current.since}  ${state.current.action}: running${state.current.due === undefined ? '' : ` (due ${state.current.due})`}`,
    )
}

/**
 * `qyzmet case show NUMBER`: where a case stands, and whether its kept history is whole. Only reads, also beside a running
 * platform.
 */
export async function caseCommand(context: CommandContext, number: string): Promise<number> {
  const { config, output } = context
  const { regulations } = await loadLaw(config.root)
  const server = await openDatabase(context)
  const database = connectDatabase({ connection: server.connection, secrets: server.rolePasswords })
  try {
    const found = await auditCase({ pool: database.pool('app'), regulations }, number)
    if (found === undefined) throw new Refused(mainErrors.CASE_UNKNOWN({ number }))
    return report(output, found)
  } finally {
    await database.close()
    await server.stop()
  }
}

function report(output: Output, { state, audit }: { state: CaseState; audit: Audit }): number {
  print(output, state)
  const whole = audit.brokenAt === undefined && audit.replays
  output.line(
    whole
      ? `  ${audit.events} events: the chain is whole and replays to this state`
      : '  THE HISTORY OF THIS CASE WAS CHANGED',
  )
  const { number, edition, status, current = null, done } = state
  output.result({ number, edition, status, current, done, audit })
  return whole ? EXIT.done : EXIT.refused
}

/** `qyzmet db migrate`: brings the schemas up to date and does nothing else. */
export async function migrateCommand(context: CommandContext): Promise<number> {
  const server = await openDatabase(context)
  try {
    const applied = await migrateAll(server)
    context.output.line(
      applied === 0 ? 'The schemas are up to date.' : `${applied} migrations applied.`,
    )
    context.output.result({ applied })
    return EXIT.done
  } finally {
    await server.stop()
  }
}
