import { type Iin, instant } from '#core/kernel'
import { openSession } from '../../src/capabilities/identity/sessions.ts'
import { openDraft, SERVICE } from '../citizens.ts'
import { inLanes, round, timed, type Times, timesOf } from '../measure.ts'
import { value } from '../one-case.ts'
import type { Scene } from '../parts/certificates.ts'
import type { Answer, PortalClient } from '../portal-client.ts'
import type { Figure, Part } from '../report.ts'
import type { Parts } from '../running-platform.ts'

const READERS = 400
const WARM = 50
const GOALS = { median: 10, p95: 30, p99: 60 } as const
/** Readers at the same time: alone, and as many as two cores bear. */
const AT_ONCE = [1, 4]

/** Somebody of the big country: their session, one of their requests, a draft, and a document that they check. */
interface Reader {
  readonly session: string
  readonly request: string
  readonly draft: string
  readonly form: Readonly<Record<string, string>>
}

const token = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** Documents that were really made: those of the filled cases have no bytes. */
const READERS_OF = `
select a.id as account, a.number as iin, s.number as request, d.number as document
from (select id, number, row_number() over () as n
    from (select id, number from identity.account where kind = 'person' order by random() limit $1) chosen) a
  cross join lateral (select number from cases.case_state where party_number = a.number
    and status = 'finished' order by opened_at desc limit 1) s
  join (select number, row_number() over () as n, count(*) over () as all_of_them from documents.content) d
    on d.n = 1 + a.n % d.all_of_them`

interface Found {
  readonly account: string
  readonly iin: Iin
  readonly request: string
  readonly document: string
}

async function readers({ entrance, client }: Scene, count: number): Promise<Reader[]> {
  const pool = entrance.database.pool('app')
  const { rows } = await pool.query<Found>(READERS_OF, [count])
  const now = instant(new Date())
  const found: Reader[] = []
  await inLanes(rows, 4, async ({ account, iin, request, document }) => {
    const session = await openSession(pool, account, { address: '127.0.0.1', device: 'bench' }, now)
    const { body } = await client.get('/check', session)
    const draft = await openDraft(entrance, { iin, service: SERVICE })
    const form = { _csrf: token(body), number: document }
    found.push({ session, request, draft: draft.number, form })
  })
  return found
}

/** The session of an official at the desk where requests wait. */
async function deskSession({ entrance: { backend, database } }: Scene): Promise<string> {
  const { rows } = await database.pool('app').query<{ iin: Iin; id: string }>(
    `select a.iin, a.id from officials.appointment a
     where a.role = (select awaits_role from cases.case_state where awaits_role is not null
       group by 1 order by count(*) desc limit 1) order by a.unit limit 1`,
  )
  const { iin, id: appointment } = rows[0] ?? { iin: '' as Iin, id: '' }
  const address = '127.0.0.1'
  const session = value(await backend.officials.signIn({ iin, language: 'ru', address }))
  const desk = await backend.officials.session(session)
  if (desk === undefined) throw new Error('nobody serves where requests wait')
  if (desk.seat === undefined)
    value(await backend.officials.takeSeat(desk, { appointment, address }))
  return session
}

type Read = (client: PortalClient, reader: Reader) => Promise<Answer>

const page =
  (path: (reader: Reader) => string): Read =>
  (client, reader) =>
    client.get(path(reader), reader.session)

/** The page with most on it: every region of the country to choose from. */
const FORM_PAGE = 'region'

const PAGES: Readonly<Record<string, Read>> = {
  cabinet: page(() => '/cabinet'),
  catalogue: page(() => '/services'),
  passport: page(() => `/services/${SERVICE}`),
  case: page(({ request }) => `/requests/${request}`),
  'the form': page(({ draft }) => `/requests/${draft}/fill/${FORM_PAGE}`),
  check: (client, { session, form }) => client.post('/check', session, form),
}

interface PageTimes extends Times {
  /** What one reading costs. Other work on the machine makes a page late, but hardly dearer. */
  readonly processorMs: Parts
}

async function timesOfPage(
  { client, platform }: Scene,
  all: readonly Reader[],
  { name, atOnce, read }: { readonly name: string; readonly atOnce: number; readonly read: Read },
): Promise<PageTimes> {
  const series: number[] = []
  const before = platform.cpuMs()
  let seen = 0
  await inLanes(all, atOnce, async (reader) => {
    const { value: answer, ms } = await timed(() => read(client, reader))
    if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`)
    seen += 1
    if (seen > WARM) series.push(ms)
  })
  const after = platform.cpuMs()
  const each = (part: keyof Parts) => round((after[part] - before[part]) / all.length, 2)
  return { ...timesOf(series), processorMs: { node: each('node'), postgres: each('postgres') } }
}

const figuresOf = (name: string, times: Times): Figure[] =>
  (['median', 'p95', 'p99'] as const).map((part) => ({
    name: `read of ${name}, ${part === 'median' ? 'p50' : part}`,
    unit: 'ms',
    value: times[part],
    goal: GOALS[part],
    better: 'less',
  }))

/** Every reader is another person, so nothing that was read before helps. */
export async function reads(scene: Scene): Promise<Part> {
  const all = await readers(scene, READERS)
  if (all.length < READERS / 2) throw new Error('the database has not been filled')
  const desk = await deskSession(scene)
  const pages = {
    ...PAGES,
    'the work list': (client: PortalClient) => client.get('/office', desk, 'desk'),
  }
  const times: Record<string, Record<string, PageTimes>> = {}
  for (const [name, read] of Object.entries(pages))
    for (const atOnce of AT_ONCE) {
      const measured = await timesOfPage(scene, all, { name, atOnce, read })
      times[name] = { ...times[name], [`${atOnce} at once`]: measured }
    }
  return {
    figures: Object.entries(times).flatMap(([name, by]) => {
      const alone = by['1 at once']
      return alone === undefined ? [] : figuresOf(name, alone)
    }),
    details: { times },
  }
}
