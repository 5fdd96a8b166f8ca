import type { Iin, Party } from '#core/kernel'
import { type ReadyRequest, readyOrders } from '../citizens.ts'
import { inLanes, pause, round, timed } from '../measure.ts'
import { file, type Scene } from '../parts/certificates.ts'
import { KINDS_OF_ORDERS, type KindOfOrder, ordersOf } from './orders-by-kind.ts'

const EACH = 48
const UNDER_WAY = 16
const LOOK_EVERY_MS = 40
const PATIENCE_MS = 120_000
/** The card of the demonstration's bank with which payments go through. */
const CARD = { number: '4400430000000015', expiry: '12/30', code: '123' }

interface Standing {
  readonly status: string
  readonly party: string
  /** What the action that the case waits at does. */
  readonly does: string | undefined
}

interface Row extends Omit<Standing, 'does'> {
  readonly edition: string
  readonly action: string | null
}

async function standingOf({ entrance }: Scene, caseId: string): Promise<Standing> {
  const { rows } = await entrance.database.pool('app').query<Row>({
    name: 'bench-standing',
    text: `select status, edition, current_action as action, party_number as party
      from cases.case_state where region = 'kz' and id = $1`,
    values: [caseId],
  })
  const [row] = rows
  if (row === undefined) throw new Error(`no case ${caseId}`)
  const edition = entrance.backend.regulations.edition(row.edition)
  return { ...row, does: edition?.actions[row.action ?? '']?.does }
}

/** Pays on the bank's page, as the browser of the applicant does. */
async function pay({ entrance }: Scene, caseId: string, iin: string): Promise<void> {
  const { payments } = entrance.backend
  const party: Party = { kind: 'person', iin: iin as Iin }
  const [order] = await payments.ofCase(caseId)
  if (order === undefined) throw new Error('nothing is to be paid')
  const begun = await payments.begin({ order: order.order, party })
  if (!begun.ok) throw new Error(begun.error.code)
  const body = new URLSearchParams(CARD)
  await (await fetch(begun.value.page, { method: 'POST', body, redirect: 'manual' })).arrayBuffer()
}

/** From the POST of the signature until the applicant has what they ordered; gives how it ended. */
async function toItsEnd(scene: Scene, request: ReadyRequest): Promise<string> {
  await file(scene, request)
  let isPaid = false
  for (const end = performance.now() + PATIENCE_MS; ; await pause(LOOK_EVERY_MS)) {
    const { status, does, party } = await standingOf(scene, request.caseId)
    // What is handed over on paper has its electronic result already.
    if (does === 'hand-over') return 'handed over on paper next'
    if (status !== 'open') return status
    if (performance.now() > end) throw new Error(`${request.number}: ${does ?? 'nothing'}`)
    if (does !== 'pay' || isPaid) continue
    isPaid = true
    await pay(scene, request.caseId, party)
  }
}

export interface FinishedOfKind {
  readonly perSecond: number
  readonly requests: number
  /** How many ended how: somebody who asks for what no register has gets a signed refusal instead. */
  readonly ended: Readonly<Record<string, number>>
}

async function ofKind(scene: Scene, kind: KindOfOrder): Promise<FinishedOfKind> {
  const orders = await ordersOf(scene.entrance, kind, EACH)
  const requests = await readyOrders(scene.entrance, scene.client, orders)
  const ended: Record<string, number> = {}
  const { ms } = await timed(() =>
    inLanes(requests, UNDER_WAY, async (request) => {
      const how = await toItsEnd(scene, request)
      ended[how] = (ended[how] ?? 0) + 1
    }),
  )
  return { perSecond: round((requests.length * 1000) / ms), requests: requests.length, ended }
}

/** The whole way of each kind over HTTP, with register, bank, signature and documents. */
export async function finishedByKind(scene: Scene): Promise<Record<string, FinishedOfKind>> {
  const found: Record<string, FinishedOfKind> = {}
  for (const kind of KINDS_OF_ORDERS) found[kind.name] = await ofKind(scene, kind)
  return found
}
