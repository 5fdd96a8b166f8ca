import { Command, InvalidArgumentError, Option } from 'commander'
import { parseDate, type PlainDate } from '#core/kernel'
import { caseCommand, migrateCommand } from './commands/case-command.ts'
import { type CommandContext, contextOf, type Place } from './commands/context.ts'
import { countryCommand } from './commands/country-command.ts'
import { demoCommand } from './commands/demo-command.ts'
import { documentCommand } from './commands/document-command.ts'
import {
  appointCommand,
  type AppointOptions,
  dismissCommand,
  listOfficialsCommand,
} from './commands/officials-commands.ts'
import { journalCommand } from './commands/journal-command.ts'
import { createOutput, EXIT, type Output, refusalOf, settle } from './commands/output.ts'
import { mainErrors } from './errors.ts'
import {
  exportCommand,
  importCommand,
  type ImportOptions,
  templateCommand,
} from './commands/registry-command.ts'
import {
  checkCommand,
  publishCommand,
  showCommand,
  type ShowOptions,
} from './commands/regulations-commands.ts'
import { previewCommand, type PreviewOptions } from './commands/preview-command.ts'
import { reconcileCommand } from './commands/payments-command.ts'
import { startCommand } from './commands/start-command.ts'
import {
  listJobsCommand,
  listMessagesCommand,
  wakeJobsCommand,
  wakeMessagesCommand,
  type Which,
} from './commands/stuck-commands.ts'

interface Json {
  readonly json?: boolean
}

function integer(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 100 || value > 1_000_000)
    throw new InvalidArgumentError('a number from 100 to 1000000')
  return value
}

function plainDay(text: string): PlainDate {
  const day = parseDate(text)
  if (day === undefined) throw new InvalidArgumentError('a day such as 2026-11-30')
  return day
}

/** Wrong use in words, or with `--json` as the one object of the answer. */
function tellWrongUse(argv: readonly string[], text: string, write: (text: string) => void): void {
  const words = text.trim().replace(/^error: /, '')
  if (argv.includes('--json')) createOutput(true).result(refusalOf(mainErrors.WRONG_USE({ words })))
  else write(text)
}

/** Runs a command that needs the settings. */
const withSettings =
  (place: Place, run: (context: CommandContext) => Promise<number>) =>
  async (options: Json): Promise<void> => {
    const output = createOutput(options.json === true)
    const context = contextOf(place, output)
    if (context === undefined) {
      process.exitCode = EXIT.usage
      return
    }
    await settle(output, () => run(context))
  }

/** Runs a command that reads nothing but files. */
const withFiles = (run: (output: Output) => Promise<number>) => (options: Json) => {
  const output = createOutput(options.json === true)
  return settle(output, () => run(output))
}

const command = (parent: Command, name: string, description: string): Command =>
  parent
    .command(name)
    .description(description)
    .option('--json', 'print one JSON object and nothing else')

function regulations(program: Command, place: Place): void {
  const group = program.command('regulations').description('the regulations of the country')
  command(group, 'check', 'check all editions: problems with file, line and reason')
    .addHelpText(
      'after',
      "\nChannels and actions are those of the last edition of a service; actions counts the rows of the act's tables of actions in all its channels (a service whose table is lost has none).",
    )
    .action((options: Json) => withFiles((output) => checkCommand(place, output))(options))
  command(group, 'show <service>', 'print the table of actions of an edition; draw its diagram')
    .option('--edition <day>', 'the edition in force from that day; the last one when left out')
    .option('--channel <channel>', 'portal, office, ...; the first one when left out')
    .addOption(new Option('--lang <lang>', 'language').choices(['kk', 'ru', 'en']).default('ru'))
    .option('--svg <file>', 'write the swimlane diagram as SVG')
    .option('--bpmn <file>', 'write the diagram as BPMN 2.0')
    .action((service: string, options: Json & ShowOptions) =>
      withFiles((output) => showCommand(place, output, service, options))(options),
    )
  command(group, 'preview <service>', 'write the documents of all golden examples as PDF files')
    .option('--out <dir>', 'the folder to write to', 'preview')
    .option('--edition <day>', 'this edition alone')
    .action((service: string, options: Json & PreviewOptions) =>
      withFiles((output) => previewCommand(place, output, service, options))(options),
    )
  command(
    group,
    'publish',
    'write the hashes of all editions to editions.lock: they are immutable from then on',
  ).action((options: Json) => withFiles((output) => publishCommand(place, output))(options))
}

function data(program: Command, place: Place): void {
  const cases = program.command('case').description('cases')
  command(
    cases,
    'show <number>',
    'the history of a case, its hash chain checked and its events replayed',
  ).action((number: string, options: Json) =>
    withSettings(place, (context) => caseCommand(context, number))(options),
  )
  const documents = program.command('document').description('e-documents')
  command(
    documents,
    'check <file>',
    'check a PDF, or a file with the text of a barcode, without network or platform',
  )
    .option(
      '--trust <file>',
      'certificates to believe, PEM, the root first; those of ./data when left out',
    )
    .action((file: string, options: Json & { trust?: string }) =>
      withSettings(place, (context) => documentCommand(context, file, options.trust))(options),
    )
  const country = program.command('country').description('the demonstration country')
  command(country, 'create', 'fill empty registries with made-up people, firms and real property')
    .option('--size <persons>', 'number of persons', integer)
    .action((options: Json & { size?: number }) =>
      withSettings(place, (context) => countryCommand(context, options.size))(options),
    )
  const payments = program.command('payments').description('duties that were paid')
  command(
    payments,
    'reconcile',
    "compare a day with the bank's statement; payments that never reached us are taken",
  )
    .option('--day <day>', 'a day such as 2012-04-10; yesterday when left out', plainDay)
    .action((options: Json & { day?: PlainDate }) =>
      withSettings(place, (context) => reconcileCommand(context, options.day))(options),
    )
  const db = program.command('db').description('the database')
  command(db, 'migrate', 'bring the schemas up to date').action((options: Json) =>
    withSettings(place, migrateCommand)(options),
  )
}

function registries(program: Command, place: Place): void {
  const group = program.command('registry').description('records of the registries')
  command(group, 'import <registry> <file>', 'take records from a CSV or JSON file')
    .option('--dry-run', 'try everything and keep nothing')
    .addHelpText(
      'after',
      '\nFiles are UTF-8. Rejected records are told, left out, and written to FILE.rejected.csv (FILE.rejected.jsonl) to be mended and imported; exit code 1 then, and when the file cannot be read to its end. An import that was cut off goes on when it is begun again.',
    )
    .action((registry: string, file: string, options: Json & ImportOptions) =>
      withSettings(place, (context) => importCommand(context, { registry, file }, options))(
        options,
      ),
    )
  command(group, 'export <registry> <file>', 'write all records to a CSV or JSON file').action(
    (registry: string, file: string, options: Json) =>
      withSettings(place, (context) => exportCommand(context, { registry, file }))(options),
  )
  command(group, 'template <registry>', 'the header of its CSV file').action(
    (registry: string, options: Json) =>
      withFiles((output) => Promise.resolve(templateCommand(output, registry)))(options),
  )
}

function journal(program: Command, place: Place): void {
  const group = program.command('journal').description('the message log of the gateway')
  command(group, 'verify', 'whether its chains are whole and its time stamps genuine')
    .option('--trust <file>', 'certificates to believe, PEM, the root first')
    .action((options: Json & { trust?: string }) =>
      withSettings(place, (context) => journalCommand(context, options.trust))(options),
    )
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function identifier(text: string): string {
  if (!ID.test(text)) throw new InvalidArgumentError('an id as list shows it')
  return text
}

/** `list` and `wake` for what was given up and waits for a person. */
function stuck(
  group: Command,
  place: Place,
  run: {
    readonly list: (context: CommandContext) => Promise<number>
    readonly wake: (context: CommandContext, which: Which) => Promise<number>
  },
): void {
  command(group, 'list', 'those that were given up, with the reason').action((options: Json) =>
    withSettings(place, run.list)(options),
  )
  command(group, 'wake', 'try again what was given up')
    .argument('[id]', 'as list shows it', identifier)
    .option('--all', 'all of them')
    .action((id: Which, options: Json & { all?: boolean }, self: Command) => {
      if ((id === undefined) !== (options.all === true)) self.error('name one by its id, or --all')
      return withSettings(place, (context) => run.wake(context, id))(options)
    })
}

function operations(program: Command, place: Place): void {
  const jobs = program.command('jobs').description('work of the platform that was given up')
  stuck(jobs, place, { list: listJobsCommand, wake: wakeJobsCommand })
  const messages = program.command('messages').description('questions of cases that were refused')
  stuck(messages, place, { list: listMessagesCommand, wake: wakeMessagesCommand })
}

function officials(program: Command, place: Place): void {
  const group = program.command('officials').description('who serves in which role and unit')
  command(group, 'list', 'the officials of today, with their roles and units')
    .option('--all', 'everybody who was ever appointed, dismissed ones too')
    .action((options: Json & { all?: boolean }) =>
      withSettings(place, (context) => listOfficialsCommand(context, options))(options),
    )
  command(group, 'appoint <iin>', 'appoint a person; they sign in at /office with their account')
    .requiredOption('--role <role>', 'a role of country/systems.yaml')
    .requiredOption('--unit <unit>', 'code of an office, KATO code of a territory, a body, or *')
    .requiredOption('--order <number>', 'number of the order of appointment')
    .requiredOption('--name-kk <name>', 'full name in Kazakh')
    .requiredOption('--name-ru <name>', 'full name in Russian')
    .option('--from <day>', 'first day in office; today when left out', plainDay)
    .action((iin: string, options: Json & AppointOptions) =>
      withSettings(place, (context) => appointCommand(context, iin, options))(options),
    )
  command(group, 'dismiss <appointment>', 'end an appointment, by its id in the list')
    .requiredOption('--order <number>', 'number of the order of dismissal')
    .option('--from <day>', 'first day on which it no longer counts; today when left out', plainDay)
    .action((appointment: string, options: Json & { order: string; from?: PlainDate }) =>
      withSettings(place, (context) => dismissCommand(context, appointment, options))(options),
    )
}

/** The command line. Exit codes: 0 done, 1 refused or a negative verdict, 2 wrong use or settings, 70 broken. */
export async function main(launch: Place & { readonly argv: readonly string[] }): Promise<void> {
  const program = new Command('qyzmet')
    .description(
      'A platform on which a state delivers its services: a regulation is data, the platform carries it out.',
    )
    .addHelpText(
      'after',
      '\nSettings are environment variables; docs/runbook.md lists them. Exit codes: 0 done, 1 refused, 2 wrong use, 70 broken.',
    )
    .configureOutput({ outputError: (text, write) => tellWrongUse(launch.argv, text, write) })
    .exitOverride((error) => {
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage
      throw error
    })
  command(program, 'start', 'start the platform with its embedded database').action(
    (options: Json) => withSettings(launch, startCommand)(options),
  )
  command(
    program,
    'demo',
    'one citizen gets a certificate through the real HTTP interface; prints each step with its time',
  ).action((options: Json) => withSettings(launch, demoCommand)(options))
  regulations(program, launch)
  data(program, launch)
  registries(program, launch)
  operations(program, launch)
  journal(program, launch)
  officials(program, launch)
  try {
    await program.parseAsync([...launch.argv], { from: 'user' })
  } catch (error) {
    // Help and wrong use were told by the parser already.
    if (!(error instanceof Error && 'exitCode' in error)) throw error
  }
}
