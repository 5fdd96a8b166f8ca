import { defineErrors } from '#core/kernel'

/** Why a decision of an official does not hold by its form. */
export const decisionErrors = defineErrors('DECISION', {
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
      kk: 'Тізімде белгіленбеген тармақтар бар: {lines}. Бұл шешім үшін бәрін тексеріп, белгілеңіз немесе басқа шешім таңдаңыз.',
      ru: 'В списке не отмечены строки: {lines}. Для этого решения проверьте и отметьте каждую или выберите другое решение.',
      en: 'Lines of the list are not ticked: {lines}. For this decision check and tick each one, or choose another decision.',
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
      kk: 'Құжатты алған адамның тегі мен атын жазыңыз.',
      ru: 'Напишите, кто получил документ: фамилию и имя.',
      en: 'Write who received the document: surname and first name.',
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
      kk: 'Күнді 30.11.2026 түрінде жазыңыз: бүгіннен кеш емес және бұл іс осы қадамға келген күннен ерте емес.',
      ru: 'Напишите день в виде 30.11.2026: не позже сегодняшнего и не раньше дня, когда дело дошло до этого шага.',
      en: 'Write the day as 30.11.2026: not later than today, and not before the day on which the case came to this step.',
    },
  },
  UNKNOWN_FIELD: {
    status: 422,
    text: {
      kk: 'Бұл шешімде ондай мәлімет болмайды. Бетті жаңартып, шешімді қайта енгізіңіз.',
      ru: 'Таких сведений у этого решения нет. Обновите страницу и введите решение заново.',
      en: 'A decision of this kind has no such particulars. Reload the page and enter the decision anew.',
    },
  },
})
