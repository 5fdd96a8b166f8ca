import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessLog } from '#capabilities/gateway'
import type { Actor, CaseState } from '#core/engine'
import { type Iin, instant, partyNumber, type Result } from '#core/kernel'
import { signData } from '#platform/crypto'
import { enqueue } from '#platform/jobs'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import { register, signIn } from '../../src/main/demo/citizen.ts'
import type { Visitor } from '../../src/main/demo/visitor.ts'
import { BEHIND_PROXY, keyFor, PASSWORD, textOf, visit } from './citizens.ts'
import { SINGLES } from './people.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform({ size: 200, env: BEHIND_PROXY })
})
afterAll(() => platform?.stop())

type Person = Extract<Actor, { kind: 'applicant' }>
const person = (iin: string): Person => ({
  kind: 'applicant',
  party: { kind: 'person', iin: iin as Iin },
})
const iinOf = ({ party }: Person): Iin => {
  if (party.kind !== 'person') throw new Error('a person')
  return party.iin
}
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const singles = async (sex: string): Promise<readonly Person[]> => {
  const pool = platform.platform.database.pool('registry_civil_acts')
  const { rows } = await pool.query<{ iin: string; sex: string }>(`${SINGLES} order by c.iin`)
  return rows.filter((row) => row.sex === sex).map(({ iin }) => person(iin))
}

/** A man and a woman whom the register of civil acts knows as born and as nothing else. */
async function couple(): Promise<readonly [Person, Person]> {
  const [[bride], [groom]] = [await singles('female'), await singles('male')]
  if (bride === undefined || groom === undefined) throw new Error('everybody is married')
  return [bride, groom]
}

const cases = () => platform.platform.backend.cases
async function signed(actor: Person, bytes: Buffer): Promise<{ cms: Buffer; sha256: string }> {
  const { key, certificate, chain } = await keyFor(platform, {
    signer: iinOf(actor),
    number: iinOf(actor),
    kind: 'person',
  })
  const signingTime = instant(new Date())
  const cms = signData({ content: bytes, key, certificate, chain, detached: true, signingTime })
  return { cms, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function sign(caseId: string, actor: Person): Promise<void> {
  const { bytes } = must(await cases().document(caseId, actor))
  must(await cases().sign({ caseId, actor, ...(await signed(actor, bytes)) }))
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
async function stateOf(number: string): Promise<CaseState> {
  const audited = await cases().audit(number)
  if (audited === undefined) throw new Error(`there is no case ${number}`)
  return audited.state
}

async function until(number: string, holds: (state: CaseState) => boolean): Promise<CaseState> {
  let state = await stateOf(number)
  for (let tries = 0; !holds(state); tries += 1) {
    if (tries > 300)
      throw new Error(`${number}: ${state.status} ${JSON.stringify([state.current, state.ground])}`)
    await pause(100)
    state = await stateOf(number)
  }
  return state
}
const at = (action: string) => (state: CaseState) => state.current?.action === action

async function apply(bride: Person, partner: string) {
  const opened = must(
    await cases().open({
      service: 'justice.marriage-application',
      channel: 'portal',
      party: bride.party,
      language: 'ru',
      actor: bride,
    }),
  )
  await until(opened.number, at('fill'))
  const [free] = await platform.platform.backend.appointments.free('marriage', '130', undefined, 1)
  const fields = { partner, office: '130', time: free?.local ?? '' }
  const filled = await cases().submitForm({ caseId: opened.id, actor: bride, fields })
  if (!filled.ok) throw new Error(JSON.stringify(filled))
  return opened
}

/** People of the demonstration, and whoever was here before, have accounts already. */
async function visitorOf(iin: Iin): Promise<Visitor> {
  const visitor = visit(platform.baseUrl)
  if (await register(visitor, { number: iin, password: PASSWORD })) return visitor
  const account = platform.accounts.find(({ number }) => number === iin)
  await signIn(visitor, iin, account?.password ?? PASSWORD)
  return visitor
}

/** Who is asked to consent sees the request, and neither pays, withdraws nor orders it in the place of who applied. */
async function expectConsentOnly(number: string, consenting: Person): Promise<void> {
  const visitor = await visitorOf(iinOf(consenting))
  const own = await visitor.get(`/requests/${number}`)
  expect([own.status, new URL(own.url).pathname]).toEqual([200, `/requests/${number}`])
  const cabinet = textOf(await visitor.get('/cabinet'))
  expect(cabinet).toContain('(вы подписали)')
  expect(cabinet).not.toContain('просят вашего согласия')
  const form = (await visitor.get('/cabinet')).forms.find(({ method }) => method === 'post')
  if (form === undefined) throw new Error('a page of who is signed in has a form')
  for (const deed of ['payment', 'withdraw', 'survey', 'again']) {
    const address = `/requests/${number}/${deed}`
    if (deed !== 'again')
      expect(new URL((await visitor.get(address)).url).pathname).toBe(`/requests/${number}`)
    const forged = { ...own, forms: [{ ...form, action: address }] }
    const sent = await visitor.submit(forged, address)
    expect(new URL(sent.url).pathname, deed).toBe(`/requests/${number}`)
  }
  expect((await stateOf(number)).status).toBe('open')
}

/** What the register of civil acts was asked about somebody, as the cabinet and as the register tell. */
async function askedOf(iin: string): Promise<readonly string[]> {
  const { database } = platform.platform
  const log = await accessLog(database.pool('app'), iin)
  const services = log.map(({ service }) => service).filter((one) => one.startsWith('civil-acts.'))
  const { rows } = await database
    .pool('registry_civil_acts')
    .query<{ service: string }>(
      `select service from reg_civil_acts.journal where subject = $1 and service like 'civil-acts.%'`,
      [iin],
    )
  expect(rows.map(({ service }) => service).toSorted()).toEqual(services.toSorted())
  return services
}

test('two persons apply, both sign, pay, and are told when and where they marry', async () => {
  const [bride, groom] = await couple()
  const { id, number } = await apply(bride, iinOf(groom))
  await until(number, at('sign'))
  await sign(id, bride)
  await until(number, at('signPartner'))
  await sign(id, groom)
  const offered = await until(number, at('pay'))
  const asked = ['civil-acts.marriage-impediments']
  expect(offered.current?.amount).toBeGreaterThan(0)
  await expectConsentOnly(number, groom)
  for (const { party } of [bride, groom]) expect(await askedOf(partyNumber(party))).toEqual(asked)
  await enqueue(platform.platform.database.pool('app'), [
    {
      kind: 'payments.settled',
      key: `${id}/pay/1/settled`,
      payload: {
        caseId: id,
        action: 'pay',
        visit: 1,
        offer: `${id}/pay/1`,
        order: '1',
        amount: offered.current?.amount ?? 0,
        paidAt: instant(new Date()),
        receipt: '1',
      },
    },
  ])
  await until(number, at('check'))
  const registrar = person('840731400431')
  const official = {
    kind: 'official',
    id: iinOf(registrar),
    roles: ['justice.civil-registry-specialist'],
    unit: '130',
  } as const
  const decision = {
    action: 'check',
    visit: 1,
    outcome: 'complete',
    fields: { checked: '1, 2, 3' },
  }
  const { bytes } = must(await cases().decision({ number, official, decision }))
  must(await cases().decide({ number, official, decision, ...(await signed(registrar, bytes)) }))
  const ended = await until(number, ({ status }) => status !== 'open')
  expect(ended).toMatchObject({ status: 'finished', result: 'notification' })
  const { number: issued } = ended.data['document'] as { readonly number: string }
  await expectInBothLists(number, issued, [bride, groom])
})

/** Both applicants have the document of the request in their lists, and open it. */
async function expectInBothLists(number: string, document: string, both: readonly Person[]) {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await platform.platform.backend.documents.find(document)) !== undefined) break
    await pause(100)
  }
  for (const one of both) {
    const iin = iinOf(one)
    const visitor = await visitorOf(iin)
    const list = await visitor.get('/cabinet/documents')
    const link = new RegExp(`href="([^"]*/documents/${document})"`)
    const opened = link.exec(list.html)?.[1] ?? 'not listed'
    for (const address of [opened, `${opened}.pdf`])
      expect((await visitor.get(address)).status, `${iin} ${address}`).toBe(200)
    expect((await visitor.get(`/requests/${number}`)).html).toMatch(link)
  }
}

test('what stands in the way of a marriage is named in a signed refusal, and nobody pays', async () => {
  const [one, other] = (await singles('female')).slice(-2)
  if (one === undefined || other === undefined) throw new Error('too few')
  const { id, number } = await apply(one, iinOf(other))
  await until(number, at('sign'))
  await sign(id, one)
  await until(number, at('signPartner'))
  await sign(id, other)
  const ended = await until(number, ({ status }) => status !== 'open')
  expect(ended).toMatchObject({ status: 'refused', ground: { id: 'impediment' } })
  expect(ended.ground?.remark?.kk).not.toBe('')
  expect(ended.data['document']).toMatchObject({ number: expect.stringMatching(/^\d{14}$/) })
  expect(ended.done.map(({ action }) => action)).not.toContain('pay')
  const { number: issued } = ended.data['document'] as { readonly number: string }
  await expectInBothLists(number, issued, [one, other])
})
