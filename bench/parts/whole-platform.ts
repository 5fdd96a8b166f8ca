import { createServer } from 'node:net'
import { type ReadyRequest, readyRequests } from '../citizens.ts'
import { round } from '../measure.ts'
import { createPortalClient } from '../portal-client.ts'
import type { Part } from '../report.ts'
import { type RunningPlatform, startPlatform } from '../running-platform.ts'
import { openSideEntrance } from '../side-entrance.ts'
import { acceptance } from './acceptance.ts'
import { certificates, file, firstCertificate, type Scene, untilIssued } from './certificates.ts'
import { idleCost } from './idle-cost.ts'
import { pages } from './pages.ts'

/** Parts that are measured on a running platform, in this order: what comes later finds it warm. */
export const WHOLE_PLATFORM = [
  'start',
  'latency',
  'pages',
  'certificates',
  'acceptance',
  'memory',
  'idle',
] as const
export type PlatformPart = (typeof WHOLE_PLATFORM)[number]

export interface WholePlatform {
  readonly data: string
  readonly wanted: readonly PlatformPart[]
  readonly nodeOptions: readonly string[]
  readonly note: (text: string) => void
}

/** People who file: first those who warm the platform up, then those of each part. */
const PEOPLE = { warm: 40, latency: 30, pages: 2, certificates: 250, acceptance: 500 } as const
type Group = keyof typeof PEOPLE

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('no port'))
      })
    })
  })
}

/** An empty folder, then the same once more with what the first start left there. */
async function starts(
  { data, nodeOptions }: WholePlatform,
  port: number,
): Promise<{ platform: RunningPlatform; part: Part }> {
  const first = await startPlatform(data, port)
  await first.stop()
  const platform = await startPlatform(data, port, { nodeOptions })
  const seconds = (ms: number) => round(ms / 1000, 2)
  const figure = (name: string, ms: number) =>
    ({ name, unit: 's', value: seconds(ms), better: 'less' }) as const
  return {
    platform,
    part: {
      figures: [
        { ...figure('from npm start to ready, first start', first.readyMs), goal: 60 },
        figure('from npm start to ready, later starts', platform.readyMs),
      ],
      details: { countryOfPersons: 1000 },
    },
  }
}

function memory({ platform }: Scene): Part {
  const { node, postgres } = platform.memoryMb()
  return {
    figures: [
      {
        name: 'memory of the whole platform after the load (PSS)',
        unit: 'MB',
        value: node + postgres,
        goal: 600,
        better: 'less',
      },
    ],
    details: { node, postgres },
  }
}

/** Requests by group, made when first asked for. */
function crowd(scene: Scene, wanted: readonly string[]) {
  let first = 0
  return async (group: Group): Promise<ReadyRequest[]> => {
    const count = PEOPLE[group]
    first += 1000
    if (group !== 'warm' && !wanted.includes(group)) return []
    return readyRequests(scene.entrance, scene.client, { first, count })
  }
}

async function measure(
  scene: Scene,
  { wanted, note }: WholePlatform,
): Promise<Record<string, Part>> {
  const parts: Record<string, Part> = {}
  const people = crowd(scene, wanted)
  const part = async (name: PlatformPart, work: () => Promise<Part>) => {
    if (!wanted.includes(name)) return
    note(`${name} ...`)
    parts[name] = await work()
  }
  note('preparing ...')
  const warm = await people('warm')
  await Promise.all(warm.map((request) => file(scene, request)))
  await untilIssued(scene, warm, 100)
  const [issued] = warm
  await part('latency', async () => firstCertificate(scene, await people('latency')))
  await part('pages', async () => {
    const [open] = await people('pages')
    if (open === undefined || issued === undefined) throw new Error('nobody files')
    return pages(scene, { issued, open })
  })
  await part('certificates', async () => certificates(scene, await people('certificates')))
  await part('acceptance', async () => acceptance(scene, await people('acceptance')))
  await part('memory', () => Promise.resolve(memory(scene)))
  await part('idle', () => idleCost(scene))
  return parts
}

/** Starts the platform as `npm start` does and measures it from outside, over HTTP. */
export async function wholePlatform(options: WholePlatform): Promise<Record<string, Part>> {
  const port = await freePort()
  options.note('start ...')
  const { platform, part } = await starts(options, port)
  const client = createPortalClient(platform.baseUrl)
  try {
    const entrance = await openSideEntrance(options.data, port)
    const scene: Scene = { entrance, client, platform }
    const rest = await measure(scene, options)
    await entrance.close()
    return { ...(options.wanted.includes('start') ? { start: part } : {}), ...rest }
  } finally {
    client.close()
    await platform.stop()
  }
}
