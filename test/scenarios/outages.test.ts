import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '#platform/db'
import { numberOf, order } from '../../src/main/demo/citizen.ts'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'
import {
  BEHIND_PROXY,
  file,
  fillOut,
  keyFor,
  newPerson,
  SERVICE,
  textOf,
  until,
  untilEnded,
  visit,
} from './citizens.ts'
import { bear } from './people.ts'
import { caseOf } from './steps/scene.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform({ env: BEHIND_PROXY })
})
afterAll(() => platform?.stop())

type Registry = keyof TestPlatform['platform']['backend']['registries']

/** Takes a register away for as long as the work lasts. */
async function without(registry: Registry, work: () => Promise<void>): Promise<void> {
  const register = platform.platform.backend.registries[registry]
  await register.setAvailable(false)
  try {
    await work()
  } finally {
    await register.setAvailable(true)
  }
}

test('the register of persons is down at the order: the page names it, and the form opens once it is back', async () => {
  const citizen = await newPerson(platform)
  let number = ''
  await without('persons', async () => {
    const form = await citizen.visitor.get(`/services/${SERVICE}/order`)
    const page = await citizen.visitor.submit(form, `/services/${SERVICE}/order`)
    expect(page.status).toBe(200)
    number = numberOf(page)
    const told = await until(citizen, `/requests/${number}`, ({ html }) =>
      html.includes('Физические лица'),
    )
    expect(textOf(told)).toContain(number)
    const again = await citizen.visitor.submit(form, `/services/${SERVICE}/order`)
    expect(numberOf(again)).toBe(number)
    const systems = await visit(platform.baseUrl).get('/systems')
    expect(textOf(systems)).toContain('Физические лица')
  })
  const page = await until(citizen, `/requests/${number}/fill`, ({ url }) => url.includes('/fill/'))
  expect(numberOf(page)).toBe(number)
})

test('the register of persons is down at registration: nobody is refused for that, and it works once it is back', async () => {
  await without('persons', async () => {
    const number = await bear(platform.platform)
    const visitor = visit(platform.baseUrl)
    const page = await visitor.submit(await visitor.get('/register'), '/register', { number })
    expect(page.status).toBe(503)
    expect(textOf(page)).toContain('Государственный регистр сейчас не отвечает')
    expect(page.html).toContain(`value="${number}"`)
  })
  await newPerson(platform)
})

test('the register of real property is down before it is asked: the page names it, the certificate comes once it is back', async () => {
  const citizen = await newPerson(platform, 'kk')
  const page = await fillOut(citizen, {})
  const number = numberOf(page)
  await without('realty', async () => {
    await file(citizen, page, { key: await keyFor(platform, citizen) })
    const told = await until(citizen, `/requests/${number}`, ({ html }) =>
      html.includes('Жылжымайтын мүлік тіркелімі» мемлекеттік деректер қоры'),
    )
    expect(told.html).toContain('data-ended="false"')
    expect((await citizen.visitor.get(`/requests/${number}/result.pdf`)).status).toBe(404)
  })
  await untilEnded(citizen, number)
  expect((await caseOf({ platform }, number)).status).toBe('finished')
  const { rows } = await platform.platform.database
    .pool('gateway')
    .query(`select kind from gateway.log where case_id = $1 and to_system = 'realty'`, [
      (await caseOf({ platform }, number)).id,
    ])
  expect(rows).toHaveLength(1)
  expect((await platform.platform.backend.gateway.verifyLog()).broken).toEqual([])
})

/** The authority may not look into its own register: neither OCSP nor a fresh list of revoked certificates can be had. */
async function withoutAuthority(work: () => Promise<void>): Promise<void> {
  const server = await startEmbeddedPostgres({ dir: platform.config.data, durable: false })
  if (!server.ok) throw new Error(server.error.code)
  const owner = new pg.Client(server.value.connection)
  await owner.connect()
  const tables = 'authority.certificate, authority.crl'
  try {
    await owner.query(`revoke select on ${tables} from qyzmet_authority`)
    await work()
  } finally {
    await owner.query(`grant select on ${tables} to qyzmet_authority`)
    await owner.end()
    await server.value.stop()
  }
}

test('the authority is down: the status of the certificate is unknown, the request waits and then goes on', async () => {
  const citizen = await newPerson(platform, 'en')
  const key = await keyFor(platform, citizen)
  const page = await fillOut(citizen, {})
  const number = numberOf(page)
  await withoutAuthority(async () => {
    await file(citizen, page, { key })
    await setTimeout(1500)
    const state = await caseOf({ platform }, number)
    expect([state.status, state.current?.action]).toEqual(['open', 'verifySignature'])
    expect((await citizen.visitor.get(`/requests/${number}`)).html).toContain('data-ended="false"')
  })
  await untilEnded(citizen, number)
  const state = await caseOf({ platform }, number)
  expect(state.status).toBe('finished')
  expect(state.done.filter(({ action }) => action === 'verifySignature')).toHaveLength(1)
})

test('a request withdrawn while a register is down stays withdrawn when the answer comes', async () => {
  const citizen = await newPerson(platform)
  const page = await fillOut(citizen, {})
  const number = numberOf(page)
  await without('realty', async () => {
    await file(citizen, page, { key: await keyFor(platform, citizen) })
    const form = await citizen.visitor.get(`/requests/${number}/withdraw`)
    await citizen.visitor.submit(form, '/withdraw')
  })
  await setTimeout(2500)
  expect((await caseOf({ platform }, number)).status).toBe('withdrawn')
  expect(await order(citizen.visitor, SERVICE)).toMatchObject({ status: 200 })
})
