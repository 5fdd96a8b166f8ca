import { auditCase, type AuditedCase } from '#capabilities/cases'
import { ordersOfCase, type PaymentView } from '#capabilities/payments'
import { mainErrors } from '../errors.ts'
import { loadLaw } from '../law.ts'
import { migrateAll, openDatabase } from '../platform.ts'
import { Refused } from '../refused.ts'
import type { CommandContext } from './context.ts'
import { EXIT, type Output } from './output.ts'
import { withDatabase } from './with-database.ts'

const dueOf = (due: string | undefined) => (due === undefined ? '' : ` (due ${due})`)

function printSteps(output: Output, { state }: AuditedCase): void {
  output.line(`${state.number}  ${state.edition}  ${state.channel}  ${state.status}`)
  for (const { action, at, outcome, since, due } of state.done)
    output.line(`  ${since}  ${action}: ${outcome} at ${at}${dueOf(due)}`)
  const { current } = state
  if (current !== undefined)
    output.line(`  ${current.since}  ${current.action}: running${dueOf(current.due)}`)
}

/** Other people in the case, what was signed and by whom, what was paid. */
function printBeside(output: Output, found: AuditedCase, payments: readonly PaymentView[]): void {
  for (const { number, since } of found.participants)
    output.line(`  participant ${number}, asked at ${since}`)
  for (const { action, visit, signer, at, verdict } of found.signatures)
    output.line(
      `  signature ${action}/${visit} of ${signer ?? 'an entity'} at ${at}: ${verdict ?? 'not verified'}`,
    )
  for (const { amount, state, payment } of payments)
    output.line(
      `  duty of ${amount} tiyn: ${state}${payment === null ? '' : `, receipt ${payment.receipt}`}`,
    )
}

/**
 * `qyzmet case show NUMBER`: where a case stands, and whether its kept history is whole. Only reads, also beside a running
 * platform.
 */
export async function caseCommand(context: CommandContext, number: string): Promise<number> {
  const { config, output } = context
  const { regulations } = await loadLaw(config.root)
  return withDatabase(context, async (database) => {
    const pool = database.pool('app')
    const found = await auditCase({ pool, regulations }, number)
    if (found === undefined) throw new Refused(mainErrors.CASE_UNKNOWN({ number }))
    return report(output, found, await ordersOfCase(pool, found.state.id))
  })
}

function report(output: Output, found: AuditedCase, payments: readonly PaymentView[]): number {
  const { state, audit, participants, signatures } = found
  printSteps(output, found)
  printBeside(output, found, payments)
  const whole = audit.brokenAt === undefined && audit.replays
  output.line(
    whole
      ? `  ${audit.events} events: the chain is whole and replays to this state`
      : '  THE HISTORY OF THIS CASE WAS CHANGED',
  )
  const { number, edition, status, current = null, done } = state
  const beside = { participants, signatures, payments }
  output.result({ number, edition, status, current, done, ...beside, audit })
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
