import type { Catalogue } from '#platform/i18n'

/** What stands around every page, and the error pages. */
export const uiTexts = {
  'ui.demonstration-label': {
    kk: 'Көрсетілім туралы',
    ru: 'О демонстрации',
    en: 'About the demonstration',
  },
  'ui.demonstration': {
    kk: 'Көрсетілім: адамдар да, құжаттар да ойдан шығарылған, заңдық күші жоқ.',
    ru: 'Демонстрация: люди и документы вымышлены и юридической силы не имеют.',
    en: 'Demonstration: the people and documents are made up and have no legal force.',
  },
  'ui.services': { kk: 'Қызметтер', ru: 'Услуги', en: 'Services' },
  'ui.cabinet': { kk: 'Жеке кабинет', ru: 'Личный кабинет', en: 'My cabinet' },
  'ui.check': { kk: 'Құжатты тексеру', ru: 'Проверить документ', en: 'Check a document' },
  'ui.check-receipt': { kk: 'Чекті тексеру', ru: 'Проверить чек', en: 'Check a receipt' },
  'ui.help': { kk: 'Анықтама 1414', ru: 'Справка 1414', en: 'Help 1414' },
  'ui.sign-in': { kk: 'Кіру', ru: 'Войти', en: 'Sign in' },
  'ui.register': { kk: 'Тіркелу', ru: 'Регистрация', en: 'Register' },
  'ui.sign-out': { kk: 'Шығу', ru: 'Выйти', en: 'Sign out' },
  'ui.profile': { kk: 'Менің деректерім', ru: 'Мои данные', en: 'My details' },
  'ui.get-key': { kk: 'ЭЦҚ алу', ru: 'Получить ЭЦП', en: 'Get a signing key' },
  'ui.account-of': {
    kk: 'Жүйеге кірген: {name}',
    ru: 'Вы вошли как {name}',
    en: 'Signed in as {name}',
  },
  'ui.error-title': { kk: 'Қате: {title}', ru: 'Ошибка: {title}', en: 'Error: {title}' },
  'ui.footer-help': {
    kk: 'Көмек керек пе? 1414 нөміріне тәулік бойы тегін қоңырау шалыңыз.',
    ru: 'Нужна помощь? Звоните 1414: бесплатно и круглосуточно.',
    en: 'Need help? Call 1414: free of charge, day and night.',
  },
  'ui.footer-what': {
    kk: 'Qyzmet мемлекеттік қызметтерді олардың регламенті бойынша көрсетеді. Бақылау құралдары да, бөгде сайттардың бағдарламалары да жоқ.',
    ru: 'Qyzmet оказывает государственные услуги по их регламентам. Здесь нет слежки и программ чужих сайтов.',
    en: 'Qyzmet delivers state services by their regulations. It does not track you and loads nothing from other sites.',
  },
  'ui.problem-403': { kk: 'Рұқсат жоқ', ru: 'Нет доступа', en: 'No access' },
  'ui.problem-404': { kk: 'Бет табылмады', ru: 'Страница не найдена', en: 'Page not found' },
  'ui.problem-429': {
    kk: 'Сәл күте тұрыңыз',
    ru: 'Подождите немного',
    en: 'Wait a little',
  },
  'ui.problem-500': {
    kk: 'Біздің тарапта қате болды',
    ru: 'Ошибка на нашей стороне',
    en: 'Something went wrong on our side',
  },
  'ui.problem-503': {
    kk: 'Жүйе уақытша қолжетімсіз',
    ru: 'Система временно недоступна',
    en: 'The system is not available for now',
  },
  'ui.problem-other': {
    kk: 'Әрекет орындалмады',
    ru: 'Действие не выполнено',
    en: 'This was not done',
  },
  'ui.problem-code': { kk: 'Қатенің коды', ru: 'Код ошибки', en: 'Error code' },
  'ui.problem-reference': {
    kk: 'Хабарлама нөмірі (1414-ке айтыңыз)',
    ru: 'Номер обращения (назовите его по 1414)',
    en: 'Reference (tell it to 1414)',
  },
  'ui.to-start': { kk: 'Басты бетке', ru: 'На главную', en: 'To the start page' },
} as const satisfies Catalogue
