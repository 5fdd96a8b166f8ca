import type { Catalogue } from '#platform/i18n'

/** Header, footer, and the words that many pages share. */
export const shellTexts = {
  'nav.home': { kk: 'Басты бет', ru: 'Главная', en: 'Home' },
  'nav.services': { kk: 'Қызметтер', ru: 'Услуги', en: 'Services' },
  'nav.check': { kk: 'Құжатты тексеру', ru: 'Проверить документ', en: 'Check a document' },
  'nav.key': { kk: 'ЭЦҚ алу', ru: 'Получить ЭЦП', en: 'Get a signing key' },
  'nav.systems': { kk: 'Жүйелердің жай-күйі', ru: 'Состояние систем', en: 'State of the systems' },
  'nav.notifications': {
    kk: 'Хабарламалар: {n}',
    ru: 'Уведомления: {n}',
    en: 'Notifications: {n}',
  },
  'word.continue': { kk: 'Жалғастыру', ru: 'Продолжить', en: 'Continue' },
  'word.save': { kk: 'Сақтау', ru: 'Сохранить', en: 'Save' },
  'word.change': { kk: 'Өзгерту', ru: 'Изменить', en: 'Change' },
  'word.cancel': { kk: 'Болдырмау', ru: 'Отмена', en: 'Cancel' },
  'word.back': { kk: 'Артқа', ru: 'Назад', en: 'Back' },
  'word.refresh': { kk: 'Мәртебені жаңарту', ru: 'Обновить статус', en: 'Refresh' },
  'word.all': { kk: 'Барлығы', ru: 'Все', en: 'All' },
  'word.number': { kk: 'Нөмірі', ru: 'Номер', en: 'Number' },
  'word.date': { kk: 'Күні', ru: 'Дата', en: 'Date' },
  'word.status': { kk: 'Мәртебесі', ru: 'Статус', en: 'Status' },
  'word.service': { kk: 'Қызмет', ru: 'Услуга', en: 'Service' },
  'word.iin': { kk: 'ЖСН', ru: 'ИИН', en: 'IIN' },
  'word.bin': { kk: 'БСН', ru: 'БИН', en: 'BIN' },
  'word.not-given': { kk: 'көрсетілмеген', ru: 'не указано', en: 'not given' },
} as const satisfies Catalogue
