import { type Appointment, createOfficials, type Officials } from '#capabilities/officials'
import { dayOf, type PlainDate, type Result } from '#core/kernel'
import { connectDatabase } from '#platform/db'
import { createClock } from '../clock.ts'
import { loadLaw } from '../law.ts'
import { migrateAll, openDatabase } from '../platform.ts'
import { Refused } from '../refused.ts'
import { unitNames } from '../unit-names.ts'
import type { CommandContext } from './context.ts'
import { EXIT, terminalLang } from './output.ts'

/** Opens the database beside a running platform, or starts it, and hands over the appointments. */
async function withOfficials<T>(
  context: CommandContext,
  work: (officials: Officials) => Promise<T>,
): Promise<T> {
  const law = await loadLaw(context.config.root)
  const server = await openDatabase(context)
  try {
    await migrateAll(server)
    const database = connectDatabase({
      connection: server.connection,
      secrets: server.rolePasswords,
    })
    try {
      const deps = {
        pool: database.pool('app'),
        clock: createClock(context.config.today),
        roles: law.systems.roles,
        unitName: unitNames(law),
      }
      return await work(createOfficials(deps))
    } finally {
      await database.close()
    }
  } finally {
    await server.stop()
  }
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.error)
  return result.value
}

/** The day given, or today. */
const dayFrom = ({ config }: CommandContext, given: PlainDate | undefined): PlainDate =>
  given ?? dayOf(createClock(config.today)())

const lineOf = (one: Appointment): string => {
  const lang = terminalLang()
  const period = `${one.from} – ${one.to ?? ''}`.trim()
  return `${one.id}  ${one.iin}  ${one.name.kk}: ${one.roleName[lang]} (${one.role}), ${one.unitName[lang]} (${one.unit}); ${period}; ${one.order}`
}

/** `qyzmet officials list`: who serves today, or everybody who ever did. */
export function listOfficialsCommand(
  context: CommandContext,
  { all }: { readonly all?: boolean },
): Promise<number> {
  const { output } = context
  return withOfficials(context, async (officials) => {
    const listed = all === true ? await officials.list() : await officials.inForce()
    for (const one of listed) output.line(lineOf(one))
    if (listed.length === 0) output.line('Nobody is appointed.')
    output.result({ officials: listed })
    return EXIT.done
  })
}

export interface AppointOptions {
  readonly role: string
  readonly unit: string
  readonly order: string
  readonly nameKk: string
  readonly nameRu: string
  readonly from?: PlainDate
}

/** `qyzmet officials appoint IIN`. Refusals: OFFICIALS_*. */
export function appointCommand(
  context: CommandContext,
  iin: string,
  options: AppointOptions,
): Promise<number> {
  const { output } = context
  const { role, unit, order, nameKk, nameRu } = options
  const from = dayFrom(context, options.from)
  return withOfficials(context, async (officials) => {
    const name = { kk: nameKk, ru: nameRu }
    const made = value(await officials.appoint({ iin, name, role, unit, from, order }))
    output.line(lineOf(made))
    output.result({ appointed: made })
    return EXIT.done
  })
}

/** `qyzmet officials dismiss APPOINTMENT`: from that day on the person has no desk there. Refusals: OFFICIALS_*. */
export function dismissCommand(
  context: CommandContext,
  appointment: string,
  options: { readonly order: string; readonly from?: PlainDate },
): Promise<number> {
  const { output } = context
  const from = dayFrom(context, options.from)
  return withOfficials(context, async (officials) => {
    value(await officials.dismiss({ appointment, from, order: options.order }))
    output.line(`Dismissed from ${from} on.`)
    output.result({ dismissed: { appointment, from, order: options.order } })
    return EXIT.done
  })
}
