import { type ReadyRequest, SERVICE } from '../citizens.ts'
import { timed, type Times, timesOf } from '../measure.ts'
import type { Part } from '../report.ts'
import type { Scene } from './certificates.ts'

const ROUNDS = 100

/** `issued`: a request whose certificate is ready; `open`: one that waits to be signed. */
export async function pages(
  { client }: Scene,
  { issued, open }: { readonly issued: ReadyRequest; readonly open: ReadyRequest },
): Promise<Part> {
  const paths = {
    home: ['/', ''],
    passport: [`/services/${SERVICE}`, ''],
    status: [`/requests/${issued.number}`, issued.session],
    sign: [`/requests/${open.number}/sign`, open.session],
    cabinet: ['/cabinet', issued.session],
  } as const
  const times: Record<string, Times> = {}
  for (const [name, [path, session]] of Object.entries(paths)) {
    const series: number[] = []
    for (let round = -10; round < ROUNDS; round += 1) {
      const { value, ms } = await timed(() => client.get(path, session))
      if (value.status !== 200) throw new Error(`${path}: ${value.status}`)
      if (round >= 0) series.push(ms)
    }
    times[name] = timesOf(series)
  }
  return {
    figures: Object.entries(times).flatMap(([name, { median, p95 }]) => [
      { name: `page ${name}, median`, unit: 'ms', value: median, better: 'less' as const },
      { name: `page ${name}, p95`, unit: 'ms', value: p95, better: 'less' as const },
    ]),
    details: { times },
  }
}
