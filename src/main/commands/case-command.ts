import type { CaseState } from '#core/engine'
import { createLog } from '#platform/log'
import { createBackend } from '../backend.ts'
import { createClock } from '../clock.ts'
import { mainErrors } from '../errors.ts'
import { migrateAll, openDatabase, threadsIn } from '../platform.ts'
import { Refused } from '../refused.ts'
import { connectDatabase } from '#platform/db'
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

/** `qyzmet case show NUMBER`: where a case stands, and whether its kept history is whole. Works beside a running platform. */
export async function caseCommand(context: CommandContext, number: string): Promise<number> {
  const { config, dist, output } = context
  const server = await openDatabase(context)
  const database = connectDatabase({ connection: server.connection, secrets: server.rolePasswords })
  try {
    await migrateAll(server)
    const log = createLog({ level: 'silent', pretty: false })
    const clock = createClock(config.today)
    const backend = await createBackend({ config, database, clock, log, threads: threadsIn(dist) })
    const found = await backend.cases.audit(number)
    await backend.stop()
    if (found === undefined) throw new Refused(mainErrors.CASE_UNKNOWN({ number }))
    const { state, audit } = found
    print(output, state)
    const whole = audit.brokenAt === undefined && audit.replays
    output.line(
      whole
        ? `  ${audit.events} events: the chain is whole and replays to this state`
        : '  THE HISTORY OF THIS CASE WAS CHANGED',
    )
    output.result({
      number,
      edition: state.edition,
      status: state.status,
      current: state.current ?? null,
      done: state.done,
      audit,
    })
    return whole ? EXIT.done : EXIT.refused
  } finally {
    await database.close()
    await server.stop()
  }
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
