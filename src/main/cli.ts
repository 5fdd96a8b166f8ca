import { Command, InvalidArgumentError, Option } from 'commander'
import { caseCommand, migrateCommand } from './commands/case-command.ts'
import { type CommandContext, contextOf, type Place } from './commands/context.ts'
import { countryCommand } from './commands/country-command.ts'
import { demoCommand } from './commands/demo-command.ts'
import { documentCommand } from './commands/document-command.ts'
import { createOutput, EXIT, type Output, settle } from './commands/output.ts'
import {
  checkCommand,
  publishCommand,
  showCommand,
  type ShowOptions,
} from './commands/regulations-commands.ts'
import { startCommand } from './commands/start-command.ts'

interface Json {
  readonly json?: boolean
}

function integer(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 100 || value > 1_000_000)
    throw new InvalidArgumentError('a number from 100 to 1000000')
  return value
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
  command(group, 'check', 'check all editions: problems with file, line and reason').action(
    (options: Json) => withFiles((output) => checkCommand(place, output))(options),
  )
  command(group, 'show <service>', 'print the table of actions of an edition; draw its diagram')
    .option('--edition <day>', 'the edition in force from that day; the last one when left out')
    .option('--channel <channel>', 'portal, office, ...; the first one when left out')
    .addOption(new Option('--lang <lang>', 'language').choices(['kk', 'ru', 'en']).default('ru'))
    .option('--svg <file>', 'write the swimlane diagram as SVG')
    .option('--bpmn <file>', 'write the diagram as BPMN 2.0')
    .action((service: string, options: Json & ShowOptions) =>
      withFiles((output) => showCommand(place, output, service, options))(options),
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
  const db = program.command('db').description('the database')
  command(db, 'migrate', 'bring the schemas up to date').action((options: Json) =>
    withSettings(place, migrateCommand)(options),
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
  try {
    await program.parseAsync([...launch.argv], { from: 'user' })
  } catch (error) {
    // Help and wrong use were told by the parser already.
    if (!(error instanceof Error && 'exitCode' in error)) throw error
  }
}
