import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { memoryOf } from '../machine.ts'
import { pause, round } from '../measure.ts'
import type { Part } from '../report.ts'
import { environment, root } from '../running-platform.ts'

const LOOK_EVERY_MS = 500
const MINUTES = 3
const LARGE = 100_000

interface Done {
  readonly seconds: number
  /** The most that the program and its server took at once (PSS), MB. */
  readonly memory: number
  readonly output: string
  /** Lines that told how far it was. */
  readonly progress: number
}

async function watched(child: ChildProcess): Promise<number> {
  let most = 0
  while (child.exitCode === null && child.signalCode === null) {
    most = Math.max(most, memoryOf(child.pid ?? 0))
    await pause(LOOK_EVERY_MS)
  }
  return most
}

/** A command of the program, as somebody runs it at a terminal. */
async function qyzmet(data: string, args: readonly string[]): Promise<Done> {
  const began = performance.now()
  const child = spawn(process.execPath, [path.join(root, 'bin/qyzmet.mjs'), ...args, '--json'], {
    cwd: root,
    env: environment(data, 1024),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told = { output: '', progress: '' }
  child.stdout.on('data', (text: Buffer) => (told.output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (told.progress += text.toString()))
  const ended = once(child, 'close')
  const memory = Math.round(await watched(child))
  await ended
  if (child.exitCode !== 0) throw new Error(`${args.join(' ')}: ${told.progress}`)
  return {
    seconds: round((performance.now() - began) / 1000),
    memory,
    output: told.output,
    progress: told.progress.match(/ %/g)?.length ?? 0,
  }
}

/**
 * The demonstration country of so many people in empty registries, by its command; then its persons exported, and imported
 * into the register of another installation.
 */
export async function countryCreation(folder: string, persons: number): Promise<Part> {
  const [made, other] = [path.join(folder, 'country'), path.join(folder, 'country-imported')]
  const file = path.join(folder, 'persons.jsonl')
  const created = await qyzmet(made, ['country', 'create', '--size', String(persons)])
  const exported = await qyzmet(made, ['registry', 'export', 'persons', file])
  const imported = await qyzmet(other, ['registry', 'import', 'persons', file])
  const { accepted } = JSON.parse(imported.output) as { accepted: number }
  if (accepted < persons) throw new Error(`${accepted} of ${persons} records were taken`)
  for (const place of [made, other, file]) fs.rmSync(place, { recursive: true, force: true })
  const seconds = (name: string, { seconds: value }: Done) =>
    ({ name, unit: 's', value, better: 'less' }) as const
  const creation = seconds(`country of ${persons} persons created`, created)
  return {
    figures: [
      persons === LARGE ? { ...creation, goal: MINUTES * 60 } : creation,
      {
        name: `memory while a country of ${persons} is created (PSS)`,
        unit: 'MB',
        value: created.memory,
        better: 'less',
      },
      seconds(`persons exported, ${accepted} records`, exported),
      seconds(`persons imported, ${accepted} records`, imported),
    ],
    details: {
      persons,
      progressLines: { created: created.progress, imported: imported.progress },
      memory: { created: created.memory, exported: exported.memory, imported: imported.memory },
    },
  }
}
