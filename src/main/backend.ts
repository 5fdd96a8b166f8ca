import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Appointments } from '#capabilities/appointments'
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
import { createOfficials } from '#capabilities/officials'
import { createPayments, type Payments } from '#capabilities/payments'
import { createRepresentation } from '#capabilities/representation'
import type { Signatures } from '#capabilities/signatures'
import { createSurveys } from '#capabilities/surveys'
import { asPromised } from '#core/contracts'
import type { Seal } from '#core/envelope'
import type { Instant } from '#core/kernel'
import type { Database } from '#platform/db'
import { createWorker } from '#platform/jobs'
import type { Log } from '#platform/log'
import { appointmentsAt } from './appointments.ts'
import { stampCheck, stampsOf } from './authority-client.ts'
import type { Config } from './config.ts'
import { fontFolders } from './fonts.ts'
import { bankOf } from './bank.ts'
import type { Boundaries } from './boundaries.ts'
import { type Law, loadLaw } from './law.ts'
import { createMail } from './mail.ts'
import { noticeOf } from './notices.ts'
import { createRegistries } from './registries.ts'
import { createRegisters } from './registers.ts'
import { rightQuestions } from './right-questions.ts'
import { createTrustLayer, type TrustLayer } from './trust-layer.ts'
import { unitNames } from './unit-names.ts'
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
  /** The mail server; the demonstration's own where none is set. */
  readonly smtpUrl?: string | undefined
  readonly around?: Boundaries | undefined
}

const LEASE_SECONDS = 30

function createRenderers({ config, threads, log }: BackendDeps) {
  const renderer = createRenderer({
    workerUrl: threads.typst,
    root: path.join(config.root, 'regulations'),
    fonts: fontFolders(config.root),
    size: config.renderers,
    onFault: (detail) => log.error({ detail }, 'a template and its data do not fit'),
  })
  return { renderer, qrReader: createQrReader({ workerUrl: threads.qr, size: 1 }) }
}

function createExchange(
  { database, clock, log, around }: BackendDeps,
  law: Law,
  { seal, client, trust }: TrustLayer,
) {
  const registries = createRegistries({ database, seal, systems: law.systems, clock })
  const endpoints = Object.entries(registries).map(([id, { endpoint }]) => [id, endpoint] as const)
  const here = inProcessTransport(Object.fromEntries(endpoints))
  const gateway = createGateway({
    pool: database.pool('gateway'),
    seal,
    transport: around?.transport(here, seal) ?? here,
    asPromised,
    rights: law.systems.rights,
    clock,
    log,
    timeStamp: stampsOf(client),
    checkStamp: stampCheck(trust),
  })
  return { registries, gateway }
}

function createIssuing(
  deps: BackendDeps,
  { seals, client, trust, isSeal, revocations }: TrustLayer,
) {
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
    revocations,
    checkAt: `${config.baseUrl.replace(/^https?:\/\//, '')}/check`,
    demonstration: config.mode === 'demonstration',
  })
  const close = () => Promise.all([renderer.close(), qrReader.close()])
  return { documents, close }
}

function wireCases(
  deps: BackendDeps,
  law: Law,
  parts: { documents: Documents; signatures: Signatures; appointments: Appointments },
) {
  const { database, clock } = deps
  const app = database.pool('app')
  const nameOf = nameOfField(law)
  const cases = createCases({
    pool: app,
    regulations: law.regulations,
    calendar: law.calendar,
    mrp: law.mrp,
    clock,
    newId: randomUUID,
    ...noticeOf(clock),
    waiting: async (caseId) => waitingOf(law.systems, await waiting(app, caseId)),
    delayed: delayedOf,
    issuer: (seal, place) =>
      law.bodies.find(seal, place === undefined ? undefined : law.units.regionOf(place)),
    nameOf,
    ...parts,
  })
  return { cases, nameOf }
}

function wirePayments(
  { config, database, clock, log, around }: BackendDeps,
  law: Law,
  { seal, documents }: { seal: Seal; documents: Documents },
): Payments {
  return createPayments({
    pool: database.pool('app'),
    bank: bankOf(config, { seal, clock, at: around?.bankServices }),
    seal,
    documents,
    issuer: law.bodies.find('e-government', undefined),
    returnTo: (request) => `${config.baseUrl}/requests/${request}/payment`,
    clock,
    log,
  })
}

function wireWorker(
  { config, database, clock, log }: BackendDeps,
  { cases, inquiries, payments }: { cases: Cases; inquiries: Inquiries; payments: Payments },
) {
  return createWorker({
    pool: database.pool('app'),
    handlers: {
      ...cases.handlers,
      ...payments.handlers,
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

/** Who comes to the portal, who serves at a desk, and what they are told. */
async function createPeople({ database, clock }: BackendDeps, law: Law, inquiries: Inquiries) {
  const pool = database.pool('app')
  return {
    representation: createRepresentation({
      sql: pool,
      ask: rightQuestions(inquiries, clock),
      clock,
    }),
    identity: await createIdentity({
      pool,
      clock,
      registers: createRegisters(inquiries, clock),
      notify: (tx, { about, ...news }) => notify(tx, { ...news, kind: about, params: {} }),
    }),
    notifications: createNotifications({ pool, clock }),
    officials: createOfficials({
      pool,
      clock,
      roles: law.systems.roles,
      unitName: unitNames(law),
    }),
  }
}

/** Everything behind the pages: the state's systems, wired. Nothing runs until `start`. */
export async function createBackend(deps: BackendDeps) {
  const { database, clock } = deps
  const law = await loadLaw(deps.config.root)
  const trustLayer = await createTrustLayer(deps, law)
  const { registries, gateway } = createExchange(deps, law, trustLayer)
  const { documents, close } = createIssuing(deps, trustLayer)
  const pool = database.pool('app')
  const inquiries = createInquiries({ pool, clock, onSent: () => gateway.wake() })
  const { signatures } = trustLayer
  const appointments = appointmentsAt(law.units, {
    pool,
    clock,
    days: law.calendar,
    calendars: law.officeCalendars,
  })
  const { cases, nameOf } = wireCases(deps, law, { documents, signatures, appointments })
  const mail = createMail(deps)
  const payments = wirePayments(deps, law, { seal: trustLayer.seal, documents })
  const worker = wireWorker(deps, { cases, inquiries, payments })
  return {
    ...law,
    ...trustLayer,
    registries,
    inquiries,
    nameOf,
    gateway,
    documents,
    appointments,
    cases,
    ...(await createPeople(deps, law, inquiries)),
    mailing: mail?.mailing,
    mailAnswers: mail?.answers,
    payments,
    surveys: createSurveys({ pool, clock }),
    async start() {
      await gateway.start()
      await payments.start()
      worker.start()
      mail?.start()
    },
    async stop() {
      await Promise.all([worker.stop(), mail?.stop(), gateway.stop()])
      await close()
    },
  }
}

export type Backend = Awaited<ReturnType<typeof createBackend>>
