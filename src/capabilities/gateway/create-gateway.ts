import type pg from 'pg'
import type { Seal } from '#core/envelope'
import type { Instant } from '#core/kernel'
import { createSignal, listen, type Signal } from '#platform/jobs'
import type { Log } from '#platform/log'
import { type AccessRight, loadRights } from './access-rights.ts'
import type { DeliveryMeans } from './deliver.ts'
import { createDeniedLane, createLane, type Lane } from './lane.ts'
import { sealLog, type TimeStamp } from './seal-log.ts'
import { type SystemStatus, systemStatus } from './system-status.ts'
import type { Transport } from './transport.ts'
import { type CheckStamp, type LogVerdict, verifyMessageLog } from './verify-message-log.ts'

export interface GatewayOptions {
  /** Role `gateway`. */
  readonly pool: pg.Pool
  /** Signs for the systems that send from here and checks those that answer. */
  readonly seal: Seal
  readonly transport: Transport
  /** Whether an answer `found` or `absent` is what the service has promised; one that is not is no answer. */
  readonly asPromised: DeliveryMeans['asPromised']
  /** The whole of the rights: what is not here is denied. */
  readonly rights: readonly AccessRight[]
  readonly clock: () => Instant
  readonly log: Log
  /** Leave out to keep the log unsealed. */
  readonly timeStamp?: TimeStamp
  /** Checks the stamps' own signatures; leave out to take them as they are. */
  readonly checkStamp?: CheckStamp
  /** Minutes between two seals of the log; 10. */
  readonly sealEveryMinutes?: number
  /** How long a message is tried again that its receiver refuses as malformed; one hour. */
  readonly parkAfterSeconds?: number
}

export interface Gateway {
  start(): Promise<void>
  /** Ends the running deliveries and stops; what is not delivered waits for the next start. */
  stop(): Promise<void>
  /** A message was just committed: look now. */
  wake(): void
  /** Delivers what is due, without `start`; gives the number of attempts. */
  deliverDue(): Promise<number>
  /** State of every system that a right leads to; `unknown` until it was asked. */
  status(): Promise<readonly SystemStatus[]>
  sealLog(): Promise<number>
  verifyLog(): Promise<LogVerdict>
}

/** On which a sender rings with the name of the receiver when it commits a message. */
const CHANNEL = 'qyzmet_gateway'

const IDLE_MS = { shortest: 20, longest: 1000 }

/** One lane's life: batch after batch while there is work, then a sleep that grows to a second or ends with a ring. */
async function run(
  lane: Lane,
  bell: Signal,
  state: { readonly stopping: boolean; readonly log: Log },
): Promise<void> {
  let idle = IDLE_MS.shortest
  while (!state.stopping) {
    const tried = await lane.deliverBatch().catch((error: unknown) => {
      state.log.error({ err: error }, 'gateway batch failed')
      return 0
    })
    idle = tried > 0 ? IDLE_MS.shortest : Math.min(idle * 2, IDLE_MS.longest)
    if (tried === 0) await bell.wait(idle)
  }
}

async function drain(lane: Lane): Promise<number> {
  let tried = 0
  for (let batch = await lane.deliverBatch(); batch > 0; batch = await lane.deliverBatch())
    tried += batch
  return tried
}

async function statusOf(options: GatewayOptions): Promise<readonly SystemStatus[]> {
  const known = await systemStatus(options.pool)
  const systems = [...new Set(options.rights.map(({ to }) => to))].toSorted()
  return systems.map(
    (system) =>
      known.find((one) => one.system === system) ?? {
        system,
        state: 'unknown',
        since: null,
        lastError: null,
      },
  )
}

/**
 * The only way from one system to another: deny by default, signed, at least once to the receiver and exactly once to the
 * sender, in order within a case, logged in a hash chain. Several gateways may run on one database.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { pool, log } = options
  const lane = { parkAfterSeconds: 3600, ...options }
  const receivers = [...new Set(options.rights.map(({ to }) => to))]
  const lanes = [createDeniedLane(lane), ...receivers.map((to) => createLane(lane, to))]
  const bells = lanes.map(createSignal)
  const state = { stopping: false, log }
  const ring = () => {
    for (const bell of bells) bell.ring()
  }
  // What goes to nobody we know is for the lane of refusals, which is the first.
  const ringFor = (receiver: string | undefined) =>
    receiver === undefined ? ring() : bells[receivers.indexOf(receiver) + 1]?.ring()
  const seal = async () =>
    options.timeStamp === undefined ? 0 : sealLog(pool, options.timeStamp, options.clock())
  let running: readonly Promise<unknown>[] = []
  let release = (): void => {}

  return {
    async start() {
      await loadRights(pool, options.rights)
      const stopListening = listen(pool, { channel: CHANNEL, onRing: ringFor, log })
      const timer = setInterval(
        () => {
          seal().catch((error: unknown) => log.warn({ err: error }, 'message log not sealed'))
        },
        (options.sealEveryMinutes ?? 10) * 60_000,
      )
      release = () => {
        clearInterval(timer)
        stopListening()
      }
      running = lanes.map((one, i) => run(one, bells[i] ?? createSignal(), state))
    },
    async stop() {
      state.stopping = true
      ring()
      await Promise.all(running)
      release()
    },
    wake: ring,
    async deliverDue() {
      await loadRights(pool, options.rights)
      const tried = await Promise.all(lanes.map(drain))
      return tried.reduce((sum, one) => sum + one, 0)
    },
    status: () => statusOf(options),
    sealLog: seal,
    verifyLog: () => verifyMessageLog(pool, options.checkStamp),
  }
}
