import { pause, round } from '../measure.ts'
import type { Part } from '../report.ts'
import type { Scene } from './certificates.ts'

const WATCH_MS = 10_000

/** What the platform takes of one core while nobody asks anything of it. */
export async function idleCost({ platform }: Scene): Promise<Part> {
  await pause(2000)
  const before = platform.cpuMs()
  await pause(WATCH_MS)
  const after = platform.cpuMs()
  const node = round(((after.node - before.node) * 100) / WATCH_MS)
  const postgres = round(((after.postgres - before.postgres) * 100) / WATCH_MS)
  return {
    figures: [
      {
        name: 'processor of the idle platform, of one core',
        unit: '%',
        value: round(node + postgres),
        better: 'less',
      },
    ],
    details: { node, postgres },
  }
}
