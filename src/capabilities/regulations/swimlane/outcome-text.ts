import type { Text } from '#core/kernel'
import type { Verb } from '#core/regulation'

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

/** What an outcome of a verb is called beside the line that it leads along. */
export const outcomeText = (verb: Verb, outcome: string): Text =>
  OUTCOMES[verb]?.[outcome] ?? t(outcome, outcome, outcome)
