import { randomUUID } from 'node:crypto'
import path from 'node:path'
import {
  type Authority,
  authorityOids,
  createAuthority,
  DEMONSTRATION_ARC,
} from '#capabilities/authority'
import { type Cases, createCases } from '#capabilities/cases'
import {
  createDocuments,
  createQrReader,
  createRenderer,
  type Documents,
} from '#capabilities/documents'
import { createGateway, inProcessTransport, waiting, type Gateway } from '#capabilities/gateway'
import { createIdentity } from '#capabilities/identity'
import { createInquiries, isInquiry } from '#capabilities/inquiries'
import { createNotifications } from '#capabilities/notifications'
import { loadRegulations, type Regulations } from '#capabilities/regulations'
import { createSignatures } from '#capabilities/signatures'
import { createSurveys } from '#capabilities/surveys'
import type { Instant } from '#core/kernel'
import { createTrust, type Certificate } from '#platform/crypto'
import { type Database, inTransaction } from '#platform/db'
import { createWorker, type Worker } from '#platform/jobs'
import { createKeyStore } from '#platform/keys'
import type { Log } from '#platform/log'
import { authorityHere } from './authority-client.ts'
import { loadBodies } from './bodies.ts'
import type { Config } from './config.ts'
import { loadCalendar, worldOf } from './law.ts'
import { noticeOf } from './notices.ts'
import { loadRegions } from './regions.ts'
import { createRegistries } from './registries.ts'
import { createRegisters } from './registers.ts'
import { Refused } from './refused.ts'
import { createSystemSeal, loadSystems, sealKeys, systemKeys } from './systems.ts'
import { nameOfField } from './value-names.ts'
import { waitingOf } from './waiting.ts'

/** Bundled worker threads of the platform. */
export interface WorkerThreads {
  readonly typst: URL
  readonly qr: URL
}

export interface BackendDeps {
  readonly config: Config
  readonly database: Database
  readonly clock: () => Instant
  readonly log: Log
  readonly threads: WorkerThreads
}

const LEASE_SECONDS = 30

function createRenderers({ config, threads, log }: BackendDeps) {
  const fonts = [path.join(config.root, 'node_modules/@expo-google-fonts/noto-sans')]
  const folders = ['400Regular', '600SemiBold', '700Bold'].map((face) =>
    path.join(fonts[0] ?? '', face),
  )
  const renderer = createRenderer({
    workerUrl: threads.typst,
    root: path.join(config.root, 'regulations'),
    fonts: folders,
    size: config.renderers,
    onFault: (detail) => log.error({ detail }, 'a template and its data do not fit'),
  })
  return { renderer, qrReader: createQrReader({ workerUrl: threads.qr, size: 1 }) }
}

async function loadLaw({ config }: BackendDeps) {
  const systems = loadSystems(config.root)
  const bodies = loadBodies(config.root)
  const regions = loadRegions(config.root)
  const regulations = await loadRegulations({
    root: path.join(config.root, 'regulations'),
    world: worldOf(systems, bodies, regions.codes),
    adoption: path.join(config.root, 'country/adoption.yaml'),
  })
  if (!regulations.ok) throw new Refused(regulations.error)
  return {
    systems,
    bodies,
    regions,
    regulations: regulations.value,
    calendar: loadCalendar(config.root),
  }
}

async function createTrustLayer(deps: BackendDeps, law: Awaited<ReturnType<typeof loadLaw>>) {
  const { config, database, clock, log } = deps
  const keys = createKeyStore(path.join(config.data, 'keys'))
  const trustUrl = `${config.baseUrl}/trust`
  const oids = authorityOids(DEMONSTRATION_ARC)
  const authority = await createAuthority({
    sql: database.pool('authority'),
    keys,
    clock,
    oids,
    urls: {
      crl: `${trustUrl}/crl`,
      ocsp: `${trustUrl}/ocsp`,
      tsa: `${trustUrl}/tsa`,
      aia: `${trustUrl}/ca`,
    },
    log,
  })
  const client = authorityHere(authority)
  const ring = { keys, authority }
  const seal = createSystemSeal({
    pairs: await systemKeys(ring, law.systems),
    anchors: authority.anchors,
    clock,
  })
  const trust = createTrust({
    roots: [authority.anchors.root],
    intermediates: [authority.anchors.issuing],
  })
  const isSeal = (certificate: Certificate) =>
    certificate.extendedKeyUsage.includes(oids.holder.seal)
  const signatures = createSignatures({ anchors: authority.anchors, clock, oids, ...client })
  return { authority, client, seal, trust, isSeal, signatures, seals: sealKeys(ring, law.bodies) }
}

/** Everything behind the pages: the state's systems, wired. Nothing runs until `start`. */
export async function createBackend(deps: BackendDeps) {
  const { config, database, clock, log } = deps
  const law = await loadLaw(deps)
  const trustLayer = await createTrustLayer(deps, law)
  const { seal, client, trust } = trustLayer
  const app = database.pool('app')
  const registries = createRegistries({ database, seal, systems: law.systems, clock })
  const endpoints = Object.fromEntries(
    Object.entries(registries).map(([id, { endpoint }]) => [id, endpoint]),
  )
  const gateway = createGateway({
    pool: database.pool('gateway'),
    seal,
    transport: inProcessTransport(endpoints),
    rights: law.systems.rights,
    clock,
    log,
  })
  const { renderer, qrReader } = createRenderers(deps)
  const documents = createDocuments({
    pool: app,
    clock,
    renderer,
    qrReader,
    seals: trustLayer.seals,
    timeStamp: client.tsa,
    trust,
    isSeal: trustLayer.isSeal,
    checkAt: `${config.baseUrl.replace(/^https?:\/\//, '')}/check`,
    demonstration: config.mode === 'demonstration',
  })
  const nameOf = nameOfField(law.regions)
  const inquiries = createInquiries({ pool: app, onSent: () => gateway.wake() })
  const cases = createCases({
    pool: app,
    transaction: (work) => inTransaction(app, work),
    regulations: law.regulations,
    calendar: law.calendar,
    clock,
    newId: randomUUID,
    ...noticeOf(clock),
    waiting: async (caseId) => waitingOf(law.systems, await waiting(app, caseId)),
    documents,
    issuer: (kind, state) => law.bodies.ofCase(kind, state),
    signatures: trustLayer.signatures,
    nameOf,
  })
  const worker = createWorker({
    pool: app,
    handlers: {
      ...cases.handlers,
      'gateway.answer': (job, context) =>
        isInquiry(job)
          ? inquiries.take(job, context)
          : cases.handlers['gateway.answer'](job, context),
    },
    clock,
    log,
    concurrency: config.jobs,
    leaseSeconds: LEASE_SECONDS,
  })
  return {
    ...law,
    ...trustLayer,
    registries,
    inquiries,
    nameOf,
    gateway,
    documents,
    cases,
    worker,
    identity: await createIdentity({
      pool: app,
      clock,
      registers: createRegisters(inquiries, clock),
    }),
    notifications: createNotifications({ pool: app, clock }),
    surveys: createSurveys({ pool: app, clock }),
    async start() {
      await gateway.start()
      worker.start()
    },
    async stop() {
      await Promise.all([worker.stop(), gateway.stop()])
      await Promise.all([renderer.close(), qrReader.close()])
    },
  }
}

export type Backend = Awaited<ReturnType<typeof createBackend>>
export type { Authority, Cases, Documents, Gateway, Regulations, Worker }
