import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadRegulations } from '#capabilities/regulations'
import { contractOf } from '#core/contracts'
import { dayOf, instant, partyNumber, plainDate } from '#core/kernel'
import { readKato, readPlaces } from '../../country/index.ts'
import { loadOfficeCalendars } from './appointments.ts'
import { loadBodies } from './bodies.ts'
import { loadCalendar, worldOf } from './law.ts'
import { loadRegions } from './regions.ts'
import { loadSystems } from './systems.ts'
import { loadUnits } from './units.ts'
import { nameOfField } from './value-names.ts'
import { waitingOf } from './waiting.ts'

const root = path.resolve(import.meta.dirname, '../..')
const systems = loadSystems(root)
const bodies = loadBodies(root)
const regions = loadRegions(root)
const today = regions.on(dayOf(instant(new Date())))

const differ = (names: { kk: string; ru: string; en: string }) => new Set(Object.values(names)).size

describe('the information systems', () => {
  it('have rights only to services that the system asked offers', () => {
    expect(systems.rights.length).toBeGreaterThan(0)
    for (const { from, to, service } of systems.rights) {
      expect(Object.keys(systems.systems)).toEqual(expect.arrayContaining([from, to]))
      expect(contractOf(service)?.system, service).toBe(to)
    }
  })
  it('are called differently in the three languages, as roles are', () => {
    for (const [id, { name }] of Object.entries(systems.systems)) expect(differ(name), id).toBe(3)
    for (const [id, name] of Object.entries(systems.roles)) expect(differ(name), id).toBe(3)
  })
})

describe('the regions', () => {
  it('are 17 and three cities today, each named once', () => {
    expect(today).toHaveLength(20)
    expect(new Set(today.map(({ name }) => name.kk)).size).toBe(20)
    for (const { name } of today) expect(differ(name)).toBeGreaterThanOrEqual(2)
  })
  it('are those of their day: Abai, Zhetisu and Ulytau since 8 June 2022, the south of Kazakhstan until Turkistan', () => {
    const on = (day: string) => regions.on(plainDate(day)).map(({ code }) => code)
    expect(on('2022-06-07')).not.toContain('100000000')
    expect(on('2022-06-08')).toContain('100000000')
    expect(on('2012-04-10')).toHaveLength(16)
    expect(on('2012-04-10')).toContain('510000000')
    expect(on('2026-01-01')).not.toContain('510000000')
  })
  it('have names also after their end, for requests of that time', () => {
    expect(regions.nameOf('510000000')?.ru).toContain('Южно-Казахстанская')
    expect(regions.nameOf('999999999')).toBeUndefined()
  })
})

const units = loadUnits(root)

describe('the units', () => {
  const kato = readKato().map(({ code }) => code)
  it('are of the kinds that regulations speak of, each found by its code', () => {
    expect(units.kinds).toEqual([
      'civil-registry',
      'justice-department',
      'land-cadastre',
      'service-centre',
    ])
    for (const one of units.kinds.flatMap(units.ofKind)) {
      expect(units.find(one.code)).toEqual(one)
      expect(kato, one.code).toContain(one.kato)
      expect(differ(one.name), one.code).toBe(3)
      expect(differ(one.address), one.code).toBe(3)
    }
    expect(units.find('nowhere')).toBeUndefined()
  })
  it('serve every region, and the civil-registry offices every place where people live', () => {
    for (const kind of ['justice-department', 'land-cadastre', 'service-centre'])
      expect(units.ofKind(kind).map((one) => one.kato)).toEqual(
        expect.arrayContaining(today.map(({ code }) => code)),
      )
    const offices = units.ofKind('civil-registry')
    expect(offices.map((one) => one.kato)).toEqual(
      expect.arrayContaining(readPlaces().map((place) => place.kato)),
    )
    for (const { code } of offices) expect(code).toMatch(/^\d{3}$/)
  })
  it('of justice are told by their territory, as the seals are', () => {
    for (const { code, kato: place, name } of units.ofKind('justice-department')) {
      expect(code).toBe(place)
      expect(bodies.find('justice-department', code).body).toEqual(name)
    }
  })
})

describe('the sealing bodies', () => {
  it('seal in the region of an office, and in the region that is named itself', () => {
    for (const { code } of units.ofKind('civil-registry'))
      expect(bodies.has('justice-department', units.regionOf(code)), code).toBe(true)
    for (const { code } of today) expect(units.regionOf(code)).toBe(code)
    expect(units.regionOf('101')).toBe('710000000')
  })
  it('are there for every region of today and of the days of the act', () => {
    for (const { code } of [...today, ...regions.on(plainDate('2012-04-10'))]) {
      const { seal, body } = bodies.find('justice-department', code)
      expect(seal).toBe(`justice-department-${code}`)
      expect(differ(body)).toBe(3)
    }
  })
  it('have BINs of their own', () => {
    const bins = today.map(({ code }) =>
      partyNumber({ kind: 'entity', bin: bodies.find('justice-department', code).bin }),
    )
    expect(new Set(bins).size).toBe(bins.length)
  })
  it('are found by region and by the name of their seal', () => {
    const almaty = bodies.find('justice-department', '750000000')
    expect(almaty.body.en).toContain('Almaty City')
    expect(bodies.bySeal(almaty.seal)).toEqual(almaty)
  })
  it('seal for no region but their own', () => {
    for (const region of ['', '999999999', 'constructor'])
      expect(() => bodies.find('justice-department', region)).toThrow('nobody has the seal')
    expect(() => bodies.find('nothing', '750000000')).toThrow('nothing')
  })
})

it('the law is sound in this world, whose calendars are those of the offices', async () => {
  const calendars = { ...loadOfficeCalendars(root, units), adoption: {} }
  const world = worldOf({ systems, bodies, regions: regions.codes, units, calendars })
  expect(world.calendars).toEqual(['marriage', 'adoption'])
  const loaded = await loadRegulations({
    root: path.join(root, 'regulations'),
    world,
    adoption: path.join(root, 'country/adoption.yaml'),
  })
  expect(loaded).toMatchObject({ ok: true })
  expect(loadCalendar(root).reasonOff(plainDate('2026-12-16'))).toBeDefined()
})

describe('values of a form in words', () => {
  const nameOf = nameOfField({ regions, units: loadUnits(root) })
  const label = { kk: 'Үй', ru: 'Дом', en: 'House' }
  const common = { id: 'a', label, required: true } as const
  it('are the label of a choice, the name of a region, or what was typed', () => {
    const options = [{ value: 'a', label }]
    expect(nameOf({ ...common, kind: 'choice', options }, 'a')).toEqual(label)
    expect(nameOf({ ...common, kind: 'choice', options }, 'b').kk).toBe('b')
    expect(nameOf({ ...common, kind: 'region' }, '750000000').ru).toContain('Алматы')
    expect(nameOf({ ...common, kind: 'region' }, 'nowhere').en).toBe('nowhere')
    expect(nameOf({ ...common, kind: 'text', maxLength: 9 }, 'Абай').kk).toBe('Абай')
  })
})

describe('what a case waits for', () => {
  const message = {
    messageId: 'm',
    service: 'persons.identify',
    sentAt: instant(new Date(0)),
    attempts: 1,
    lastError: null,
    to: 'persons',
  }
  it('is told when a system has failed to answer, not while the first attempt is on its way', () => {
    expect(waitingOf(systems, [])).toBeUndefined()
    expect(waitingOf(systems, [message])).toBeUndefined()
    expect(
      waitingOf(systems, [message, { ...message, attempts: 3, lastError: 'X' }]),
    ).toMatchObject({
      system: 'persons',
      attempts: 3,
      name: systems.systems['persons']?.name,
      since: message.sentAt,
    })
  })
  it('has a name even when the system is not among ours', () => {
    const late = { ...message, to: 'elsewhere', lastError: 'X' }
    expect(waitingOf(systems, [late])?.name.kk).toBe('elsewhere')
  })
})
