import { connectDatabase } from '#platform/db'
import { createDemonstrationCountry } from '../demonstration-country.ts'
import { mainErrors } from '../errors.ts'
import { migrateAll, openDatabase } from '../platform.ts'
import { Refused } from '../refused.ts'
import type { CommandContext } from './context.ts'
import { EXIT } from './output.ts'
import { progressTo } from './start-command.ts'

/** `qyzmet country create`: fills empty registries with the made-up country, and leaves filled ones as they are. */
export async function countryCommand(
  context: CommandContext,
  size: number | undefined,
): Promise<number> {
  const { output } = context
  const config = size === undefined ? context.config : { ...context.config, countrySize: size }
  if (config.mode !== 'demonstration') throw new Refused(mainErrors.DEMONSTRATION_ONLY())
  const server = await openDatabase(context)
  const database = connectDatabase({
    connection: server.connection,
    secrets: server.rolePasswords,
  })
  try {
    await migrateAll(server)
    await createDemonstrationCountry({ database }, config, progressTo(output))
    const { rows } = await database
      .pool('registry_persons')
      .query<{ n: number }>('select count(*)::int as n from reg_persons.person')
    const persons = rows[0]?.n ?? 0
    output.line(`The demonstration country has ${persons} persons.`)
    output.result({ persons })
    return EXIT.done
  } finally {
    await database.close()
    await server.stop()
  }
}
