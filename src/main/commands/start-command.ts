import type { DemonstrationAccount } from '../demonstration.ts'
import type { Progress } from '../platform.ts'
import { type Running, startPlatform } from '../start.ts'
import type { CommandContext } from './context.ts'
import { createMeter } from './meter.ts'
import { EXIT, type Output } from './output.ts'

const STEPS: Readonly<Record<Parameters<Progress>[0], string>> = {
  database: 'starting the database',
  schemas: 'bringing its schemas up to date',
  law: 'reading the regulations, making keys',
  pages: 'preparing the pages',
  country: 'filling the demonstration country',
  accounts: 'making the demonstration accounts',
}

export function progressTo(output: Output): Progress {
  const meter = createMeter({ terminal: process.stderr })
  return (step, detail) => {
    if (typeof detail === 'object') meter(detail.done, detail.total)
    else output.note(`  ${STEPS[step]}${detail === undefined ? '' : ` (${detail})`} ...`)
  }
}

function tell(output: Output, account: DemonstrationAccount): void {
  const { role, name, number, password, keyFile, keyPassword } = account
  output.line(`  ${role}: ${name}`)
  output.line(`    number ${number}   password ${password}`)
  output.line(`    key    ${keyFile}   its password ${keyPassword}`)
}

function greet({ output, config }: CommandContext, running: Running, seconds: string): void {
  const { baseUrl, accounts } = running
  output.line()
  output.line(`Qyzmet is ready after ${seconds} s.`)
  output.line()
  output.line(`  portal              ${baseUrl}/`)
  output.line(`  desks of officials  ${baseUrl}/office`)
  output.line(`  check a document    ${baseUrl}/check`)
  if (config.bankUrl !== undefined) output.line(`  bank                ${config.bankUrl}/`)
  output.line(
    `  authority           ${baseUrl}/trust/ca/root.pem  /trust/ocsp  /trust/tsa  /trust/crl/issuing.crl`,
  )
  if (accounts.length > 0) {
    output.line()
    output.line('Demonstration accounts (made up; their keys sign nothing real):')
    for (const account of accounts.filter(({ official }) => !official)) tell(output, account)
    output.line('Officials, for the desks:')
    for (const account of accounts.filter(({ official }) => official)) tell(output, account)
  }
  output.line()
  output.line(`Data lie in ${config.data}. Ctrl-C stops.`)
}

/** Resolves at the first request to stop; a second one ends the process at once. */
const stopAsked = () =>
  new Promise<void>((resolve) => {
    let asked = false
    const ask = () => {
      if (asked) process.exit(EXIT.broken)
      asked = true
      resolve()
    }
    process.on('SIGINT', ask)
    process.on('SIGTERM', ask)
  })

/** `qyzmet start`: runs until it is told to stop. */
export async function startCommand(context: CommandContext): Promise<number> {
  const { config, dist, output } = context
  const began = performance.now()
  output.note('Qyzmet is starting:')
  const asked = stopAsked()
  const running = await startPlatform(config, dist, progressTo(output))
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  greet(context, running, seconds)
  const { baseUrl, accounts } = running
  output.result({ baseUrl, seconds: Number(seconds), accounts })
  await asked
  output.note('Stopping ...')
  await running.stop()
  output.note('Stopped. All data are kept.')
  return EXIT.done
}
