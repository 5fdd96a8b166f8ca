import type { DeclineReason } from '#core/contracts'
import type { Text } from '#core/kernel'

/** Why the bank refused a payment, and what the payer can do: a whole sentence each. */
export const declineTexts: Readonly<Record<DeclineReason, Text>> = {
  'insufficient-funds': {
    kk: 'Картада қаражат жеткіліксіз. Картаны толтырыңыз немесе басқа картамен төлеңіз.',
    ru: 'На карте недостаточно средств. Пополните карту или оплатите другой.',
    en: 'There is not enough money on the card. Top it up or pay with another card.',
  },
  'expired-card': {
    kk: 'Картаның мерзімі өтіп кеткен. Басқа картамен төлеңіз.',
    ru: 'Срок действия карты истёк. Оплатите другой картой.',
    en: 'The card has expired. Pay with another card.',
  },
  limit: {
    kk: 'Картаның төлем шегінен асып кетті. Банк қосымшасында шекті көтеріңіз немесе басқа картамен төлеңіз.',
    ru: 'Превышен лимит платежей по карте. Поднимите лимит в приложении банка или оплатите другой картой.',
    en: 'The payment is over the limit of the card. Raise the limit in your bank’s application or pay with another card.',
  },
  'three-d-secure': {
    kk: '3-D Secure растауы өтпеді. Банктен келген кодты енгізіп, қайталап көріңіз.',
    ru: 'Подтверждение 3-D Secure не пройдено. Повторите и введите код, который пришлёт банк.',
    en: 'The 3-D Secure confirmation failed. Try again and type the code that the bank sends you.',
  },
  blocked: {
    kk: 'Карта бұғатталған. Картаны шығарған банкке хабарласыңыз немесе басқа картамен төлеңіз.',
    ru: 'Карта заблокирована. Обратитесь в банк, выдавший карту, или оплатите другой.',
    en: 'The card is blocked. Ask the bank that issued it, or pay with another card.',
  },
  'wrong-card': {
    kk: 'Карта деректері қате. Нөмірін және мерзімін тексеріп, қайта енгізіңіз.',
    ru: 'Данные карты неверны. Проверьте номер и срок действия и введите их снова.',
    en: 'The particulars of the card are wrong. Check its number and expiry and type them again.',
  },
  declined: {
    kk: 'Банк төлемді себебін айтпай қабылдамады. Картаны шығарған банкке хабарласыңыз немесе басқа картамен төлеңіз.',
    ru: 'Банк отклонил платёж без объяснения причины. Обратитесь в банк, выдавший карту, или оплатите другой.',
    en: 'The bank declined the payment without saying why. Ask the bank that issued the card, or pay with another card.',
  },
}
