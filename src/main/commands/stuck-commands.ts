import { askAgain, stuckMessages } from '#capabilities/gateway'
import type { Database } from '#platform/db'
import { parkedJobs, wakeJobs } from '#platform/jobs'
import { createClock } from '../clock.ts'
import { mainErrors } from '../errors.ts'
import { Refused } from '../refused.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './output.ts'
import { withDatabase } from './with-database.ts'

const MOST = 1000

/** Which one is to be woken; undefined: all of them. */
export type Which = string | undefined

async function wake(
  { output }: CommandContext,
  which: Which,
  woken: Promise<number>,
): Promise<number> {
  const count = await woken
  if (count === 0 && which !== undefined) throw new Refused(mainErrors.NOT_PARKED({ id: which }))
  output.line(`${count} woken`)
  output.result({ woken: count })
  return EXIT.done
}

async function listJobs({ output }: CommandContext, database: Database): Promise<number> {
  const jobs = await parkedJobs(database.pool('app'), MOST)
  for (const { id, kind, key, parkedAt, attempts, reason } of jobs)
    output.line(`${id}  ${parkedAt}  ${kind}  ${key}  ${attempts} attempts  ${reason}`)
  if (jobs.length === 0) output.line('No job is parked.')
  output.result({ jobs })
  return EXIT.done
}

async function listMessages({ output }: CommandContext, database: Database): Promise<number> {
  const messages = await stuckMessages(database.pool('gateway'), MOST)
  for (const { id, to, service, case: caseId, sentAt, reason } of messages)
    output.line(`${id}  ${sentAt}  ${to}  ${service}  case ${caseId}  ${reason}`)
  if (messages.length === 0) output.line('No message is parked.')
  output.result({ messages })
  return EXIT.done
}

/** `qyzmet jobs list`: the jobs that were given up, the first one first. */
export const listJobsCommand = (context: CommandContext): Promise<number> =>
  withDatabase(context, (database) => listJobs(context, database))

/** `qyzmet jobs wake ID | --all`: parked jobs are due at once, with all their attempts. MAIN_NOT_PARKED. */
export const wakeJobsCommand = (context: CommandContext, which: Which): Promise<number> =>
  withDatabase(context, (database) => wake(context, which, wakeJobs(database.pool('app'), which)))

/** `qyzmet messages list`: the questions of cases that were refused, the oldest first. */
export const listMessagesCommand = (context: CommandContext): Promise<number> =>
  withDatabase(context, (database) => listMessages(context, database))

/** `qyzmet messages wake ID | --all`: asks once more, as new messages. MAIN_NOT_PARKED. */
export const wakeMessagesCommand = (context: CommandContext, which: Which): Promise<number> => {
  const now = createClock(context.config.today)()
  return withDatabase(context, (database) =>
    wake(context, which, askAgain(database.pool('gateway'), now, which)),
  )
}
