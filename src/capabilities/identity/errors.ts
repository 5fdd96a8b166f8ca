import { defineErrors } from '#core/kernel'

/** Refusals of registration and sign-in. None of them tells whether a number has an account, save ALREADY_REGISTERED. */
export const identityErrors = defineErrors('IDENTITY', {
  BAD_NUMBER: {
    status: 422,
    text: {
      kk: 'ЖСН немесе БСН 12 цифрдан тұрады. Нөмірді құжаттан тексеріп, қайта енгізіңіз.',
      ru: 'ИИН или БИН состоит из 12 цифр. Сверьте номер с документом и введите ещё раз.',
      en: 'An IIN or BIN has 12 digits. Check the number against your document and enter it again.',
    },
  },
  BAD_HEAD_NUMBER: {
    status: 422,
    text: {
      kk: 'Басшының ЖСН-ін енгізіңіз: 12 цифр.',
      ru: 'Введите ИИН руководителя: 12 цифр.',
      en: 'Enter the IIN of the head: 12 digits.',
    },
  },
  NOT_IN_REGISTER: {
    status: 422,
    text: {
      kk: 'Мұндай нөмір мемлекеттік тізілімде жоқ. Нөмірді тексеріңіз; ол дұрыс болса, халыққа қызмет көрсету орталығына жүгініңіз.',
      ru: 'Такого номера нет в государственном регистре. Проверьте номер; если он верен, обратитесь в центр обслуживания населения.',
      en: 'The state register has no such number. Check the number; if it is right, go to a service centre.',
    },
  },
  NOT_ACTIVE: {
    status: 422,
    text: {
      kk: 'Тізілім бойынша бұл нөмір жарамсыз. Қате деп санасаңыз, халыққа қызмет көрсету орталығына жүгініңіз.',
      ru: 'По данным регистра этот номер не действует. Если это ошибка, обратитесь в центр обслуживания населения.',
      en: 'By the register this number is no longer active. If that is a mistake, go to a service centre.',
    },
  },
  WRONG_HEAD: {
    status: 422,
    text: {
      kk: 'Тізілімде ұйым басшысының ЖСН-і басқа. Нөмірді тексеріңіз; басшы ауысса, алдымен заңды тұлғалар тізіліміндегі мәліметті жаңартыңыз.',
      ru: 'В регистре указан другой ИИН руководителя. Проверьте номер; если руководитель сменился, сначала обновите сведения в регистре юридических лиц.',
      en: 'The register names another IIN for the head. Check the number; if the head has changed, update the register of legal entities first.',
    },
  },
  REGISTER_DOWN: {
    status: 503,
    text: {
      kk: 'Мемлекеттік тізілім қазір жауап бермейді. Бірнеше минуттан кейін қайталап көріңіз: енгізілген деректер жоғалмайды.',
      ru: 'Государственный регистр сейчас не отвечает. Повторите через несколько минут: введённое не потеряно.',
      en: 'The state register does not answer now. Try again in a few minutes: nothing you entered is lost.',
    },
  },
  ALREADY_REGISTERED: {
    status: 409,
    text: {
      kk: 'Бұл нөмір бұрын тіркелген. Жүйеге кіріңіз немесе парольді қалпына келтіріңіз.',
      ru: 'Этот номер уже зарегистрирован. Войдите в систему или восстановите пароль.',
      en: 'This number is already registered. Sign in, or set a new password.',
    },
  },
  PASSWORD_SHORT: {
    status: 422,
    text: {
      kk: 'Пароль кемінде {min} таңбадан тұруы керек. Бірнеше сөзден тұратын пароль есте жақсы сақталады.',
      ru: 'Пароль должен быть не короче {min} знаков. Легче запомнить пароль из нескольких слов.',
      en: 'The password must have at least {min} characters. A few words together are easy to remember.',
    },
  },
  PASSWORD_LONG: {
    status: 422,
    text: {
      kk: 'Пароль {max} таңбадан аспауы керек. Қысқарақ пароль ойлап табыңыз.',
      ru: 'Пароль должен быть не длиннее {max} знаков. Придумайте пароль короче.',
      en: 'The password must have at most {max} characters. Choose a shorter one.',
    },
  },
  PASSWORD_IS_NUMBER: {
    status: 422,
    text: {
      kk: 'Парольде ЖСН немесе БСН болмауы керек. Басқа пароль ойлап табыңыз.',
      ru: 'Пароль не должен содержать ИИН или БИН. Придумайте другой пароль.',
      en: 'The password must not contain the IIN or BIN. Choose another one.',
    },
  },
  PASSWORD_COMMON: {
    status: 422,
    text: {
      kk: 'Мұндай пароль оңай табылады. Басқасын ойлап табыңыз, мысалы, бірнеше сөзден.',
      ru: 'Такой пароль легко подобрать. Придумайте другой, например из нескольких слов.',
      en: 'Such a password is easy to guess. Choose another one, for example a few words.',
    },
  },
  PASSWORDS_DIFFER: {
    status: 422,
    text: {
      kk: 'Екі пароль бірдей емес. Парольді қайта енгізіңіз.',
      ru: 'Пароли не совпадают. Введите пароль ещё раз.',
      en: 'The two passwords differ. Enter the password again.',
    },
  },
  WRONG_CREDENTIALS: {
    status: 401,
    text: {
      kk: 'Нөмір немесе пароль дұрыс емес. Екеуін де тексеріп, қайта енгізіңіз.',
      ru: 'Неверный номер или пароль. Проверьте и введите ещё раз.',
      en: 'The number or the password is wrong. Check both and enter them again.',
    },
  },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    text: {
      kk: 'Әрекет тым көп болды. {minutes} минуттан кейін қайталаңыз немесе парольді қалпына келтіріңіз.',
      ru: 'Слишком много попыток. Повторите через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}} или восстановите пароль.',
      en: 'Too many attempts. Try again in {minutes, plural, one {# minute} other {# minutes}}, or set a new password.',
    },
  },
  TOO_MANY_CHECKS: {
    status: 429,
    text: {
      kk: 'Осы желіден тым көп нөмір тексерілді. {minutes} минуттан кейін қайталаңыз. Тіркелгіңіз болса, жүйеге қазір кіре аласыз.',
      ru: 'Из этой сети проверено слишком много номеров. Повторите через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}. Если вы уже зарегистрированы, войти можно сейчас.',
      en: 'Too many numbers were checked from this network. Try again in {minutes, plural, one {# minute} other {# minutes}}. If you have an account, you can sign in now.',
    },
  },
  SESSION_ENDED: {
    status: 401,
    text: {
      kk: 'Сеанс аяқталды. Қайта кіріңіз: сақталған сұраулар орнында.',
      ru: 'Сеанс завершён. Войдите снова: сохранённые запросы на месте.',
      en: 'The session has ended. Sign in again: saved requests are still there.',
    },
  },
  WRONG_PASSWORD: {
    status: 422,
    text: {
      kk: 'Қазіргі пароль дұрыс емес. Қайта енгізіңіз.',
      ru: 'Текущий пароль неверен. Введите его ещё раз.',
      en: 'The current password is wrong. Enter it again.',
    },
  },
})
