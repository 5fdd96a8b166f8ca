import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto'
import type { Actor } from '#core/engine'
import { controlDigit, type Iin, instant, parseIin, type Party, type Result } from '#core/kernel'
import { parseCertificate, signData } from '#platform/crypto'
import { importPersons, type PersonRow } from '#registries/persons'
import { openSession } from '../src/capabilities/identity/sessions.ts'
import { inLanes, pause } from './measure.ts'
import type { PortalClient } from './portal-client.ts'
import type { SideEntrance } from './side-entrance.ts'

export const SERVICE = 'justice.realty-absence'
const BIRTH_DATE = '1981-02-03'
export const ANSWERS = {
  identityDocument: 'УДОСТОВЕРЕНИЕ РК',
  variant: 'current',
  region: '710000000',
  object: 'region',
  language: 'kk',
} as const

/** What somebody orders, with the answers of the form. */
export interface Order {
  readonly iin: Iin
  readonly service: string
  readonly fields: Readonly<Record<string, string>>
}

/** Somebody whose request is filled in and whose signature is made: one POST away from filing it. */
export interface ReadyRequest {
  readonly caseId: string
  readonly number: string
  readonly session: string
  readonly form: Readonly<Record<string, string>>
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`)
  return result.value
}

/** Women born on one day of 1981, on which the demonstration country has nobody. */
export function numbersFrom(first: number, count: number): Iin[] {
  const found: Iin[] = []
  for (let serial = first; found.length < count; serial += 1) {
    const base = `8102034${String(serial).padStart(4, '0')}`
    const control = controlDigit(base)
    const iin = control === undefined ? undefined : parseIin(`${base}${control}`)
    if (iin !== undefined) found.push(iin)
  }
  return found
}

const name = {
  kk: { surname: 'СЫНАҚОВА', given: 'САЯ', patronymic: null },
  ru: { surname: 'СЫНАКОВА', given: 'САЯ', patronymic: null },
}

const person = (iin: Iin): PersonRow => ({
  iin,
  birthDate: BIRTH_DATE,
  sex: 'female',
  citizenship: 'KAZ',
  deathDate: null,
  names: [{ validFrom: BIRTH_DATE, validTo: null, ...name }],
  documents: [],
  residences: [
    {
      validFrom: '1985-01-01',
      validTo: null,
      kato: '711200000',
      region: '710000000',
      text: { kk: 'Астана қаласы, Сынақ көшесі, 1-үй', ru: 'город Астана, улица Сынак, дом 1' },
    },
  ],
})

/** Accounts and sessions as sign-in leaves them, without the price of a password for each. */
async function signedIn({ database }: SideEntrance, iin: Iin): Promise<string> {
  const pool = database.pool('app')
  const { rows } = await pool.query<{ id: string }>(
    `insert into identity.account
       (id, kind, number, name, language, password_hash, password_changed_at, created_at)
     select $1, 'person', $2, 'СЫНАҚОВА САЯ', 'ru', password_hash, now(), now() from identity.account limit 1
     on conflict (number) do update set name = excluded.name returning id`,
    [randomUUID(), iin],
  )
  const id = rows[0]?.id ?? ''
  return openSession(pool, id, { address: '127.0.0.1', device: 'bench' }, instant(new Date()))
}

async function identified({ backend }: SideEntrance, caseId: string, actor: Actor): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(15)) {
    const { state, edition } = value(await backend.cases.view(caseId, actor))
    if (edition.actions[state.current?.action ?? '']?.does === 'fill') return
    if (state.status !== 'open') break
  }
  throw new Error('the register of persons did not answer')
}

async function keyOf({ backend }: SideEntrance, iin: Iin) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const issued = await backend.authority.issue({
    profile: 'person-sign',
    subject: { commonName: 'СЫНАҚОВА САЯ', surname: 'СЫНАҚОВА', iin },
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
  })
  const { certificate, chain } = value(issued)
  return { key: privateKey, certificate: parseCertificate(certificate), chain }
}

const token = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** The page to sign as the browser gets it, and the form as the browser sends it back. */
async function signedForm(
  entrance: SideEntrance,
  client: PortalClient,
  request: { readonly iin: Iin; readonly number: string; readonly session: string },
): Promise<ReadyRequest['form']> {
  const { iin, number, session } = request
  const page = await client.get(`/requests/${number}/sign`, session)
  const content = Buffer.from(/data-content="([^"]+)"/.exec(page.body)?.[1] ?? '', 'base64')
  if (page.status !== 200 || content.length === 0)
    throw new Error(`nothing to sign: ${page.status}`)
  const signature = signData({
    content,
    ...(await keyOf(entrance, iin)),
    detached: true,
    signingTime: instant(new Date()),
  })
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { _csrf: token(page.body), sha256, cms: signature.toString('base64') }
}

/** A draft that waits to be filled in, once the registers know who orders. */
export async function openDraft(
  entrance: SideEntrance,
  { iin, service }: Pick<Order, 'iin' | 'service'>,
): Promise<{ readonly id: string; readonly number: string; readonly actor: Actor }> {
  const party: Party = { kind: 'person', iin }
  const actor: Actor = { kind: 'applicant', party }
  const opening = { service, channel: 'portal', party, language: 'kk', actor } as const
  const { id, number } = value(await entrance.backend.cases.open(opening))
  await identified(entrance, id, actor)
  return { id, number, actor }
}

async function readyRequest(
  entrance: SideEntrance,
  client: PortalClient,
  order: Order,
): Promise<ReadyRequest> {
  const { iin, fields } = order
  const session = await signedIn(entrance, iin)
  const { id: caseId, number, actor } = await openDraft(entrance, order)
  value(await entrance.backend.cases.submitForm({ caseId, actor, fields }))
  const form = await signedForm(entrance, client, { iin, number, session })
  return { caseId, number, session, form }
}

/** Orders of people whom the registers know, each ready to be filed. */
export async function readyOrders(
  entrance: SideEntrance,
  client: PortalClient,
  orders: readonly Order[],
): Promise<ReadyRequest[]> {
  const ready: ReadyRequest[] = []
  await inLanes(orders, 8, async (order) => {
    ready.push(await readyRequest(entrance, client, order))
  })
  return ready
}

/** Requests of so many people, each ready to be filed. `first` numbers the people, so that no two calls make the same. */
export async function readyRequests(
  entrance: SideEntrance,
  client: PortalClient,
  people: { readonly first: number; readonly count: number },
): Promise<ReadyRequest[]> {
  const iins = numbersFrom(people.first, people.count)
  const { rejected } = await importPersons(
    entrance.database.pool('registry_persons'),
    iins.map(person),
  )
  // A kept folder has some of them from an earlier run.
  const mistake = rejected.find(({ code }) => !code.includes('person_pk'))
  if (mistake !== undefined) throw new Error(JSON.stringify(mistake))
  const orders = iins.map((iin) => ({ iin, service: SERVICE, fields: ANSWERS }))
  return readyOrders(entrance, client, orders)
}
