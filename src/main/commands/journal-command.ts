import { verifyMessageLog } from '#capabilities/gateway'
import { connectDatabase, inTransaction } from '#platform/db'
import { stampCheck } from '../authority-client.ts'
import { openDatabase } from '../platform.ts'
import { anchorsOf } from './anchors.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './output.ts'

/**
 * `qyzmet journal verify`: reads the gateway's message log on one snapshot and tells where it was changed, with the signatures of its
 * time stamps. Only reads, also beside a running platform.
 */
export async function journalCommand(
  context: CommandContext,
  trustFile: string | undefined,
): Promise<number> {
  const trust = await anchorsOf(context, trustFile)
  const server = await openDatabase(context)
  const database = connectDatabase({ connection: server.connection, secrets: server.rolePasswords })
  try {
    const verdict = await inTransaction(database.pool('gateway'), async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only')
      return verifyMessageLog(tx, stampCheck(trust))
    })
    const { records, stamps, broken } = verdict
    context.output.line(`${records} records in whole chains, ${stamps} time stamps checked.`)
    for (const { partition, seq, reason } of broken)
      context.output.line(`  BROKEN (${reason}) at ${partition}, record ${seq}`)
    context.output.result(verdict)
    return broken.length === 0 ? EXIT.done : EXIT.refused
  } finally {
    await database.close()
    await server.stop()
  }
}
