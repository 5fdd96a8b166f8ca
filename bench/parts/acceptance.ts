import type { ReadyRequest } from '../citizens.ts'
import { openLoop, timesOf } from '../measure.ts'
import type { Part } from '../report.ts'
import { file, type Scene, untilIssued } from './certificates.ts'

const PER_SECOND = 50

/** Open loop: 50 people a second file their requests; how long each waits for the answer that it was accepted. */
export async function acceptance(scene: Scene, requests: readonly ReadyRequest[]): Promise<Part> {
  const times: number[] = []
  await openLoop(requests, PER_SECOND, async (request, plannedAt) => {
    await file(scene, request)
    times.push(performance.now() - plannedAt)
  })
  const waiting = performance.now()
  await untilIssued(scene, requests, 250)
  const result = timesOf(times)
  return {
    figures: [
      {
        name: `from submission to acceptance at ${PER_SECOND}/s, p95`,
        unit: 'ms',
        value: result.p95,
        goal: 100,
        better: 'less',
      },
      {
        name: `from submission to acceptance at ${PER_SECOND}/s, median`,
        unit: 'ms',
        value: result.median,
        better: 'less',
      },
    ],
    details: {
      times: result,
      allIssuedAfterTheLastSubmissionMs: Math.round(performance.now() - waiting),
    },
  }
}
