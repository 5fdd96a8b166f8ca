import type { Catalogue } from '#platform/i18n'

/** Notifications: the list, and how they come by e-mail. */
export const mailTexts = {
  'notifications.none': { kk: 'Хабарламалар жоқ', ru: 'Уведомлений нет', en: 'No notifications' },
  'notifications.none-unread': {
    kk: 'Оқылмаған хабарлама жоқ',
    ru: 'Непрочитанных уведомлений нет',
    en: 'No unread notifications',
  },
  'notifications.new': { kk: 'жаңа', ru: 'новое', en: 'new' },
  'notifications.all': { kk: 'Барлығы', ru: 'Все', en: 'All' },
  'notifications.unread': { kk: 'Оқылмаған', ru: 'Непрочитанные', en: 'Unread' },
  'notifications.read-one': {
    kk: 'Оқылды деп белгілеу',
    ru: 'Отметить прочитанным',
    en: 'Mark as read',
  },
  'notifications.read-all': {
    kk: 'Бәрін оқылды деп белгілеу',
    ru: 'Отметить все прочитанными',
    en: 'Mark all as read',
  },
  'notifications.to-request': { kk: 'Сұрауға өту', ru: 'Перейти к запросу', en: 'To the request' },
  'mail.title': {
    kk: 'Хабарламаларды поштамен алу',
    ru: 'Уведомления по почте',
    en: 'Notifications by e-mail',
  },
  'mail.intro': {
    kk: 'Хабарламалар әрқашан кабинетте тұрады. Қаласаңыз, олар электрондық поштаға да келеді.',
    ru: 'Уведомления всегда лежат в кабинете. По желанию они приходят и на электронную почту.',
    en: 'Notifications always lie in the cabinet. If you like they come by e-mail too.',
  },
  'mail.not-here': {
    kk: 'Бұл портал әзірге хат жібермейді: хабарламаларды кабинеттен оқыңыз.',
    ru: 'Этот портал пока не отправляет писем: читайте уведомления в кабинете.',
    en: 'This portal sends no e-mails yet: read your notifications in the cabinet.',
  },
  'mail.address': { kk: 'Пошта мекенжайы', ru: 'Адрес почты', en: 'E-mail address' },
  'mail.address-hint': {
    kk: 'Мекенжайға сілтемесі бар хат жібереміз. Сілтемені ашып растағанша басқа хат болмайды.',
    ru: 'Мы отправим на адрес письмо со ссылкой. Пока вы её не откроете, других писем не будет.',
    en: 'We send a letter with a link to the address. Until you follow it there are no other letters.',
  },
  'mail.none': { kk: 'көрсетілмеген', ru: 'не указан', en: 'not given' },
  'mail.pending': {
    kk: '{email} мекенжайына растау хаты жіберілді. Сілтеме {until} жұмыс істейді.',
    ru: 'На {email} отправлено письмо с подтверждением. Ссылка действует {until}.',
    en: 'A letter with a link was sent to {email}. The link works {until}.',
  },
  'mail.refused': {
    kk: 'Бұл мекенжай хаттарды қабылдамады, сондықтан жіберу тоқтатылды. Мекенжайды түзетіңіз немесе қайта растаңыз.',
    ru: 'Этот адрес не принял письмо, поэтому отправка остановлена. Исправьте адрес или подтвердите его снова.',
    en: 'This address did not take a letter, so sending has stopped. Correct the address or confirm it again.',
  },
  'mail.send-link': {
    kk: 'Растау хатын жіберу',
    ru: 'Отправить письмо с подтверждением',
    en: 'Send the confirmation letter',
  },
  'mail.remove': { kk: 'Мекенжайды өшіру', ru: 'Удалить адрес', en: 'Remove the address' },
  'mail.which': {
    kk: 'Қандай хабарламаларды жіберейік',
    ru: 'Какие уведомления присылать',
    en: 'Which notifications to send',
  },
  'mail.security-note': {
    kk: 'Қауіпсіздік туралы хабарламалар әрқашан жіберіледі.',
    ru: 'Уведомления о безопасности отправляются всегда.',
    en: 'Notifications about security are always sent.',
  },
  'mail.note': {
    kk: 'Сұраулар барысы, нәтижесі, қауіпсіздік',
    ru: 'Ход запросов, результаты, безопасность',
    en: 'Progress, results, security',
  },
  'mail.confirm-title': {
    kk: 'Пошта мекенжайын растау',
    ru: 'Подтверждение адреса почты',
    en: 'Confirm the e-mail address',
  },
  'mail.confirm-body': {
    kk: 'Хабарламалар {email} мекенжайына келсін бе?',
    ru: 'Присылать уведомления на {email}?',
    en: 'Shall notifications come to {email}?',
  },
  'mail.confirm': { kk: 'Растау', ru: 'Подтвердить', en: 'Confirm' },
  'mail.confirmed': {
    kk: 'Мекенжай расталды. Хабарламалар {email} мекенжайына келеді.',
    ru: 'Адрес подтверждён. Уведомления будут приходить на {email}.',
    en: 'The address is confirmed. Notifications come to {email}.',
  },
  'mail.stop-title': {
    kk: 'Хаттардан бас тарту',
    ru: 'Отписаться от писем',
    en: 'Stop the letters',
  },
  'mail.stop-body': {
    kk: 'Қауіпсіздік туралы хаттардан басқа хат келмейді. Хабарламалар кабинетте қалады.',
    ru: 'Приходить будут только письма о безопасности. Уведомления останутся в кабинете.',
    en: 'Only letters about security will still come. Notifications stay in the cabinet.',
  },
  'mail.stop': { kk: 'Хаттарды тоқтату', ru: 'Отписаться', en: 'Stop the letters' },
  'mail.stopped': {
    kk: 'Хаттар тоқтатылды.',
    ru: 'Письма больше не придут.',
    en: 'The letters have stopped.',
  },
  'done.mail-sent': {
    kk: 'Хат жіберілді. Ондағы сілтемені ашыңыз.',
    ru: 'Письмо отправлено. Откройте ссылку в нём.',
    en: 'The letter is on its way. Follow the link in it.',
  },
  'done.mail-chosen': {
    kk: 'Таңдауыңыз сақталды.',
    ru: 'Ваш выбор сохранён.',
    en: 'Your choice is saved.',
  },
  'done.mail-removed': {
    kk: 'Мекенжай өшірілді.',
    ru: 'Адрес удалён.',
    en: 'The address is removed.',
  },
} as const satisfies Catalogue
