import type { Reconciliation } from '#capabilities/payments'
import { addDays, type CodedError, dayOf, type PlainDate } from '#core/kernel'
import { connectDatabase } from '#platform/db'
import { formatsOf } from '#platform/i18n'
import { createLog } from '#platform/log'
import { createBackend } from '../backend.ts'
import { createClock } from '../clock.ts'
import { mainErrors } from '../errors.ts'
import { migrateAll, openDatabase, threadsIn } from '../platform.ts'
import { Refused } from '../refused.ts'
import type { CommandContext } from './context.ts'
import { EXIT, type Output } from './output.ts'

const money = (tiyn: number | null) => (tiyn === null ? '-' : formatsOf('en').money(tiyn))

function report(output: Output, found: Reconciliation): number {
  const { day, bank, mended, differences, agrees } = found
  output.line(
    `${day}  the bank: ${bank.payments.count} payments, ${money(bank.payments.amount)}; ${bank.refunds.count} refunds, ${money(bank.refunds.amount)}`,
  )
  for (const { kind, entry, id, atBank, here, code } of differences)
    output.line(
      `  ${kind}  ${entry} ${id}  bank ${money(atBank)}  here ${money(here)}${code === undefined ? '' : `  ${code}`}`,
    )
  output.line(agrees ? `The books agree (${mended} mended).` : 'THE BOOKS DIFFER.')
  output.result({ ...found })
  return agrees ? EXIT.done : EXIT.refused
}

/** A day that is over: the books of one that still runs cannot agree yet. */
function dayOver(day: PlainDate, today: PlainDate): PlainDate {
  if (day >= today) throw new Refused(mainErrors.DAY_NOT_OVER({ day }))
  return day
}

/** What payers are told of a silent bank is not what its operator can do. */
function toldToOperator(error: CodedError, url: string): CodedError {
  if (error.code === 'PAYMENT_BANK_DOWN') return mainErrors.BANK_SILENT({ url })
  return error.code === 'PAYMENT_NO_BANK' ? mainErrors.NO_BANK() : error
}

/**
 * `qyzmet payments reconcile`: compares a day (yesterday) with the bank's statement, takes payments that never reached us, and
 * tells what differs. The bank must be running; the platform may.
 */
export async function reconcileCommand(
  context: CommandContext,
  day: PlainDate | undefined,
): Promise<number> {
  const { config, output, dist } = context
  const clock = createClock(config.today)
  const today = dayOf(clock())
  const wanted = dayOver(day ?? addDays(today, -1), today)
  const log = createLog({ level: config.logLevel, pretty: false })
  const server = await openDatabase(context)
  const database = connectDatabase({ connection: server.connection, secrets: server.rolePasswords })
  try {
    await migrateAll(server)
    const backend = await createBackend({ config, database, clock, log, threads: threadsIn(dist) })
    const found = await backend.payments.reconcile(wanted)
    await backend.stop()
    if (!found.ok) throw new Refused(toldToOperator(found.error, config.bankUrl ?? ''))
    return report(output, found.value)
  } finally {
    await database.close()
    await server.stop()
  }
}
