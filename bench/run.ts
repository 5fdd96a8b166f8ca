import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from './machine.ts'
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
  },
})

/** On the disk of the checkout: a database in memory would commit too fast. */
const folder = path.join(root, 'node_modules/.cache/qyzmet', `bench-${process.pid}`)
const wanted = options.only?.split(',')
const isWanted = (name: string) => wanted === undefined || wanted.includes(name)

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
  return parts
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
