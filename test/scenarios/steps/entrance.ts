import { expect } from 'vitest'
import { numberOf, order, register, signIn } from '../../../src/main/demo/citizen.ts'
import { newEntity, newPerson, PASSWORD, SERVICE, textOf, untilEnded, visit } from '../citizens.ts'
import { bear, bury, found, liquidate } from '../people.ts'
import { expectNotification } from './printed.ts'
import { caseOf, expectPassed, type Scene, type Step } from './scene.ts'

const ALMOST_A_NUMBER = '810203400000'

async function refusedEntrance({ platform }: Scene): Promise<void> {
  const iin = await bear(platform.platform)
  const visitor = visit(platform.baseUrl, 'en')
  await register(visitor, { number: iin, password: PASSWORD })
  const stranger = visit(platform.baseUrl, 'en')
  const page = await stranger.submit(await stranger.get('/sign-in'), '/sign-in', {
    number: iin,
    password: 'another password altogether',
  })
  expect(page.status).toBe(401)
  expect(textOf(page)).toContain('The number or the password is wrong')
}

/** Somebody changed in the register between registration and order: the portal finds out by asking, not by remembering. */
async function refusedAfter(scene: Scene, kind: 'person' | 'entity'): Promise<void> {
  const { platform } = scene
  const citizen = await (kind === 'person' ? newPerson(platform) : newEntity(platform, 'kk'))
  const day = '2010-01-02'
  if (kind === 'person') await bury(platform.platform, citizen.signer, day)
  else await liquidate(platform.platform, citizen.number as never, day)
  const { visitor } = citizen
  const form = await visitor.get(`/services/${SERVICE}/order`)
  const number = numberOf(await visitor.submit(form, `/services/${SERVICE}/order`))
  const page = await untilEnded(citizen, number)
  expect(textOf(page)).toContain(
    kind === 'person'
      ? 'В данных пользователя имеются нарушения'
      : 'Пайдаланушының деректерінде бұзушылықтар бар',
  )
  expect(textOf(page)).toContain(kind === 'person' ? 'подпункт 3), процесс 2' : '2-үдеріс')
  const state = await expectPassed(scene, number)
  expect([state.status, state.ground?.id]).toEqual(['refused', 'userData'])
  await expectNotification(visitor, number, 'нарушения')
}

/** Items 1 to 4: registration, sign-in, refusal of identity, the form. */
export const ENTRANCE: readonly Step[] = [
  {
    item: '1)',
    scenarios: [
      {
        about: 'a person registers by IIN and password, the register names the person',
        run: async ({ platform }) => {
          const iin = await bear(platform.platform)
          const visitor = visit(platform.baseUrl)
          const start = await visitor.get('/register')
          const page = await visitor.submit(start, '/register', { number: iin })
          expect(textOf(page)).toContain('С')
          expect(page.html).not.toContain('СЫНАКОВА САЯ')
          expect(await register(visitor, { number: iin, password: PASSWORD })).toBe(true)
          expect(await register(visit(platform.baseUrl), { number: iin, password: PASSWORD })).toBe(
            false,
          )
        },
      },
      {
        about: 'a legal entity registers by BIN, by its own head alone',
        run: async ({ platform }) => {
          const { bin } = await found(platform.platform)
          const other = await bear(platform.platform)
          const visitor = visit(platform.baseUrl, 'en')
          const page = await visitor.submit(await visitor.get('/register'), '/register', {
            number: bin,
            headIin: other,
          })
          expect(page.status).toBe(422)
          expect(textOf(page)).toContain('names another IIN for the head')
          await newEntity(platform)
        },
      },
      {
        about: 'who is not in the register is not registered',
        run: async ({ platform }) => {
          const visitor = visit(platform.baseUrl, 'en')
          const page = await visitor.submit(await visitor.get('/register'), '/register', {
            number: ALMOST_A_NUMBER,
          })
          expect(page.status).toBe(422)
        },
      },
    ],
  },
  {
    item: '2) process 1',
    scenarios: [
      {
        about: 'the password is checked at the portal, the IIN in the register at every order',
        run: async (scene) => {
          const { platform } = scene
          const { visitor: first, number: iin, ...citizen } = await newPerson(platform)
          const visitor = visit(platform.baseUrl)
          await signIn(visitor, iin, PASSWORD)
          const number = numberOf(await order(visitor, SERVICE))
          const state = await expectPassed(scene, number)
          expect(state.data['applicant']).toMatchObject({ status: 'found', iin })
          expect(state.current?.action).toBe('fill')
          const seen = await first.get('/cabinet/data-access')
          expect(seen.html).toContain('Идентификация пользователя, запросившего справку')
          expect(citizen.kind).toBe('person')
        },
      },
      {
        about: 'the BIN is checked in the register of legal entities',
        run: async (scene) => {
          const citizen = await newEntity(scene.platform)
          const number = numberOf(await order(citizen.visitor, SERVICE))
          const state = await expectPassed(scene, number)
          expect(state.data['applicant']).toMatchObject({ status: 'found', bin: citizen.number })
        },
      },
      { about: 'a wrong password does not get in', run: refusedEntrance },
    ],
  },
  {
    item: '3) process 2',
    scenarios: [
      {
        about: 'a person who died after registration is refused',
        run: (scene) => refusedAfter(scene, 'person'),
      },
      {
        about: 'a legal entity that was liquidated after registration is refused',
        run: (scene) => refusedAfter(scene, 'entity'),
      },
    ],
  },
  {
    item: '4) process 3',
    scenarios: [
      {
        about: 'the form comes with the number filled in and is held to its structure and formats',
        run: async (scene) => {
          const citizen = await newPerson(scene.platform, 'en')
          const { visitor } = citizen
          const first = await order(visitor, SERVICE)
          const number = numberOf(first)
          expect(first.html).toContain(citizen.number)
          const object = await visitor.get(`/requests/${number}/fill/object`)
          const unanswered = await visitor.submit(object, '/fill/object', { object: '' })
          expect(unanswered.status).toBe(422)
          expect(unanswered.html).toContain('govuk-error-summary')
          const asked = await visitor.submit(unanswered, '/fill/object', {
            object: 'cadastralNumber',
          })
          const wrong = await visitor.submit(asked, '/fill/object', { cadastralNumber: '5-x' })
          expect(wrong.status).toBe(422)
          expect(wrong.html).toContain('govuk-error-summary')
          expect(wrong.html).toContain('value="5-x"')
          const early = await visitor.get(`/requests/${number}/sign`)
          expect(early.url).not.toContain('/sign')
          const state = await caseOf(scene, number)
          expect(state.current?.action).toBe('fill')
          await expectPassed(scene, number)
        },
      },
    ],
  },
]
