import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type DataAccess, portalSession, type PortalDeps, registerPortal } from '#apps/portal'
import { registerTrustRoutes } from '#apps/trust'
import { createUi } from '#apps/ui'
import { accessLog } from '#capabilities/gateway'
import { notify } from '#capabilities/notifications'
import { swimlaneSvg } from '#capabilities/regulations'
import { dayOf, partyNumber, type Text } from '#core/kernel'
import type { AssetManifest } from '#platform/assets'
import { createHttp } from '#platform/http'
import type { Backend, BackendDeps } from './backend.ts'
import { createPortalKeys } from './portal-keys.ts'
import type { SystemData } from './systems.ts'

export interface WebDeps extends BackendDeps {
  readonly backend: Backend
  readonly assets: AssetManifest
  /** Signs cookies and form tokens; the same for all processes. */
  readonly secret: string
}

const nameOf = (systems: Readonly<Record<string, SystemData>>, id: string): Text =>
  systems[id]?.name ?? { kk: id, ru: id, en: id }

function dataAccessOf({ backend, database }: WebDeps): PortalDeps['dataAccess'] {
  const app = database.pool('app')
  return async (party, page) => {
    const records = await accessLog(app, partyNumber(party), page)
    return records.map(
      ({ askedAt, from, to, purpose }): DataAccess => ({
        at: askedAt,
        from: nameOf(backend.systems.systems, from),
        to: nameOf(backend.systems.systems, to),
        purpose,
      }),
    )
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

const systemsOf = ({ backend }: WebDeps): PortalDeps['systems'] =>
  async function systemStates() {
    const states = await backend.gateway.status()
    return states.map(({ system, state, since }) => ({
      name: nameOf(backend.systems.systems, system),
      state,
      ...(since === null ? {} : { since }),
    }))
  }

/** The portal and the authority's public services on one server. */
export async function createWeb(deps: WebDeps): Promise<FastifyInstance> {
  const { backend, assets, config, clock, log, database, secret } = deps
  const session = portalSession(backend.identity)
  const ui = createUi({
    demonstration: config.mode === 'demonstration',
    assets,
    accountName: (request) => session.of(request)?.account.account.name,
  })
  const app = await createHttp({
    log,
    clock,
    secrets: { cookies: secret },
    publicUrl: config.baseUrl,
    trustProxy: config.trustProxy,
    assets,
    sessionOf: session.lookup,
    errorView: ui.errorView,
    checks: { database: async () => (await database.pool('app').query('select 1')).rowCount === 1 },
  })
  await registerTrustRoutes(app, { authority: backend.authority })
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
    systems: systemsOf(deps),
    proofOf: proofOf(deps),
    clock,
    secret,
  })
  return app
}

/** Where the bundles of the browser lie. */
export const assetsFolder = (root: string): string => path.join(root, 'dist', 'assets')
