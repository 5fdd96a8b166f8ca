import type { Text } from '#core/kernel'
import type { NotificationKind } from './texts.ts'

/** What a reader may have by e-mail or not; `security` always goes out, since it may have been somebody else. */
export const MAIL_GROUPS = ['progress', 'result', 'money', 'consent', 'security'] as const
export type MailGroup = (typeof MAIL_GROUPS)[number]
export const CHOOSABLE_GROUPS = MAIL_GROUPS.filter((group) => group !== 'security')

export const isChoosable = (group: string): group is MailGroup =>
  CHOOSABLE_GROUPS.some((one) => one === group)

/** The group of each kind of notification. */
const GROUP_OF: Readonly<Record<NotificationKind, MailGroup>> = {
  registered: 'progress',
  finished: 'result',
  refused: 'result',
  withdrawn: 'progress',
  overdue: 'progress',
  delayed: 'progress',
  expired: 'progress',
  appointed: 'progress',
  'to-fetch': 'result',
  offered: 'money',
  paymentTaken: 'money',
  paymentDeclined: 'money',
  paymentClosed: 'money',
  paymentReturned: 'money',
  'consent-asked': 'consent',
  declined: 'consent',
  keyIssued: 'security',
  passwordChanged: 'security',
  mailChanged: 'security',
}
export const groupOf = (kind: NotificationKind): MailGroup => GROUP_OF[kind]

export const groupTexts: Readonly<Record<MailGroup, Text>> = {
  progress: {
    kk: 'Сұраудың барысы: тіркелді, кідірді, қайтарып алынды',
    ru: 'Ход запроса: зарегистрирован, задерживается, отозван',
    en: 'Progress of a request: registered, delayed, withdrawn',
  },
  result: {
    kk: 'Нәтиже: құжат дайын немесе бас тартылды',
    ru: 'Результат: документ готов или отказ',
    en: 'The result: the document is ready, or a refusal',
  },
  money: {
    kk: 'Төлем: баж ұсынылды, төленді, қайтарылды',
    ru: 'Оплата: пошлина предложена, оплачена, возвращена',
    en: 'Payment: a duty is offered, paid, given back',
  },
  consent: {
    kk: 'Сізден келісім сұралды',
    ru: 'От вас ждут согласия',
    en: 'You are asked to consent',
  },
  security: {
    kk: 'Қауіпсіздік: кілт берілді, пароль немесе пошта өзгертілді',
    ru: 'Безопасность: выдан ключ, изменён пароль или адрес почты',
    en: 'Security: a key was issued, the password or the e-mail address changed',
  },
}
