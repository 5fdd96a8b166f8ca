import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Iin, type Instant, LANGS, type Party } from '#core/kernel'
import { testDatabase } from '#platform/db/testing'
import { checkCatalogue } from '#platform/i18n'
import { createNotifications, type Notifications } from './notifications.ts'
import { type NewNotification, notify } from './notify.ts'
import { notificationsSchema } from './schema.ts'
import { notificationTexts } from './texts.ts'

const at = (time: string): Instant => `2026-04-02T${time}.000Z` as Instant
const asel: Party = { kind: 'person', iin: '880101400017' as Iin }
const other: Party = { kind: 'person', iin: '900202300014' as Iin }
const service = { kk: 'Анықтама', ru: 'Справка', en: 'Certificate' }
const accepted: NewNotification = {
  key: 'case-1/registered',
  party: asel,
  kind: 'registered',
  params: { number: '10100005601038', service },
  request: '10100005601038',
  at: at('10:00:00'),
}

describe('the texts of notifications', () => {
  it('are whole in three languages over the same parameters', () => {
    const flat = Object.entries(notificationTexts).flatMap(([kind, text]) => [
      [`${kind}.title`, text.title],
      [`${kind}.body`, text.body],
    ])
    expect(checkCatalogue(Object.fromEntries(flat))).toEqual([])
  })
})

describe('notifications', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  let notifications: Notifications

  beforeAll(async () => {
    database = await testDatabase([notificationsSchema])
    const pool = database.database.pool('app')
    notifications = createNotifications({ pool, clock: () => at('09:00:00') })
    expect(await notify(pool, accepted)).toBe(true)
  })
  afterAll(() => database.close())

  it('tell a thing once per key, whatever is retried', async () => {
    const pool = database.database.pool('app')
    const again = await Promise.all(Array.from({ length: 5 }, () => notify(pool, accepted)))
    expect(again).toEqual([false, false, false, false, false])
    expect(await notifications.countOf(asel)).toBe(1)
  })

  it('are written in the language of the reader', async () => {
    const titles = await Promise.all(
      LANGS.map(async (lang) => (await notifications.listOf(asel, lang))[0]),
    )
    expect(titles.map((message) => message?.title)).toEqual([
      '№ 10100005601038 сұрау қабылданды',
      'Запрос № 10100005601038 принят',
      'Request No 10100005601038 is accepted',
    ])
    expect(titles[1]?.body).toContain('«Справка»')
  })

  it('are seen and marked by nobody but their party', async () => {
    expect(await notifications.listOf(other, 'ru')).toEqual([])
    const [message] = await notifications.listOf(asel, 'ru')
    await notifications.markRead(other, message?.id)
    expect(await notifications.unreadOf(asel)).toBe(1)
  })

  it('are read once and stay so, even under a clock that runs behind', async () => {
    await notifications.markRead(asel)
    expect(await notifications.unreadOf(asel)).toBe(0)
    expect((await notifications.listOf(asel, 'kk'))[0]?.read).toBe(true)
  })

  it('take any words as plain text', async () => {
    const pool = database.database.pool('app')
    const hostile = "{plural} <script> ''; drop table notifications.notification"
    await notify(pool, {
      ...accepted,
      key: 'case-2/refused',
      kind: 'refused',
      params: { number: '10100005601039', service, ground: hostile },
    })
    const found = (await notifications.listOf(asel, 'en')).find(({ read }) => !read)
    expect(found?.body).toContain(hostile)
  })
})
