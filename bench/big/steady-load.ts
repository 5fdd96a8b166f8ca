import { inLanes, medianOf, pause, round, timesOf } from '../measure.ts'
import { file, type Scene, untilIssued } from '../parts/certificates.ts'
import { readyRequests } from '../citizens.ts'
import type { Part } from '../report.ts'

/** Certificates a minute, in one handful after another, with a page read for each. */
const HANDFUL = 10
const HANDFULS_A_MINUTE = 6
const FIRST_PERSON = 5000
/** Serial numbers that a handful uses up: some have no control digit. */
const NUMBERS = 13
const MOST_MINUTES = 60
/** How much more memory the last quarter may take than the second one: the first one warms up. */
const GOAL = 1.1

interface Sample {
  readonly minute: number
  readonly node: number
  readonly postgres: number
}

const quarterOf = (samples: readonly Sample[], quarter: number): number => {
  const size = Math.ceil(samples.length / 4)
  const part = samples.slice(quarter * size, (quarter + 1) * size)
  return medianOf(part.map(({ node, postgres }) => node + postgres))
}

/** One handful of people orders, signs, gets the certificate and looks at it; gives the times of acceptance. */
async function handful(scene: Scene, turn: number): Promise<number[]> {
  const first = FIRST_PERSON + turn * NUMBERS
  const requests = await readyRequests(scene.entrance, scene.client, { first, count: HANDFUL })
  const times: number[] = []
  await inLanes(requests, 4, async (request) => {
    times.push(await file(scene, request))
    await untilIssued(scene, [request], 50)
    await scene.client.get(`/requests/${request.number}`, request.session)
  })
  return times
}

/** The same load minute after minute: does memory grow? `minutes` is how long; the report says it. */
export async function steadyLoad(scene: Scene, minutes: number): Promise<Part> {
  if (minutes > MOST_MINUTES) throw new RangeError(`there are people for ${MOST_MINUTES} minutes`)
  const samples: Sample[] = []
  const accepted: number[] = []
  const began = performance.now()
  const pace = 60_000 / HANDFULS_A_MINUTE
  for (let turn = 0; performance.now() - began < minutes * 60_000; turn += 1) {
    accepted.push(...(await handful(scene, turn)))
    const minute = round((performance.now() - began) / 60_000)
    samples.push({ minute, ...scene.platform.memoryMb() })
    await pause(Math.max(0, (turn + 1) * pace - (performance.now() - began)))
  }
  const [second, last] = [quarterOf(samples, 1), quarterOf(samples, 3)]
  return {
    figures: [
      {
        name: `memory in the last quarter of ${minutes} minutes of load to the second one`,
        unit: 'ratio',
        value: round(last / second, 3),
        goal: GOAL,
        better: 'less',
      },
      {
        name: 'memory at the end of the steady load (PSS)',
        unit: 'MB',
        value: last,
        better: 'less',
      },
    ],
    details: { minutes, certificates: accepted.length, acceptance: timesOf(accepted), samples },
  }
}
