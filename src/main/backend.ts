import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createAuthority } from '#capabilities/authority'
import { type Cases, createCases } from '#capabilities/cases'
import {
  createDocuments,
  createQrReader,
  createRenderer,
  type Documents,
} from '#capabilities/documents'
import { createGateway, inProcessTransport, waiting } from '#capabilities/gateway'
import { createIdentity } from '#capabilities/identity'
import { createInquiries, type Inquiries, isInquiry } from '#capabilities/inquiries'
import { createNotifications, notify } from '#capabilities/notifications'
import { createSignatures, type Signatures } from '#capabilities/signatures'
import { createSurveys } from '#capabilities/surveys'
import type { Instant } from '#core/kernel'
import { createTrust, type Certificate } from '#platform/crypto'
import type { Database } from '#platform/db'
import { createWorker } from '#platform/jobs'
import { createKeyStore } from '#platform/keys'
import type { Log } from '#platform/log'
import { authorityHere, stampsOf } from './authority-client.ts'
import { loadAuthorityData } from './authority-data.ts'
import type { Config } from './config.ts'
import { type Law, loadLaw } from './law.ts'
import { noticeOf } from './notices.ts'
import { createRegistries } from './registries.ts'
import { createRegisters } from './registers.ts'
import { createSystemSeal, sealKeys, systemKeys } from './systems.ts'
import { nameOfField } from './value-names.ts'
import { delayedOf, waitingOf } from './waiting.ts'

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

async function createTrustLayer(deps: BackendDeps, law: Law) {
  const { config, database, clock, log } = deps
  const keys = createKeyStore(path.join(config.data, 'keys'))
  const trustUrl = `${config.baseUrl}/trust`
  const { oids, names } = loadAuthorityData(config.root)
  const authority = await createAuthority({
    sql: database.pool('authority'),
    keys,
    clock,
    oids,
    names,
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

type TrustLayer = Awaited<ReturnType<typeof createTrustLayer>>

function createExchange(
  { database, clock, log }: BackendDeps,
  law: Law,
  { seal, client }: TrustLayer,
) {
  const registries = createRegistries({ database, seal, systems: law.systems, clock })
  const endpoints = Object.entries(registries).map(([id, { endpoint }]) => [id, endpoint] as const)
  const gateway = createGateway({
    pool: database.pool('gateway'),
    seal,
    transport: inProcessTransport(Object.fromEntries(endpoints)),
    rights: law.systems.rights,
    clock,
    log,
    timeStamp: stampsOf(client),
  })
  return { registries, gateway }
}

function createIssuing(deps: BackendDeps, { seals, client, trust, isSeal }: TrustLayer) {
  const { config, database, clock } = deps
  const { renderer, qrReader } = createRenderers(deps)
  const documents = createDocuments({
    pool: database.pool('app'),
    clock,
    renderer,
    qrReader,
    seals,
    timeStamp: client.tsa,
    trust,
    isSeal,
    checkAt: `${config.baseUrl.replace(/^https?:\/\//, '')}/check`,
    demonstration: config.mode === 'demonstration',
  })
  const close = () => Promise.all([renderer.close(), qrReader.close()])
  return { documents, close }
}

function wireCases(
  deps: BackendDeps,
  law: Law,
  parts: { documents: Documents; signatures: Signatures },
) {
  const { database, clock } = deps
  const app = database.pool('app')
  const nameOf = nameOfField(law.regions)
  const cases = createCases({
    pool: app,
    regulations: law.regulations,
    calendar: law.calendar,
    clock,
    newId: randomUUID,
    ...noticeOf(clock),
    waiting: async (caseId) => waitingOf(law.systems, await waiting(app, caseId)),
    delayed: delayedOf,
    issuer: law.bodies.find,
    nameOf,
    ...parts,
  })
  return { cases, nameOf }
}

function wireWorker(
  { config, database, clock, log }: BackendDeps,
  cases: Cases,
  inquiries: Inquiries,
) {
  return createWorker({
    pool: database.pool('app'),
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
}

/** Everything behind the pages: the state's systems, wired. Nothing runs until `start`. */
export async function createBackend(deps: BackendDeps) {
  const { database, clock } = deps
  const law = await loadLaw(deps.config.root)
  const trustLayer = await createTrustLayer(deps, law)
  const { registries, gateway } = createExchange(deps, law, trustLayer)
  const { documents, close } = createIssuing(deps, trustLayer)
  const pool = database.pool('app')
  const inquiries = createInquiries({ pool, onSent: () => gateway.wake() })
  const { signatures } = trustLayer
  const { cases, nameOf } = wireCases(deps, law, { documents, signatures })
  const worker = wireWorker(deps, cases, inquiries)
  return {
    ...law,
    ...trustLayer,
    registries,
    inquiries,
    nameOf,
    gateway,
    documents,
    cases,
    identity: await createIdentity({
      pool,
      clock,
      registers: createRegisters(inquiries, clock),
      notify: (tx, { about, ...news }) => notify(tx, { ...news, kind: about, params: {} }),
    }),
    notifications: createNotifications({ pool, clock }),
    surveys: createSurveys({ pool, clock }),
    async start() {
      await gateway.start()
      worker.start()
    },
    async stop() {
      await Promise.all([worker.stop(), gateway.stop()])
      await close()
    },
  }
}

export type Backend = Awaited<ReturnType<typeof createBackend>>
