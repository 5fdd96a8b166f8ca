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
  NO_OUTCOME: {
    status: 422,
    text: {
      kk: 'Шешімді таңдаңыз.',
      ru: 'Выберите решение.',
      en: 'Choose the decision.',
    },
  },
  NO_GROUND: {
    status: 422,
    text: {
      kk: 'Бас тарту негізін таңдаңыз.',
      ru: 'Выберите основание отказа.',
      en: 'Choose the ground of the refusal.',
    },
  },
  REMARK_NEEDED: {
    status: 422,
    text: {
      kk: 'Себебін жазыңыз: осы шешімді алған адам не істеу керегін білуі тиіс.',
      ru: 'Напишите причину: получивший это решение должен знать, что делать.',
      en: 'Write the reason: whoever gets this decision must know what to do.',
    },
  },
  CHECKLIST_OPEN: {
    status: 422,
    text: {
      kk: 'Тізімде белгіленбеген құжат бар: «толық» деп шешу үшін бәрін белгілеңіз.',
      ru: 'В списке отмечены не все документы: для решения «полный» отметьте каждый.',
      en: 'Not every document of the list is ticked: tick each one to decide “complete”.',
    },
  },
  BAD_COUNT: {
    status: 422,
    text: {
      kk: 'Бүтін сан енгізіңіз.',
      ru: 'Введите целое число.',
      en: 'Enter a whole number.',
    },
  },
  NO_QUORUM: {
    status: 422,
    text: {
      kk: 'Кворум жоқ: кемінде {quorum} мүше керек.',
      ru: 'Нет кворума: нужно не менее {quorum, plural, one {# члена} few {# членов} many {# членов} other {# членов}}.',
      en: 'There is no quorum: at least {quorum, plural, one {# member} other {# members}} must be present.',
    },
  },
  VOTES_TOO_MANY: {
    status: 422,
    text: {
      kk: 'Дауыс саны қатысқандардан көп болмауы керек.',
      ru: 'Голосов не может быть больше, чем присутствующих.',
      en: 'There cannot be more votes than members present.',
    },
  },
  VOTES_CONTRADICT: {
    status: 422,
    text: {
      kk: 'Шешім дауысқа сай емес: оң шешімге «қарсыдан» «жақтаған» көп болуы керек.',
      ru: 'Решение не соответствует голосам: положительное принимается, когда «за» больше, чем «против».',
      en: 'The decision does not follow the votes: it is positive when more vote for than against.',
    },
  },
  NO_MINUTES: {
    status: 422,
    text: {
      kk: 'Хаттаманың нөмірін көрсетіңіз.',
      ru: 'Укажите номер протокола.',
      en: 'Give the number of the minutes.',
    },
  },
  NO_RECIPIENT: {
    status: 422,
    text: {
      kk: 'Құжатты алған адамның аты-жөнін жазыңыз.',
      ru: 'Напишите, кто получил документ: фамилию и имя.',
      en: 'Write who received the document: the full name.',
    },
  },
  NO_IDENTITY: {
    status: 422,
    text: {
      kk: 'Алушы көрсеткен жеке куәліктің атауы мен нөмірін жазыңыз.',
      ru: 'Напишите, какое удостоверение личности показал получатель и его номер.',
      en: 'Write which identity document the recipient showed, and its number.',
    },
  },
  BAD_DAY: {
    status: 422,
    text: {
      kk: 'Күнді 30.11.2026 түрінде жазыңыз; ол бүгіннен кеш болмауы керек.',
      ru: 'Напишите день в виде 30.11.2026, не позже сегодняшнего.',
      en: 'Write the day as 30.11.2026, not later than today.',
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
      kk: 'Бұл әрекетті жаңа ғана басқа қызметкер аяқтады. Істің қазіргі күйі төменде; енгізгеніңіз пайдаланылмады.',
      ru: 'Это действие только что завершил другой сотрудник. Ниже – нынешнее состояние дела; введённое вами не использовано.',
      en: 'A colleague has just completed this action. Below is how the case stands now; what you entered was not used.',
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
