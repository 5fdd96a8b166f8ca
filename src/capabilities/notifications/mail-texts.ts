import type { Text } from '#core/kernel'
import type { MailGroup } from './groups.ts'

/** Subjects are read on locked screens and kept in logs: they tell nothing of the person. */
export const subjects: Readonly<Record<MailGroup | 'confirm', Text>> = {
  progress: {
    kk: 'Qyzmet: сұрауыңыз туралы хабарлама',
    ru: 'Qyzmet: уведомление о вашем запросе',
    en: 'Qyzmet: news of your request',
  },
  result: {
    kk: 'Qyzmet: сұрауыңыз қаралды',
    ru: 'Qyzmet: ваш запрос рассмотрен',
    en: 'Qyzmet: your request has been dealt with',
  },
  money: {
    kk: 'Qyzmet: төлем туралы хабарлама',
    ru: 'Qyzmet: уведомление об оплате',
    en: 'Qyzmet: news of a payment',
  },
  consent: {
    kk: 'Qyzmet: сізден келісім сұралды',
    ru: 'Qyzmet: от вас ждут согласия',
    en: 'Qyzmet: you are asked to consent',
  },
  security: {
    kk: 'Qyzmet: тіркелгіңіздің қауіпсіздігі',
    ru: 'Qyzmet: безопасность вашей учётной записи',
    en: 'Qyzmet: the security of your account',
  },
  confirm: {
    kk: 'Qyzmet: пошта мекенжайын растаңыз',
    ru: 'Qyzmet: подтвердите адрес почты',
    en: 'Qyzmet: confirm your e-mail address',
  },
}

export const confirmation: { readonly title: Text; readonly body: Text; readonly link: Text } = {
  title: {
    kk: 'Пошта мекенжайын растаңыз',
    ru: 'Подтвердите адрес почты',
    en: 'Confirm your e-mail address',
  },
  body: {
    kk: 'Осы мекенжай Qyzmet порталындағы хабарламалар үшін көрсетілді. Сілтеме бір рет және 24 сағат ішінде жұмыс істейді. Оны сіз сұрамаған болсаңыз, хатты елемеңіз: растаусыз ештеңе жіберілмейді.',
    ru: 'Этот адрес указали для уведомлений портала Qyzmet. Ссылка действует один раз и в течение 24 часов. Если это были не вы, ничего не делайте: без подтверждения писем не будет.',
    en: 'This address was given for notifications of the Qyzmet portal. The link works once and for 24 hours. If it was not you, do nothing: without confirmation nothing is sent.',
  },
  link: { kk: 'Мекенжайды растау', ru: 'Подтвердить адрес', en: 'Confirm the address' },
}

export const around = {
  request: { kk: 'Сұрау бетіне өту', ru: 'Открыть запрос', en: 'Open the request' },
  cabinet: { kk: 'Хабарламаларға өту', ru: 'Открыть уведомления', en: 'Open the notifications' },
  why: {
    kk: 'Бұл хат порталда осы мекенжайды растағаныңыз үшін жіберілді. Оған жауап берудің қажеті жоқ.',
    ru: 'Письмо отправлено, потому что вы подтвердили этот адрес на портале. Отвечать на него не нужно.',
    en: 'You get this letter because you confirmed this address on the portal. It needs no answer.',
  },
  settings: { kk: 'Хаттарды баптау', ru: 'Настроить письма', en: 'Choose your letters' },
  stop: { kk: 'Хаттардан бас тарту', ru: 'Отписаться от писем', en: 'Stop the letters' },
} as const satisfies Readonly<Record<string, Text>>
