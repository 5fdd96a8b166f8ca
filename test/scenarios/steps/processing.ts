import { expect } from 'vitest'
import type { JsonObject, Lang } from '#core/kernel'
import { check, download } from '../../../src/main/demo/citizen.ts'
import { type Citizen, keyFor, newEntity, newPerson, request, textOf, visit } from '../citizens.ts'
import { register } from '../people.ts'
import { expectNotification, readPdf } from './printed.ts'
import { caseOf, expectPassed, type Scenario, type Scene, type Step } from './scene.ts'

interface Wanted {
  readonly kind: 'person' | 'entity'
  readonly variant: 'current' | 'history'
  readonly result: 'found' | 'absent'
  /** Of the pages, and of the certificate. */
  readonly lang: Lang
  readonly language: 'kk' | 'ru'
}

const NONE = 'Зарегистрированных прав на недвижимое имущество нет.'
const NONE_BEFORE = 'Ранее зарегистрированных прав на недвижимое имущество нет.'
const BEFORE = 'Ранее за указанным лицом было зарегистрировано:'
const TITLE: Readonly<Record<Lang, string>> = {
  kk: 'Жылжымайтын мүліктің жоқтығы',
  ru: 'об отсутствии (наличии) недвижимого имущества',
  en: 'absence (presence) of real property',
}

/** What the citizen has in the register, so that the answer is what is wanted; gives the cadastral numbers to be printed. */
async function prepare({ platform }: Scene, wanted: Wanted, citizen: Citizen) {
  const { result, variant } = wanted
  const now = result === 'found' ? [await register(platform.platform, citizen.number, 'now')] : []
  const had = result === 'found' || variant === 'current'
  const before = had ? [await register(platform.platform, citizen.number, 'formerly')] : []
  return {
    now,
    before: variant === 'history' ? before : [],
    hidden: variant === 'current' ? before : [],
  }
}

const objectsIn = (data: JsonObject, block: 'registered' | 'formerly'): readonly JsonObject[] =>
  ((data['data'] as JsonObject)[block] ?? []) as readonly JsonObject[]

async function certificate(scene: Scene, wanted: Wanted): Promise<void> {
  const { platform } = scene
  const { lang, language, kind, variant, result } = wanted
  const citizen = await (kind === 'person' ? newPerson(platform, lang) : newEntity(platform, lang))
  const { now, before, hidden } = await prepare(scene, wanted, citizen)
  const key = await keyFor(platform, citizen)
  const { number, page } = await request(citizen, key, { variant, language })
  expect(textOf(page)).toContain(TITLE[lang])
  const state = await expectPassed(scene, number)
  expect(state.done.find(({ action }) => action === 'askRealty')?.outcome).toBe(result)

  const pdf = await download(citizen.visitor, number)
  const { text, data } = readPdf(pdf)
  expect(data['edition']).toBe(`justice.realty-absence@${scene.edition}`)
  expect(objectsIn(data, 'registered')).toHaveLength(now.length)
  expect(objectsIn(data, 'formerly')).toHaveLength(before.length)
  for (const one of [...now, ...before]) expect(text).toContain(one)
  for (const one of hidden) expect(text).not.toContain(one)
  expect(text.includes(NONE)).toBe(now.length === 0)
  expect(text.includes(BEFORE)).toBe(variant === 'history')
  expect(text.includes(NONE_BEFORE)).toBe(variant === 'history' && before.length === 0)
  expect(text).toContain(citizen.number)
  const named = {
    person: { kk: 'СЫНАҚОВА', ru: 'СЫНАКОВА' },
    entity: { kk: '«Сынақ»', ru: '«Сынак»' },
  }
  expect(text).toContain(named[kind][language])
}

const LANGUAGES = [
  ['kk', 'kk'],
  ['ru', 'ru'],
  ['en', 'kk'],
  ['en', 'ru'],
] as const

const certificates: readonly Scenario[] = (['person', 'entity'] as const).flatMap((kind) =>
  (['current', 'history'] as const).flatMap((variant, v) =>
    (['found', 'absent'] as const).map((result, r) => {
      const [lang, language] =
        LANGUAGES[(kind === 'person' ? v * 2 + r : 3 - v * 2 - r) % 4] ?? LANGUAGES[0]
      return {
        about: `${result}, ${variant}, ${kind}, pages in ${lang}, certificate in ${language}`,
        run: (scene: Scene) => certificate(scene, { kind, variant, result, lang, language }),
      }
    }),
  ),
)

const finished = async (scene: Scene, answers = {}) => {
  const citizen = await newPerson(scene.platform)
  const done = await request(citizen, await keyFor(scene.platform, citizen), answers)
  return { citizen, ...done }
}

const noData: readonly Scenario[] = [
  {
    about: 'the object named by its cadastral number is not in the register',
    run: async (scene) => {
      const { citizen, number, page } = await finished(scene, {
        object: 'cadastralNumber',
        cadastralNumber: '21:320:999:1',
      })
      expect(textOf(page)).toContain('Запрошенные данные отсутствуют в ГБД РН')
      expect(textOf(page)).toContain('подпункт 11), процесс 8')
      const state = await expectPassed(scene, number)
      expect([state.status, state.ground?.id]).toEqual(['refused', 'noData'])
      await expectNotification(citizen.visitor, number, 'отсутствуют в ГБД РН')
    },
  },
  {
    about:
      'the object named by its address is not in the register; the answers begin the next request',
    run: async (scene) => {
      const { citizen, number, page } = await finished(scene, {
        object: 'address',
        address: 'Жоқ көше',
        house: '1',
      })
      expect((await caseOf(scene, number)).ground?.id).toBe('noData')
      const again = await citizen.visitor.submit(page, '/again')
      expect(again.url).not.toContain(number)
      const [, next = ''] = /\/requests\/(\d{14})/.exec(again.url) ?? []
      const answers = await citizen.visitor.get(`/requests/${next}/fill/object`)
      expect(answers.html).toContain('Жоқ көше')
    },
  },
]

const conditionTwo: Scenario = {
  about:
    'the answer of the register is taken as it was signed: an object of somebody else is absence',
  run: async (scene) => {
    const owner = await newPerson(scene.platform)
    const cadastralNumber = await register(scene.platform.platform, owner.number, 'now')
    const { number } = await finished(scene, { object: 'cadastralNumber', cadastralNumber })
    const state = await expectPassed(scene, number)
    expect(state.status).toBe('finished')
    expect(state.done.find(({ action }) => action === 'askRealty')?.outcome).toBe('absent')
    expect(state.data['realty']).toMatchObject({ status: 'absent', objects: [], former: [] })
  },
}

const registered: Scenario = {
  about: 'the request is registered, asked of the register through the gateway and logged there',
  run: async (scene) => {
    const { number } = await finished(scene)
    const state = await expectPassed(scene, number)
    expect(state.filedAt).toBeDefined()
    const { gateway } = scene.platform.platform.backend
    expect((await gateway.verifyLog()).broken).toEqual([])
    const { rows } = await scene.platform.platform.database
      .pool('gateway')
      .query<{ kind: string }>(
        `select kind from gateway.log where case_id = $1 and to_system = 'realty' and service = 'realty.rights-of-person'`,
        [state.id],
      )
    expect(rows).toEqual([{ kind: 'request' }])
  },
}

const printed: Scenario = {
  about:
    'the certificate sealed by the registering body is opened, saved and proves itself to anybody',
  run: async (scene) => {
    const { citizen, number, page } = await finished(scene)
    expect(page.html).toContain(`/requests/${number}/result.pdf?save=1`)
    const pdf = await download(citizen.visitor, number)
    const { data, text } = readPdf(pdf)
    expect(text).toContain('Департамент юстиции города Астаны')
    expect(text).toContain('равнозначен документу на бумажном носителе')
    expect(data['edition']).toBe(`justice.realty-absence@${scene.edition}`)
    expect(await check(visit(scene.platform.baseUrl), pdf)).toBe('valid')
    await expectPassed(scene, number)
  },
}

/** Items 9 to 13: the question to the register of real property, no data, the result. */
export const PROCESSING: readonly Step[] = [
  { item: '9) process 7', scenarios: [registered] },
  { item: '10) condition 2', scenarios: [conditionTwo] },
  { item: '11) process 8', scenarios: noData },
  { item: '12) process 9', scenarios: certificates },
  { item: '13)', scenarios: [printed] },
]
