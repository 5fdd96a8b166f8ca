import fs from 'node:fs'
import path from 'node:path'
import { EventEmitter } from 'node:events'
import { Engine } from 'bpmn-engine'
import { BpmnModdle } from 'bpmn-moddle'
import { type Example, parseExample, runExample } from '#capabilities/regulations'
import type { LawFacts } from '#core/engine'
import { countryLaw } from '#core/engine/testing'
import { type Edition, VERBS } from '#core/regulation'
import { medianOf, round } from '../measure.ts'
import type { Part } from '../report.ts'
import { root } from '../running-platform.ts'

const FOLDER = 'regulations/land/purpose-change/editions/2017-01-27/examples'
const EXAMPLE = 'portal-person-resolution.yaml'
const ROUNDS = 5
const ROUND_MS = 1500

const isWaited = (edition: Edition, action: string): boolean => {
  const { does, by } = edition.actions[action] ?? { does: 'finish', by: '' }
  if (does === 'finish') return false
  return VERBS[does].carriedOutBy === 'worker' || edition.actors[by]?.kind !== 'system'
}

/** Ways out of an action, the one that this path takes first. */
function waysOf(edition: Edition, action: string, taken: string | undefined): string[] {
  const data = edition.actions[action]
  const targets = data !== undefined && 'next' in data ? Object.values(data.next) : []
  return [...new Set([...(taken === undefined ? [] : [taken]), ...targets])]
}

/**
 * The path of a golden example as an executable process: a user task where the case waits for people or systems, a task where
 * the platform goes on by itself, and after an action with several ways out a gateway whose other ways end.
 */
function processOf(edition: Edition, steps: readonly string[]): string {
  const flow = (from: string, to: string, more = '') =>
    `<sequenceFlow id="f_${from}_${to}" sourceRef="${from}" targetRef="${to}">${more}</sequenceFlow>`
  const never =
    '<conditionExpression xsi:type="tFormalExpression">${environment.variables.never}</conditionExpression>'
  const parts = ['<startEvent id="start"/><endEvent id="end"/>', flow('start', 'n0')]
  for (const [n, action] of steps.entries()) {
    const [node, next] = [`n${n}`, n + 1 < steps.length ? `n${n + 1}` : 'end']
    const kind = isWaited(edition, action) ? 'userTask' : 'task'
    parts.push(`<${kind} id="${node}" name="${action}"/>`)
    const others = waysOf(edition, action, steps[n + 1]).slice(1)
    if (others.length === 0) {
      parts.push(flow(node, next))
      continue
    }
    const gate = `g${n}`
    parts.push(`<exclusiveGateway id="${gate}" default="f_${gate}_${next}"/>`, flow(node, gate))
    parts.push(flow(gate, next))
    for (const [way] of others.entries())
      parts.push(`<endEvent id="${gate}e${way}"/>`, flow(gate, `${gate}e${way}`, never))
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:bench">
<process id="process" isExecutable="true">${parts.join('')}</process></definitions>`
}

type EngineOptions = ConstructorParameters<typeof Engine>[0]

/** One instance from start to end, every wait signalled at once; gives the number of waits. */
async function runBpmn(options: EngineOptions): Promise<number> {
  const waiting: { signal(message: unknown): void }[] = []
  const listener = new EventEmitter()
  listener.on('activity.wait', (api: { signal(message: unknown): void }) => waiting.push(api))
  const engine = new Engine(options)
  await engine.execute({ listener, variables: { never: false } })
  let signals = 0
  for (let api = waiting.shift(); api !== undefined; api = waiting.shift()) {
    signals += 1
    api.signal({ outcome: 'done' })
  }
  const state: string = engine.state
  if (state !== 'idle') throw new Error('the BPMN process did not end')
  return signals
}

async function perSecond(one: () => unknown): Promise<number> {
  const began = performance.now()
  let done = 0
  for (; performance.now() - began < ROUND_MS; done += 1) await one()
  return (done * 1000) / (performance.now() - began)
}

interface Process {
  readonly edition: Edition
  readonly example: Example
  readonly law: LawFacts
  readonly steps: readonly string[]
}

async function theProcess(): Promise<Process> {
  const law = await countryLaw()
  const { editions } = law
  const edition = editions.find(
    ({ ref }) => ref.startsWith('land.purpose-change') && ref.includes('2017-01-27'),
  )
  if (edition === undefined) throw new Error('no edition of land.purpose-change of 2017-01-27')
  const parsed = parseExample(fs.readFileSync(path.join(root, FOLDER, EXAMPLE), 'utf8'))
  return { edition, law, example: parsed, steps: runExample(edition, parsed, law).path }
}

/**
 * The same process on this engine and on bpmn-engine, both in memory, both from start to end. Ours also checks the form,
 * evaluates what the documents print, and counts terms by the calendar of offices; the other has none of that to do.
 */
export async function bpmnRatio(): Promise<Part> {
  const { edition, example, law, steps } = await theProcess()
  const source = processOf(edition, steps)
  const moddleContext: unknown = await new BpmnModdle().fromXML(source)
  const parsed = { name: 'parsed', moddleContext } as EngineOptions
  const waits = await runBpmn({ name: 'source', source })
  const rounds: { ours: number; theirs: number; fromSource: number }[] = []
  for (let n = 0; n < ROUNDS; n += 1)
    rounds.push({
      ours: await perSecond(() => runExample(edition, example, law)),
      theirs: await perSecond(() => runBpmn(parsed)),
      fromSource: await perSecond(() => runBpmn({ name: 'source', source })),
    })
  const of = (pick: (one: (typeof rounds)[number]) => number) => medianOf(rounds.map(pick))
  return {
    figures: [
      {
        name: 'engine to bpmn-engine on the same process',
        unit: 'ratio',
        value: round(of((one) => one.ours / one.theirs)),
        goal: 10,
        better: 'more',
      },
    ],
    details: {
      process: `${edition.ref}, ${EXAMPLE}: ${steps.length} actions, ${waits} waits`,
      instancesPerSecond: {
        ours: round(of((one) => one.ours)),
        bpmnEngineParsedBefore: round(of((one) => one.theirs)),
        bpmnEngineFromSource: round(of((one) => one.fromSource)),
      },
    },
  }
}
