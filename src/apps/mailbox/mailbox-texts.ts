import { type Catalogue, createTranslators } from '#platform/i18n'

export const mailboxTexts = {
  'mailbox.title': {
    kk: 'Көрсетілімнің пошта жәшігі',
    ru: 'Почтовый ящик демонстрации',
    en: 'The mailbox of the demonstration',
  },
  'mailbox.intro': {
    kk: 'Платформа жіберген барлық хат осында келеді: көрсетілім режимінде олар ешкімге жіберілмейді. Платформа қайта іске қосылғанда жәшік босайды.',
    ru: 'Сюда приходят все письма платформы: в демонстрации они никому не отправляются. При перезапуске ящик пустеет.',
    en: 'All letters of the platform come here: in a demonstration they are sent to nobody. A restart empties the box.',
  },
  'mailbox.none': { kk: 'Хаттар әзірге жоқ', ru: 'Писем пока нет', en: 'No letters yet' },
  'mailbox.none-advice': {
    kk: 'Профильде пошта мекенжайын көрсетіңіз: растау хаты осында келеді.',
    ru: 'Укажите адрес почты в профиле: письмо с подтверждением придёт сюда.',
    en: 'Give an e-mail address in the profile: the letter with its link comes here.',
  },
  'mailbox.to': { kk: 'Кімге', ru: 'Кому', en: 'To' },
  'mailbox.subject': { kk: 'Тақырыбы', ru: 'Тема', en: 'Subject' },
  'mailbox.at': { kk: 'Келген уақыты', ru: 'Получено', en: 'Received' },
  'mailbox.back': { kk: 'Барлық хаттар', ru: 'Все письма', en: 'All letters' },
} as const satisfies Catalogue

export const mailboxTranslators = createTranslators([mailboxTexts])
export type MailboxTranslator = (typeof mailboxTranslators)['kk']
