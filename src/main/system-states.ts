import type { PortalDeps, SystemState } from '#apps/portal'
import { contractOf } from '#core/contracts'
import { dayOf, type Instant, type PlainDate, type Text } from '#core/kernel'
import type { Edition } from '#core/regulation'
import type { Backend } from './backend.ts'
import type { Config } from './config.ts'
import { createWatch, type Probe } from './system-watch.ts'
import type { SystemData } from './systems.ts'

export const systemName = (systems: Readonly<Record<string, SystemData>>, id: string): Text =>
  systems[id]?.name ?? { kk: id, ru: id, en: id }

const OTHERS: Readonly<Record<'bank' | 'authority' | 'mail', Text>> = {
  bank: { kk: 'Банк', ru: 'Банк', en: 'Bank' },
  authority: {
    kk: 'Ұлттық куәландырушы орталық',
    ru: 'Национальный удостоверяющий центр',
    en: 'National certification authority',
  },
  mail: { kk: 'Электрондық пошта', ru: 'Электронная почта', en: 'E-mail' },
}
type Other = keyof typeof OTHERS
const isOther = (id: string): id is Other => Object.hasOwn(OTHERS, id)

/** Services that an action of an edition needs of registries. */
const askedBy = (action: Edition['actions'][string]): readonly string[] => {
  if (action.does === 'ask') return [action.service]
  if (action.does !== 'identify') return []
  return [action.person?.service, action.entity?.service].filter((one) => one !== undefined)
}

/** What an edition cannot do without, as ids of systems. */
function needsOf(edition: Edition): ReadonlySet<string> {
  const actions = Object.values(edition.actions)
  const registries = actions.flatMap(askedBy).flatMap((one) => contractOf(one)?.system ?? [])
  return new Set([...registries, ...(actions.some(({ does }) => does === 'pay') ? ['bank'] : [])])
}

type Services = SystemState['services']

function servicesOf({ regulations }: Backend, id: string, today: PlainDate): Services {
  return regulations.services().flatMap(({ id: service, name }) => {
    const edition = regulations.inForce(service, today)
    return edition !== undefined && needsOf(edition).has(id) ? [{ id: service, name }] : []
  })
}

async function reached(url: string): Promise<boolean> {
  const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(2000) })
  return answer.status < 500
}

/** What is watched beside the registries: only what this installation has. */
function probesOf({ config, backend }: { config: Config; backend: Backend }) {
  const { bankUrl } = config
  const { mailAnswers } = backend
  const probes: Record<string, Probe> = {
    authority: async () => (await backend.client.crl()) !== undefined,
    ...(bankUrl === undefined ? {} : { bank: () => reached(bankUrl) }),
    ...(mailAnswers === undefined ? {} : { mail: mailAnswers }),
  }
  return probes
}

/** The state of every system that requests lean on, with what it means for whom. */
export function systemStatesOf(deps: {
  readonly config: Config
  readonly backend: Backend
  readonly clock: () => Instant
}): PortalDeps['systems'] {
  const { backend, clock } = deps
  const watch = createWatch(probesOf(deps), clock)
  return async () => {
    const today = dayOf(clock())
    const [registries, others] = await Promise.all([backend.gateway.status(), watch()])
    return [
      ...registries.map(({ system, state, since }) => ({
        name: systemName(backend.systems.systems, system),
        kind: 'register' as const,
        state,
        ...(since === null ? {} : { since }),
        services: servicesOf(backend, system, today),
      })),
      ...others.flatMap(({ id, state, since }) =>
        isOther(id)
          ? [{ name: OTHERS[id], kind: id, state, since, services: servicesOf(backend, id, today) }]
          : [],
      ),
    ]
  }
}
