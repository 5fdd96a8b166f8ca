import type { Catalogue } from '#platform/i18n'

/** Acting for others: the choice before an order, the banner while ordering, the section of the cabinet. */
export const representationTexts = {
  'representation.title': { kk: 'Өкілдік', ru: 'Представительство', en: 'Representation' },
  'representation.note': {
    kk: 'Кімнің атынан әрекет ете аласыз, сіздің атыңыздан кім',
    ru: 'За кого вы можете действовать и кто за вас',
    en: 'For whom you may act, and who for you',
  },
  'representation.for-whom': {
    kk: 'Қызметке кім үшін тапсырыс бересіз?',
    ru: 'Для кого вы заказываете услугу?',
    en: 'For whom do you order the service?',
  },
  'representation.myself': { kk: 'Өзім үшін', ru: 'Для себя', en: 'For myself' },
  'representation.parent': {
    kk: 'Балам үшін: {name}',
    ru: 'Для ребёнка: {name}',
    en: 'For my child: {name}',
  },
  'representation.attorney': {
    kk: 'Сенімхат бойынша: {name}',
    ru: 'По доверенности: {name}',
    en: 'By power of attorney: {name}',
  },
  'representation.head': {
    kk: 'Заңды тұлға үшін: {name}',
    ru: 'Для юридического лица: {name}',
    en: 'For the legal entity: {name}',
  },
  'representation.until': {
    kk: 'Соңғы күні: {date}',
    ru: 'Последний день: {date}',
    en: 'Last day: {date}',
  },
  'representation.head-hint': {
    kk: 'Ұйымның басшысына берілген ЭЦҚ кілтімен қол қойылады',
    ru: 'Подписывается ключом ЭЦП руководителя этой организации',
    en: 'Signed with the key issued to the head of the organisation',
  },
  'representation.incomplete': {
    kk: 'Тізілімдердің бірі қазір жауап бермей тұр, сондықтан тізім толық болмауы мүмкін. Бетті кейінірек жаңартыңыз.',
    ru: 'Один из регистров сейчас не отвечает, поэтому список может быть неполным. Обновите страницу позже.',
    en: 'One of the registers does not answer now, so the list may be incomplete. Reload the page later.',
  },
  'representation.banner': {
    kk: 'Сіз басқа тұлғаның атынан әрекет етіп жатырсыз: {name}, {number}',
    ru: 'Вы действуете от имени другого лица: {name}, {number}',
    en: 'You act for somebody else: {name}, {number}',
  },
  'representation.banner-title': {
    kk: 'Басқаның атынан',
    ru: 'От имени другого лица',
    en: 'On behalf of another',
  },
  'representation.number-source': {
    kk: 'Атынан әрекет етіп отырған тұлғаның нөмірі: {name}. Басқа тұлға керек болса, жаңа сұрау бастап, оны таңдаңыз.',
    ru: 'Номер того, от чьего имени вы действуете: {name}. Если нужно другое лицо, начните новый запрос и выберите его.',
    en: 'The number of the one for whom you act: {name}. If it should be somebody else, begin a new request and choose them.',
  },
  'representation.proposed-source': {
    kk: 'Атынан әрекет етіп отырған тұлғаның деректері бойынша ұсынылды: {name}. Керек болса, өзгертіңіз.',
    ru: 'Предложено по данным того, от чьего имени вы действуете: {name}. Если нужно другое, измените.',
    en: 'Proposed from the data of the one for whom you act: {name}. Change it if you need another.',
  },
  'representation.mine': {
    kk: 'Мен кімнің атынан әрекет ете аламын',
    ru: 'За кого я могу действовать',
    en: 'For whom I may act',
  },
  'representation.mine-none': {
    kk: 'Тізілімдерде сіз өкілі болатын тұлғалар жоқ',
    ru: 'В регистрах нет лиц, которых вы представляете',
    en: 'The registers name nobody for whom you may act',
  },
  'representation.others': {
    kk: 'Менің атымнан кім әрекет ете алады',
    ru: 'Кто может действовать за меня',
    en: 'Who may act for me',
  },
  'representation.others-none': {
    kk: 'Күші бар сенімхат берген жоқсыз',
    ru: 'Вы не выдавали доверенностей, которые сейчас действуют',
    en: 'You have given no power of attorney that is in force',
  },
  'representation.others-advice': {
    kk: 'Сенімхаттың күшін нотариус жояды. Күші жойылған сәттен бастап өкіл сіздің атыңыздан қол қоя алмайды.',
    ru: 'Доверенность отменяет нотариус. С этого момента представитель не может подписать ничего от вашего имени.',
    en: 'A notary revokes a power of attorney. From then on the representative can sign nothing for you.',
  },
  'representation.done': {
    kk: 'Кім не істеді',
    ru: 'Кто что делал',
    en: 'Who did what',
  },
  'representation.done-none': {
    kk: 'Басқалардың атынан берілген сұраулар жоқ',
    ru: 'Запросов от имени других не было',
    en: 'No requests were made for others',
  },
  'representation.basis': { kk: 'Негізі', ru: 'Основание', en: 'By what right' },
  'representation.basis.parent': { kk: 'ата-анасы', ru: 'родитель', en: 'parent' },
  'representation.basis.attorney': { kk: 'сенімхат', ru: 'доверенность', en: 'power of attorney' },
  'representation.basis.head': {
    kk: 'бірінші басшы',
    ru: 'первый руководитель',
    en: 'head of the legal entity',
  },
  'representation.principal': {
    kk: 'Кімнің атынан',
    ru: 'От чьего имени',
    en: 'For whom',
  },
  'representation.holder': { kk: 'Өкіл', ru: 'Представитель', en: 'Representative' },
  'representation.since': { kk: 'Қашаннан', ru: 'С какого дня', en: 'Since' },
  'representation.ends': { kk: 'Қашанға дейін', ru: 'До какого дня', en: 'Until' },
  'representation.open-ended': { kk: 'мерзімсіз', ru: 'бессрочно', en: 'without end' },
  'representation.allows': { kk: 'Не істей алады', ru: 'Что разрешено', en: 'What it allows' },
  'representation.acted': {
    kk: 'Тапсырыс берген',
    ru: 'Заказал(а) представитель',
    en: 'Ordered by a representative',
  },
} satisfies Catalogue
