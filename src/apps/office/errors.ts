import { defineErrors } from '#core/kernel'

/** Refusals of the desk's own pages. */
export const officeErrors = defineErrors('OFFICE', {
  NO_SEAT: {
    status: 422,
    text: {
      kk: 'Қай рөлде және қай бөлімшеде жұмыс істейтініңізді таңдаңыз.',
      ru: 'Выберите, в какой роли и в каком подразделении вы работаете.',
      en: 'Choose the role and the unit in which you work.',
    },
  },
  NO_SIGNATURE: {
    status: 422,
    text: {
      kk: 'Қолтаңба келмеді. Кілтті ашып, «Қол қою» батырмасын басыңыз.',
      ru: 'Подпись не получена. Откройте ключ и нажмите «Подписать».',
      en: 'No signature came. Open the key and press “Sign”.',
    },
  },
  DECIDED_MEANWHILE: {
    status: 409,
    text: {
      kk: 'Бұл әрекетті басқа қызметкер ({who}) аяқтады: {what}, {at}. Енгізгеніңіз пайдаланылмады; істің қазіргі күйін оның бетінен қараңыз.',
      ru: 'Это действие завершил другой сотрудник ({who}): {what}, {at}. Введённое вами не использовано; нынешнее состояние дела – на его странице.',
      en: 'A colleague ({who}) has completed this action: {what}, {at}. What you entered was not used; the page of the case shows how it stands now.',
    },
  },
  DECIDED_BEFORE: {
    status: 409,
    text: {
      kk: 'Бұл әрекетті өзіңіз аяқтағансыз: {what}, {at}. Қазір енгізгеніңіз пайдаланылмады; істің қазіргі күйін оның бетінен қараңыз.',
      ru: 'Вы уже завершили это действие: {what}, {at}. Введённое сейчас не использовано; нынешнее состояние дела – на его странице.',
      en: 'You have completed this action before: {what}, {at}. What you entered now was not used; the page of the case shows how it stands.',
    },
  },
  NO_APPLICANT: {
    status: 422,
    text: {
      kk: 'Қызметті және өтініш берушінің ЖСН-ін немесе БСН-ін көрсетіңіз.',
      ru: 'Укажите услугу и ИИН или БИН заявителя.',
      en: 'Give the service and the IIN or BIN of the applicant.',
    },
  },
  NOT_IN_REGISTER: {
    status: 422,
    text: {
      kk: 'Мемлекеттік тізілімде мұндай қолданыстағы нөмір жоқ. Құжаттан тексеріңіз.',
      ru: 'В государственном регистре нет такого действующего номера. Сверьте его с документом.',
      en: 'The state register has no such number in force. Check it against the document.',
    },
  },
  REGISTER_DOWN: {
    status: 503,
    text: {
      kk: 'Мемлекеттік тізілім қазір жауап бермейді. Бірнеше минуттан кейін қайталаңыз.',
      ru: 'Государственный регистр сейчас не отвечает. Повторите через несколько минут.',
      en: 'The state register does not answer now. Try again in a few minutes.',
    },
  },
  NO_CASE: {
    status: 404,
    text: {
      kk: 'Мұндай іс жоқ немесе ол сіздің рөліңіз бен бөлімшеңіз арқылы өтпейді. Нөмірін тексеріңіз немесе басқа рөлде кіріңіз.',
      ru: 'Такого дела нет, или оно не проходит через вашу роль и подразделение. Проверьте номер или смените роль.',
      en: 'There is no such case, or it does not pass your role and unit. Check the number or change the role.',
    },
  },
  NO_DOCUMENT: {
    status: 404,
    text: {
      kk: 'Бұл істе мұндай құжат жоқ.',
      ru: 'В этом деле нет такого документа.',
      en: 'There is no such document in this case.',
    },
  },
})
