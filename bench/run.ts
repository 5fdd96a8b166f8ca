import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from './machine.ts'
import { BIG_COUNTRY, bigCountry } from './big/big-country.ts'
import { judged, type Part, printed, type Report } from './report.ts'
import { bpmnRatio } from './parts/bpmn-ratio.ts'
import { engineSteps } from './parts/engine-steps.ts'
import { wholePlatform, WHOLE_PLATFORM } from './parts/whole-platform.ts'
import { root } from './running-platform.ts'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Names of parts, several with commas. */
    only: { type: 'string' },
    /** Options for the Node.js of the platform, such as --cpu-prof. */
    node: { type: 'string', default: '' },
    /** Names of parts to leave out. */
    without: { type: 'string', default: '' },
    /** Also the parts of a country with many people and cases, which take long. */
    big: { type: 'boolean', default: false },
    cases: { type: 'string', default: '1000000' },
    persons: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '60' },
    /** A folder to keep the big country in, and to find it in again. */
    keep: { type: 'string' },
  },
})

/** On the disk of the checkout: a database in memory would commit too fast. */
const folder = path.join(root, 'node_modules/.cache/qyzmet', `bench-${process.pid}`)
const wanted = options.only?.split(',')
const unwanted = options.without.split(',')
const isWanted = (name: string) => !unwanted.includes(name) && (wanted?.includes(name) ?? true)
const isWantedOfBig = (name: string) => isWanted(name) && (wanted !== undefined || options.big)

async function bigParts(): Promise<Record<string, Part>> {
  const parts = BIG_COUNTRY.filter(isWantedOfBig)
  if (parts.length === 0) return {}
  const [cases, persons, minutes] = [options.cases, options.persons, options.minutes].map(Number)
  return bigCountry({
    data: options.keep === undefined ? path.join(folder, 'big') : path.resolve(options.keep),
    scratch: folder,
    wanted: parts,
    note,
    cases: cases ?? 0,
    persons: persons ?? 0,
    minutes: minutes ?? 0,
  })
}

const note = (text: string) => process.stderr.write(`${text}\n`)

async function measured(): Promise<Record<string, Part>> {
  const parts: Record<string, Part> = {}
  if (isWanted('bpmn')) {
    note('the engine beside bpmn-engine ...')
    parts['bpmn'] = await bpmnRatio()
  }
  if (isWanted('engine')) {
    note('steps of the engine ...')
    parts['engine'] = await engineSteps(path.join(folder, 'engine'))
  }
  const rest = WHOLE_PLATFORM.filter(isWanted)
  if (rest.length > 0) {
    const nodeOptions = options.node.split(' ').filter((one) => one !== '')
    Object.assign(
      parts,
      await wholePlatform({ data: path.join(folder, 'data'), wanted: rest, nodeOptions, note }),
    )
  }
  return { ...parts, ...(await bigParts()) }
}

const before = machine()
const began = performance.now()
try {
  fs.mkdirSync(folder, { recursive: true })
  const parts = await measured()
  const report: Report = {
    takenAt: new Date().toISOString(),
    machine: { ...before, postgres: '18.4 (embedded)', loadAfter: machine().load },
    figures: Object.values(parts).flatMap(({ figures }) => figures.map(judged)),
    details: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.details])),
    seconds: Math.round((performance.now() - began) / 1000),
  }
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : printed(report))
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}
