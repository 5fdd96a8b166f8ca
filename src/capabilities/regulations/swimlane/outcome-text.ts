import type { Text } from '#core/kernel'
import { type ActionData, namedOutcome, type Verb } from '#core/regulation'

const t = (kk: string, ru: string, en: string): Text => ({ kk, ru, en })

const OUTCOMES: Readonly<Partial<Record<Verb, Readonly<Record<string, Text>>>>> = {
  identify: {
    ok: t('деректер расталды', 'данные верны', 'confirmed'),
    mismatch: t('деректер жоқ', 'данных нет', 'no match'),
  },
  'verify-signature': {
    valid: t('ЭЦҚ расталды', 'ЭЦП верна', 'valid'),
    invalid: t('ЭЦҚ расталмады', 'ЭЦП неверна', 'invalid'),
  },
  ask: {
    found: t('деректер бар', 'данные есть', 'found'),
    absent: t('тіркелмеген', 'не значится', 'absent'),
    noData: t('деректер жоқ', 'данных нет', 'no data'),
  },
  sign: {
    done: t('қол қойылды', 'подписано', 'signed'),
    declined: t('қол қоймады', 'отказ подписать', 'declined'),
  },
  test: {
    holds: t('иә', 'да', 'yes'),
    fails: t('жоқ', 'нет', 'no'),
  },
  pay: { paid: t('төленді', 'оплачено', 'paid') },
  appoint: {
    appointed: t('белгіленді', 'назначено', 'appointed'),
    full: t('бос уақыт жоқ', 'нет времени', 'no free time'),
  },
  check: {
    complete: t('толық', 'полные', 'complete'),
    incomplete: t('толық емес', 'неполные', 'incomplete'),
  },
  convene: {
    positive: t('оң', 'положит.', 'positive'),
    negative: t('теріс', 'отрицат.', 'negative'),
  },
  draft: {
    positive: t('қаулы', 'решение', 'decision'),
    negative: t('бас тарту', 'отказ', 'refusal'),
  },
  approve: {
    done: t('қол қойылды', 'подписано', 'signed'),
    returned: t('қайтарылды', 'возвращено', 'returned'),
  },
}

/** The same whatever the verb is. */
const COMMON: Readonly<Record<string, Text>> = {
  done: t('орындалды', 'выполнено', 'done'),
  lapsed: t('мерзімі өтті', 'срок истёк', 'lapsed'),
}

/** What an outcome of a verb is called beside the line that it leads along. */
export const outcomeText = (action: ActionData, outcome: string): Text =>
  namedOutcome(action, outcome) ??
  OUTCOMES[action.does]?.[outcome] ??
  COMMON[outcome] ??
  t(outcome, outcome, outcome)
