import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ServiceData } from '#core/regulation'
import { searchServices } from './search-services.ts'

const text = (kk: string, ru: string, en: string) => ({ kk, ru, en })
const realty = {
  id: 'justice.realty-absence',
  name: text(
    'Жылжымайтын мүліктің жоқтығы туралы анықтама',
    'Справка об отсутствии недвижимого имущества',
    'Certificate of absence of real property',
  ),
  summary: text(
    'Мүлік тіркелген бе',
    'Зарегистрировано ли имущество',
    'Whether property is registered',
  ),
  stateBody: text('Әділет органдары', 'Органы юстиции', 'Justice bodies'),
  category: text('Жылжымайтын мүлік', 'Недвижимость', 'Real property'),
  situations: [text('Үй сатып алу', 'Покупка жилья', 'Buying a home')],
  keywords: { kk: ['үй', 'пәтер'], ru: ['квартира', 'дом'], en: ['flat', 'house'] },
} as unknown as ServiceData
const marriage = {
  ...realty,
  id: 'justice.marriage',
  name: text('Неке қиюға өтініш', 'Заявление на брак', 'Marriage application'),
  category: text('Отбасы', 'Семья', 'Family'),
  situations: [],
  keywords: { kk: ['той'], ru: ['свадьба'], en: ['wedding'] },
} as unknown as ServiceData
const find = (query: string) => searchServices([marriage, realty], query).map(({ id }) => id)

describe('the search for a service', () => {
  it.each([
    'недвижимость',
    'справка о недвижимом имуществе',
    'квартиры',
    'жылжымайтын мүлік',
    'жылжымаитын мулик',
    'Real property',
    'flat',
  ])('finds the certificate by "%s"', (query) => {
    expect(find(query)[0]).toBe('justice.realty-absence')
  })

  it('finds nothing by a word that no service has, and all by none', () => {
    expect(find('космодром')).toEqual([])
    expect(find('  ')).toHaveLength(2)
  })

  it('does not list what only shares a small word', () => {
    expect(find('свадьба')).toEqual(['justice.marriage'])
  })

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => find(query).length <= 2))
  })
})
