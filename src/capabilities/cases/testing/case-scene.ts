import { randomUUID } from 'node:crypto'
import type { Documents } from '#capabilities/documents'
import type { Signatures } from '#capabilities/signatures'
import { createSigningScene, type SigningScene } from '#capabilities/signatures/testing'
import { contracts } from '#core/contracts'
import type { Actor, CaseState } from '#core/engine'
import { countryLaw, type CountryLaw } from '#core/engine/testing'
import {
  type Instant,
  instant,
  type JsonObject,
  jsonText,
  type Result,
  type Text,
} from '#core/kernel'
import type { Database } from '#platform/db'
import { type TestDatabase, testDatabase } from '#platform/db/testing'
import {
  enqueueCall,
  type Job,
  JOB_ENDED,
  type JobContext,
  type JobLater,
  jobsSchema,
} from '#platform/jobs'
import { createLog } from '#platform/log'
import { documentsSchema } from '#capabilities/documents'
import type { Offer } from '#capabilities/payments'
import { appointmentsSchema, createAppointments, parseCalendars } from '#capabilities/appointments'
import { casesSchema } from '../cases-schema.ts'
import { type Cases, type CasesWiring, createCases } from '../create-cases.ts'
import type { Duties, Notice, Question } from '../deps.ts'

/** A form that has no mistakes. */
export const ANSWERS = {
  identityDocument: 'УДОСТОВЕРЕНИЕ РК',
  variant: 'current',
  region: '710000000',
  object: 'region',
  language: 'kk',
} as const

/** How a job ran: ended together with its step, put off, or left to the worker to end. */
export type Ran = 'done' | 'returned' | JobLater

/** Cases on a real database with a real certification authority; what leaves them is written down here. */
export interface CaseScene {
  readonly cases: Cases
  readonly database: Database
  readonly test: TestDatabase
  readonly law: CountryLaw
  readonly signing: SigningScene
  readonly applicant: Extract<Actor, { kind: 'applicant' }>
  readonly asked: Question[]
  readonly told: Notice[]
  readonly offered: Offer[]
  /** What payments were told of offers: closed, or to be given back and why. */
  readonly duties: { readonly offer: string; readonly what: string }[]
  /** What the clock shows. */
  now: Instant
  readonly wiring: CasesWiring
  /** The cases once more, with some of their surroundings changed. */
  wired(change: Partial<CasesWiring>): Cases
  open(): Promise<CaseState>
  /** A case that waits at its form: the register of persons has answered. */
  opened(): Promise<CaseState>
  /** A case whose form is filled in: it waits for the signature. */
  filled(): Promise<CaseState>
  signed(): Promise<CaseState>
  state(caseId: string): Promise<CaseState>
  sign(state: CaseState, cases?: Cases): Promise<Result<CaseState>>
  answer(key: string, status: string, body?: JsonObject | null): Promise<Ran>
  /** Runs the waiting jobs of a kind, the oldest first. */
  work(kind: keyof Cases['handlers'], cases?: Cases): Promise<Ran[]>
  jobs(): Promise<Job[]>
  close(): Promise<void>
}

export const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Gives a job to its handler as a worker does that holds it, or that has lost its lease. */
export async function runJob(cases: Cases, job: Job, lease: boolean): Promise<Ran> {
  const context: JobContext = {
    log: createLog({ level: 'silent', pretty: false }),
    later: (later, reason) => ({ later, reason }),
    done: () => Promise.reject(new Error('a case ends its jobs by its own statement')),
    ending: { name: 'jobs.end_job', values: [job.id, lease ? job.id : randomUUID()] },
  }
  const handler = cases.handlers[job.kind as keyof Cases['handlers']]
  const outcome = await handler(job, context)
  if (typeof outcome === 'object') return outcome
  return outcome === JOB_ENDED ? 'done' : 'returned'
}

/** Every job is under a lease with the name of the job. */
const LEASE = `update jobs.job set lease = id, lease_until = clock_timestamp() + interval '1 hour'`
const JOBS = 'select id, kind, key, payload, attempts from jobs.job order by created_at, key'
const HELD = `insert into jobs.job (id, region, kind, key, payload, run_at, lease, lease_until)
  values ($1, 'main', $2, $3, $4, '-infinity', $1, clock_timestamp() + interval '1 hour')`
const notWired = () => Promise.reject(new Error('documents are not part of this scene'))
const NO_DOCUMENTS: Documents = {
  issue: notWired,
  find: notWired,
  content: notWired,
  ofOwner: notWired,
  ofCase: () => Promise.resolve([]),
  ofCases: notWired,
  revoke: notWired,
  check: notWired,
}

const everywhere = (text: string): Text => ({ kk: text, ru: text, en: text })
/** One place an hour, on two hours of the next working day. */
const CALENDARS = parseCalendars({
  calendars: {
    marriage: {
      of: 'civil-registry',
      hours: [{ from: '10:00', to: '12:00' }],
      minutes: 60,
      capacity: 1,
      lead: { from: 1, to: 60 },
    },
  },
})

/** A part of a statement that writes nothing. */
const NOTHING = enqueueCall([])

type Surroundings = Pick<
  CaseScene,
  'now' | 'database' | 'law' | 'asked' | 'told' | 'offered' | 'duties'
>

const dutiesOf = ({ offered, duties }: Surroundings): Duties => ({
  offer: (offer) => {
    offered.push(offer)
    return NOTHING
  },
  closeOffer: (offer) => {
    duties.push({ offer, what: 'closed' })
    return NOTHING
  },
  refund: (offer, reason) => {
    duties.push({ offer, what: reason })
    return NOTHING
  },
})

const appointmentsOf = (scene: Surroundings, pool: CasesWiring['pool']) =>
  createAppointments({
    pool,
    clock: () => scene.now,
    days: scene.law.calendar,
    calendars: CALENDARS,
    office: (_kind, code) => ({ code, name: everywhere(code), address: everywhere('1') }),
  })

function wiringOf(scene: Surroundings, signatures: Signatures): CasesWiring {
  const pool = scene.database.pool('app')
  return {
    pool,
    regulations: scene.law.regulations,
    calendar: scene.law.calendar,
    mrp: scene.law.mrp,
    clock: () => scene.now,
    newId: randomUUID,
    post: (question) => {
      scene.asked.push(question)
      return NOTHING
    },
    notify: (notice) => {
      scene.told.push(notice)
      return NOTHING
    },
    duties: dutiesOf(scene),
    appointments: appointmentsOf(scene, pool),
    waiting: () => Promise.resolve(undefined),
    delayed: ({ since, attempts, reason }) => ({
      system: reason,
      name: { kk: reason, ru: reason, en: reason },
      since,
      attempts,
    }),
    documents: NO_DOCUMENTS,
    issuer: () => ({
      seal: 'justice-department-710000000',
      body: { kk: 'Әділет департаменті', ru: 'Департамент юстиции', en: 'Department of Justice' },
    }),
    signatures,
    nameOf: (_field, raw) => ({ kk: jsonText(raw), ru: jsonText(raw), en: jsonText(raw) }),
  }
}

/** The steps that bring a case to where a test begins. */
function stepsOf(scene: CaseScene): Pick<CaseScene, 'open' | 'opened' | 'filled' | 'signed'> {
  const { applicant: actor } = scene
  const steps = {
    open: async () =>
      value(
        await scene.cases.open({
          service: 'justice.realty-absence',
          channel: 'portal',
          party: actor.party,
          language: 'kk',
          actor,
        }),
      ),
    opened: async () => {
      const { id } = await steps.open()
      const { sample } = contracts['persons.identify']
      await scene.answer(`${id}/identify/1`, 'found', sample.found)
      return scene.state(id)
    },
    filled: async () => {
      const { id } = await steps.opened()
      return value(await scene.cases.submitForm({ caseId: id, actor, fields: ANSWERS }))
    },
    signed: async () => value(await scene.sign(await steps.filled())),
  }
  return steps
}

function worksOf(scene: CaseScene): Pick<CaseScene, 'answer' | 'work' | 'jobs'> {
  const pool = scene.database.pool('app')
  const jobs = async () => {
    await pool.query(LEASE)
    // The term of the whole service waits beside everything else: half an hour, or a month.
    return (await pool.query<Job>(JOBS)).rows.filter(({ kind }) => kind !== 'case.term')
  }
  return {
    jobs,
    answer: async (key, status, body = null) => {
      const id = randomUUID()
      const job = {
        id,
        kind: 'gateway.answer',
        key: id,
        payload: { key, status, body },
        attempts: 1,
      }
      await pool.query(HELD, [id, job.kind, id, JSON.stringify(job.payload)])
      try {
        return await runJob(scene.cases, job, true)
      } finally {
        await pool.query('delete from jobs.job where id = $1', [id])
      }
    },
    work: async (kind, cases = scene.cases) => {
      const ran: Ran[] = []
      for (const job of await jobs())
        if (job.kind === kind) ran.push(await runJob(cases, job, true))
      return ran
    },
  }
}

export async function createCaseScene(): Promise<CaseScene> {
  const [law, signing, test] = await Promise.all([
    countryLaw(),
    createSigningScene(),
    testDatabase([jobsSchema, casesSchema, appointmentsSchema, documentsSchema]),
  ])
  const { database } = test
  const applicant = { kind: 'applicant', party: signing.person } as const
  const base = {
    now: instant(new Date()),
    database,
    law,
    asked: [],
    told: [],
    offered: [],
    duties: [],
  }
  const scene = Object.assign(base, { test, signing, applicant }) as unknown as CaseScene
  const wiring = wiringOf(scene, signing.signatures())
  const cases = createCases(wiring)
  Object.assign(scene, {
    cases,
    wiring,
    wired: (change: Partial<CasesWiring>) => createCases({ ...wiring, ...change }),
    state: async (caseId: string) => value(await cases.view(caseId, applicant)).state,
    sign: async (state: CaseState, by: Cases = cases) => {
      const { bytes, sha256 } = value(await cases.document(state.id, applicant))
      const cms = signing.sign(signing.citizen, bytes)
      return by.sign({ caseId: state.id, actor: applicant, cms, sha256 })
    },
    ...worksOf(scene),
    close: async () => {
      await Promise.all([test.close(), signing.country.close()])
    },
  })
  return Object.assign(scene, stepsOf(scene))
}
