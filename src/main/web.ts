import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import {
  deskSession,
  frameOfOffice,
  isOfficePath,
  type OfficeDeps,
  registerOffice,
} from '#apps/office'
import { type DataAccess, portalSession, type PortalDeps, registerPortal } from '#apps/portal'
import { type Mailbox, registerMailbox } from '#apps/mailbox'
import { registerTrustRoutes } from '#apps/trust'
import { createUi, type Ui } from '#apps/ui'
import { accessLog } from '#capabilities/gateway'
import { notify } from '#capabilities/notifications'
import type { LookRecord } from '#capabilities/officials'
import { swimlaneSvg } from '#capabilities/regulations'
import { dayOf, partyNumber, type Text } from '#core/kernel'
import type { AssetManifest } from '#platform/assets'
import { createHttp } from '#platform/http'
import type { Backend, BackendDeps } from './backend.ts'
import { createPortalKeys } from './portal-keys.ts'
import { createRegisters } from './registers.ts'
import { systemName, systemStatesOf } from './system-states.ts'

export interface WebDeps extends BackendDeps {
  readonly backend: Backend
  readonly assets: AssetManifest
  /** The mail server of a demonstration, whose letters can be read. */
  readonly mailbox?: Mailbox | undefined
  /** Signs cookies and form tokens; the same for all processes. */
  readonly secret: string
}

const LOOKED: Text = {
  kk: 'Лауазымды адам сұрауды ашып қарады',
  ru: 'Должностное лицо открыло и просмотрело запрос',
  en: 'An official opened the request and looked at it',
}

const officialIn = ({ role, unit }: LookRecord): Text => ({
  kk: `${role.kk}, ${unit.kk}`,
  ru: `${role.ru}, ${unit.ru}`,
  en: `${role.en}, ${unit.en}`,
})

/** A question that no case asked has an id of another form there. */
const isCase = (id: string | null): id is string => id !== null && /^[0-9a-f-]{36}$/.test(id)

/** Questions to registers and looks of officials at cases, newest first. */
function dataAccessOf({ backend, database }: WebDeps): PortalDeps['dataAccess'] {
  const app = database.pool('app')
  return async (party, { limit, offset }) => {
    const first = { limit: limit + offset, offset: 0 }
    const number = partyNumber(party)
    const [asked, looked] = await Promise.all([
      accessLog(app, number, first),
      backend.officials.looksAt(number, first),
    ])
    const systems = backend.systems.systems
    const cases = asked.flatMap((one) => (isCase(one.case) ? [one.case] : []))
    const numbers = await backend.cases.numbersOf(party, cases)
    const records: DataAccess[] = [
      ...asked.map(({ askedAt, from, to, purpose, case: caseId }) => ({
        at: askedAt,
        from: systemName(systems, from),
        to: systemName(systems, to),
        purpose,
        request: numbers.get(caseId ?? ''),
      })),
      ...looked.map((look) => ({
        at: look.at,
        from: officialIn(look),
        to: systemName(systems, 'portal'),
        purpose: LOOKED,
        request: look.caseNumber,
      })),
    ]
    return records.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(offset, offset + limit)
  }
}

function proofOf({ backend }: WebDeps): PortalDeps['proofOf'] {
  return async (party, headIin, { cms, content }) => {
    const signer = headIin === undefined ? { signer: party } : { signer: party, actingIin: headIin }
    const verdict = await backend.signatures.verify({ cms, content, ...signer })
    return verdict.status === 'valid'
      ? { status: 'valid' }
      : { status: verdict.status, error: verdict.error }
  }
}

function portalKeysOf({ backend, config, clock, database }: WebDeps): PortalDeps['keys'] {
  const pool = database.pool('app')
  return createPortalKeys({
    ...backend,
    clock,
    online: config.mode === 'demonstration',
    notify: (serial, party) =>
      notify(pool, { key: `key/${serial}`, party, kind: 'keyIssued', params: {}, at: clock() }),
  })
}

const VISITOR: Text = {
  kk: 'Келушінің сұрауын қабылдау: өтініш берушіні анықтау',
  ru: 'Приём запроса от посетителя: установление заявителя',
  en: 'A request taken in for a visitor: who the applicant is',
}

const officeDeps = (
  { backend, clock }: WebDeps,
  ui: Ui,
  session: OfficeDeps['session'],
): OfficeDeps => ({
  ...backend,
  ui,
  session,
  registers: createRegisters(backend.inquiries, clock, VISITOR),
  get regions() {
    return backend.regions.on(dayOf(clock()))
  },
  clock,
})

/** The portal, the desks and the authority's public services on one server. */
export async function createWeb(deps: WebDeps): Promise<FastifyInstance> {
  const { backend, assets, config, clock, log, database, secret } = deps
  const session = portalSession(backend.identity)
  const desk = deskSession(backend.officials)
  const ui = createUi({
    demonstration: config.mode === 'demonstration',
    assets,
    frameOf: frameOfOffice(desk),
    accountName: (request) => session.of(request)?.account.account.name,
  })
  const app = await createHttp({
    log,
    clock,
    secrets: { cookies: secret },
    publicUrl: config.baseUrl,
    trustProxy: config.trustProxy,
    bankOrigin: config.bankUrl && new URL(config.bankUrl).origin,
    assets,
    // A session of the portal is none at the desks, nor the other way round.
    sessionOf: (request) => (isOfficePath(request.url) ? desk : session).lookup(request),
    errorView: ui.errorView,
    checks: { database: async () => (await database.pool('app').query('select 1')).rowCount === 1 },
  })
  await registerTrustRoutes(app, { authority: backend.authority })
  const { mailbox } = deps
  if (mailbox !== undefined) registerMailbox(app, { ui, mailbox })
  await registerOffice(app, officeDeps(deps, ui, desk))
  await registerPortal(app, {
    ...backend,
    ui,
    session,
    keys: portalKeysOf(deps),
    // Asked for at each page: regions come and go, and the platform runs for months.
    get regions() {
      return backend.regions.on(dayOf(clock()))
    },
    diagram: swimlaneSvg,
    dataAccess: dataAccessOf(deps),
    systems: systemStatesOf(deps),
    proofOf: proofOf(deps),
    clock,
    secret,
  })
  return app
}

/** Where the bundles of the browser lie. */
export const assetsFolder = (root: string): string => path.join(root, 'dist', 'assets')
