import type { ReadyRequest } from '../citizens.ts'
import { inLanes, pause, round, timed, timesOf } from '../measure.ts'
import type { PortalClient } from '../portal-client.ts'
import type { Part } from '../report.ts'
import type { RunningPlatform } from '../running-platform.ts'
import type { SideEntrance } from '../side-entrance.ts'

export interface Scene {
  readonly entrance: SideEntrance
  readonly client: PortalClient
  readonly platform: RunningPlatform
}

/** Files a request as the browser does; gives the time until the answer. */
export async function file({ client }: Scene, request: ReadyRequest): Promise<number> {
  const { session, number, form } = request
  const { value, ms } = await timed(() => client.post(`/requests/${number}/sign`, session, form))
  if (value.status !== 303) throw new Error(`${number} was not accepted: ${value.status}`)
  return ms
}

interface Progress {
  readonly ended: number
  readonly finished: number
}

async function progressOf({ entrance }: Scene, ids: readonly string[]): Promise<Progress> {
  const { rows } = await entrance.database.pool('app').query<Progress>({
    name: 'bench-progress',
    text: `select count(*) filter (where status <> 'open')::int as ended,
      count(*) filter (where status = 'finished')::int as finished
      from cases.case_state where region = 'kz' and id = any($1::uuid[])`,
    values: [ids],
  })
  return rows[0] ?? { ended: 0, finished: 0 }
}

const PATIENCE_MS = 120_000

/** Waits until all these cases have ended. @throws when one of them has no certificate then. */
export async function untilIssued(
  scene: Scene,
  requests: readonly ReadyRequest[],
  lookEveryMs: number,
): Promise<void> {
  const ids = requests.map(({ caseId }) => caseId)
  for (const end = performance.now() + PATIENCE_MS; ; await pause(lookEveryMs)) {
    const { ended, finished } = await progressOf(scene, ids)
    if (ended === ids.length && finished === ids.length) return
    if (ended === ids.length || performance.now() > end)
      throw new Error(`${finished} certificates for ${ids.length} requests`)
  }
}

/** When each case was filed and when its certificate was registered and its case ended, by the platform's clock. */
async function lifeOf(
  { entrance }: Scene,
  requests: readonly ReadyRequest[],
): Promise<{ readonly ms: number }[]> {
  const { rows } = await entrance.database.pool('app').query<{ ms: number }>(
    `select extract(epoch from c.ended_at - s.received_at)::float8 * 1000 as ms
     from cases.case_state c join cases.signature s on s.case_id = c.id where c.id = any($1::uuid[])`,
    [requests.map(({ caseId }) => caseId)],
  )
  return rows
}

const LANES = 16

/** Closed loop: so many requests are always under way, each from the POST of its signature to its registered signed PDF. */
export async function certificates(scene: Scene, requests: readonly ReadyRequest[]): Promise<Part> {
  const before = scene.platform.cpuMs()
  const { ms } = await timed(() =>
    inLanes(requests, LANES, async (request) => {
      await file(scene, request)
      await untilIssued(scene, [request], 40)
    }),
  )
  const after = scene.platform.cpuMs()
  return {
    figures: [
      {
        name: 'finished certificates, from POST of the signature to signed PDF',
        unit: '1/s',
        value: round((requests.length * 1000) / ms),
        goal: 25,
        better: 'more',
      },
    ],
    details: {
      requests: requests.length,
      underWay: LANES,
      processorMsPerCertificate: {
        node: round((after.node - before.node) / requests.length),
        postgres: round((after.postgres - before.postgres) / requests.length),
      },
    },
  }
}

/** One request at a time on a platform that has nothing else to do. */
export async function firstCertificate(
  scene: Scene,
  requests: readonly ReadyRequest[],
): Promise<Part> {
  const answers: number[] = []
  for (const request of requests) {
    answers.push(await file(scene, request))
    await untilIssued(scene, [request], 20)
    await pause(30)
  }
  const times = timesOf((await lifeOf(scene, requests)).map(({ ms }) => ms))
  return {
    figures: [
      {
        name: 'from signature to signed PDF, light load, median',
        unit: 'ms',
        value: times.median,
        goal: 300,
        better: 'less',
      },
    ],
    details: { signatureToPdf: times, answerToPost: timesOf(answers) },
  }
}
