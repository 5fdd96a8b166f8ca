import fs from 'node:fs'
import path from 'node:path'
import {
  actionTable,
  checkRegulations,
  loadRegulations,
  lockEditions,
  printActionTable,
  swimlane,
} from '#capabilities/regulations'
import { isLang, type Lang } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { loadOfficeCalendars } from '../appointments.ts'
import { loadBodies } from '../bodies.ts'
import { mainErrors } from '../errors.ts'
import { worldOf } from '../law.ts'
import { Refused } from '../refused.ts'
import { loadRegions } from '../regions.ts'
import { loadSystems } from '../systems.ts'
import { loadUnits } from '../units.ts'
import type { Place } from './context.ts'
import { EXIT, type Output } from './output.ts'

function optionsOf({ root }: Place) {
  const units = loadUnits(root)
  const world = worldOf({
    systems: loadSystems(root),
    bodies: loadBodies(root),
    regions: loadRegions(root).codes,
    units,
    calendars: loadOfficeCalendars(root, units),
  })
  return {
    root: path.join(root, 'regulations'),
    world,
    adoption: path.join(root, 'country/adoption.yaml'),
  }
}

/** Rows of the act's tables of actions, those of all channels together. */
const rowsOf = (edition: Edition): number =>
  Object.values(edition.channels).reduce((sum, { table }) => sum + (table?.rows.length ?? 0), 0)

/** What each service has in its last edition. */
function summary(editions: readonly Edition[]) {
  const services = [...new Set(editions.map(({ service }) => service))].toSorted()
  return services.map((id) => {
    const own = editions.filter(({ service }) => service === id)
    const last = own.at(-1)
    return {
      id,
      editions: own.map(({ edition }) => edition),
      channels: Object.keys(last?.channels ?? {}),
      actions: last === undefined ? 0 : rowsOf(last),
    }
  })
}

/** The services as columns for people. */
function tableOf(services: ReturnType<typeof summary>): readonly string[] {
  const rows = [
    ['service', 'actions', 'channels', 'editions'],
    ...services.map(({ id, editions, channels, actions }) => [
      id,
      String(actions),
      channels.join(', '),
      editions.join(', '),
    ]),
  ]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** `qyzmet regulations check`: every problem with file, line and reason. */
export async function checkCommand(place: Place, output: Output): Promise<number> {
  const checked = await checkRegulations(optionsOf(place))
  if (!checked.ok) throw new Refused(checked.error)
  const { editions, problems } = checked.value
  const services = summary(editions)
  for (const line of tableOf(services)) output.line(line)
  for (const { file, line, code, message } of problems)
    output.line(`${file}:${line}: ${code}: ${message}`)
  output.line(problems.length === 0 ? 'No problems.' : `${problems.length} problems.`)
  output.result({ services, errors: problems })
  return problems.length === 0 ? EXIT.done : EXIT.refused
}

export interface ShowOptions {
  readonly edition?: string
  readonly channel?: string
  readonly lang?: string
  readonly svg?: string
  readonly bpmn?: string
}

async function findEdition(
  place: Place,
  service: string,
  day: string | undefined,
): Promise<Edition> {
  const regulations = await loadRegulations(optionsOf(place))
  if (!regulations.ok) throw new Refused(regulations.error)
  const editions = regulations.value.editions(service)
  const edition = day === undefined ? editions.at(-1) : editions.find((one) => one.edition === day)
  if (edition === undefined) throw new Refused(mainErrors.SERVICE_UNKNOWN({ service }))
  return edition
}

function findChannel(edition: Edition, channel: string | undefined): string {
  const known = Object.keys(edition.channels)
  const found = channel === undefined ? known[0] : known.find((one) => one === channel)
  if (found === undefined)
    throw new Refused(
      mainErrors.SERVICE_UNKNOWN({ service: `${edition.service} ${channel ?? ''}` }),
    )
  return found
}

function write(file: string, text: string): void {
  try {
    fs.writeFileSync(file, text)
  } catch {
    throw new Refused(mainErrors.FILE_UNWRITABLE({ file }))
  }
}

async function draw(
  edition: Edition,
  channel: string,
  lang: Lang,
  { svg, bpmn }: ShowOptions,
): Promise<void> {
  if (svg === undefined && bpmn === undefined) return
  const drawn = await swimlane(edition, channel, lang)
  if (svg !== undefined) write(svg, drawn.svg)
  if (bpmn !== undefined) write(bpmn, drawn.bpmn)
}

/** `qyzmet regulations show SERVICE`: the table of actions as the act prints it; the diagram on demand. */
export async function showCommand(
  place: Place,
  output: Output,
  service: string,
  options: ShowOptions,
): Promise<number> {
  const edition = await findEdition(place, service, options.edition)
  const channel = findChannel(edition, options.channel)
  const lang: Lang = isLang(options.lang) ? options.lang : 'ru'
  const table = actionTable(edition, channel)
  output.line(
    table === undefined
      ? `The act has no table of actions for ${channel}.`
      : printActionTable(table, lang),
  )
  await draw(edition, channel, lang, options)
  output.result({ service, edition: edition.edition, channel, table: table ?? null })
  return EXIT.done
}

/** `qyzmet regulations publish`: writes the hashes of all editions to editions.lock; from then on they are immutable. */
export async function publishCommand(place: Place, output: Output): Promise<number> {
  const options = optionsOf(place)
  const checked = await checkRegulations(options)
  if (!checked.ok) throw new Refused(checked.error)
  if (checked.value.problems.length > 0) return checkCommand(place, output)
  const locked = await lockEditions(options.root, checked.value.editions)
  if (!locked.ok) throw new Refused(locked.error)
  for (const ref of locked.value) output.line(`published ${ref}`)
  output.result({ published: locked.value })
  return EXIT.done
}
