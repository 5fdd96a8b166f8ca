import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import {
  check,
  download,
  fill,
  getKey,
  numberOf,
  order,
  register,
  sign,
  signIn,
  signOut,
  StepFailed,
  untilReady,
} from '../demo/citizen.ts'
import { createVisitor, type Visitor } from '../demo/visitor.ts'
import { demonstrationCitizens } from '../demonstration-country.ts'
import { mainErrors } from '../errors.ts'
import { Refused } from '../refused.ts'
import { startPlatform } from '../start.ts'
import type { CommandContext } from './context.ts'
import { EXIT, type Output } from './output.ts'
import { progressTo } from './start-command.ts'

const SERVICE = 'justice.realty-absence'
const PASSWORD = 'demo-citizen-2026'

interface Step {
  readonly name: string
  readonly ms: number
}

interface Script {
  readonly steps: readonly Step[]
  readonly step: <T>(name: string, work: () => Promise<T>) => Promise<T>
}

/** Runs the steps of one citizen, each timed and told. */
function createScript(output: Output): Script {
  const steps: Step[] = []
  return {
    steps,
    async step<T>(name: string, work: () => Promise<T>): Promise<T> {
      const began = performance.now()
      try {
        const value = await work()
        const ms = Math.round((performance.now() - began) * 10) / 10
        steps.push({ name, ms })
        output.line(`  ${name.padEnd(12)} ${ms.toFixed(1).padStart(8)} ms`)
        return value
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'unknown'
        throw error instanceof StepFailed
          ? new Refused(mainErrors.DEMO_FAILED({ step: name, reason }))
          : error
      }
    },
  }
}

const isUp = async (baseUrl: string): Promise<boolean> => {
  try {
    return (await fetch(`${baseUrl}/health`)).ok
  } catch {
    return false
  }
}

/** Registers somebody of the country who has no account yet. */
async function newcomer(visitor: Visitor, citizens: readonly string[]): Promise<string> {
  const from = citizens.length === 0 ? 0 : randomInt(citizens.length)
  for (const number of [...citizens.slice(from), ...citizens.slice(0, from)].slice(0, 20))
    if (await register(visitor, { number, password: PASSWORD })) return number
  throw new StepFailed('nobody without an account was found; create a larger country')
}

async function play({ config, output }: CommandContext, baseUrl: string) {
  const visitor = createVisitor(baseUrl)
  const { step, steps } = createScript(output)
  const number = await step('register', () => newcomer(visitor, demonstrationCitizens(config)))
  await step('sign-in', async () => {
    await signOut(visitor)
    await signIn(visitor, number, PASSWORD)
  })
  const key = await step('get-key', () => getKey(visitor))
  const form = await step('order', () => order(visitor, SERVICE))
  const request = numberOf(form)
  const page = await step('fill', () => fill(visitor, form, { variant: 'history' }))
  await step('sign', () => sign(visitor, page, key))
  await step('wait', () => untilReady(visitor, request))
  const pdf = await step('download', () => download(visitor, request))
  const verdict = await step('check', () => check(createVisitor(baseUrl), pdf))
  const document = path.join(config.data, 'demonstration', `${request}.pdf`)
  fs.writeFileSync(document, pdf)
  return { request, steps, document, verdict }
}

/**
 * `qyzmet demo`: one citizen, through the real HTTP interface: registers, signs in, gets a key, orders the certificate, signs
 * with that key, waits, downloads the PDF, has it checked. Starts the platform if it does not run, and stops what it started.
 */
export async function demoCommand(context: CommandContext): Promise<number> {
  const { config, dist, output } = context
  if (config.mode !== 'demonstration') throw new Refused(mainErrors.DEMONSTRATION_ONLY())
  const runs = await isUp(config.baseUrl)
  const running = runs ? undefined : await startPlatform(config, dist, progressTo(output))
  try {
    output.line(`A citizen at ${config.baseUrl}:`)
    const result = await play(context, config.baseUrl)
    output.line(
      `Request ${result.request}. The document lies in ${result.document}. Verdict of the check: ${result.verdict}.`,
    )
    output.result(result)
    return result.verdict === 'valid' ? EXIT.done : EXIT.refused
  } finally {
    await running?.stop()
  }
}
