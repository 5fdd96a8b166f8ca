import { defineErrors } from '#core/kernel'

/** Refusals of appointments and of the sign-in to a desk. */
export const officialsErrors = defineErrors('OFFICIALS', {
  BAD_IIN: {
    status: 422,
    text: {
      kk: 'Лауазымды адамның ЖСН-і 12 цифрдан тұрады. Нөмірді тексеріңіз.',
      ru: 'ИИН должностного лица состоит из 12 цифр. Проверьте номер.',
      en: 'The IIN of an official has 12 digits. Check the number.',
    },
  },
  ROLE_UNKNOWN: {
    status: 422,
    text: {
      kk: '{role} рөлі жоқ. Бар рөлдер: {roles}.',
      ru: 'Роли {role} нет. Есть: {roles}.',
      en: 'There is no role {role}. There are: {roles}.',
    },
  },
  UNIT_UNKNOWN: {
    status: 422,
    text: {
      kk: '{unit} бөлімшесі жоқ: кеңсенің коды, аумақтың КАТО коды, органның аты немесе * керек.',
      ru: 'Подразделения {unit} нет: нужен код отдела, код КАТО территории, имя органа или *.',
      en: 'There is no unit {unit}: give the code of an office, the KATO code of a territory, the name of a body, or *.',
    },
  },
  NO_NAME: {
    status: 422,
    text: {
      kk: 'Аты-жөнін қазақша да, орысша да жазыңыз.',
      ru: 'Укажите имя и на казахском, и на русском.',
      en: 'Give the name in Kazakh and in Russian.',
    },
  },
  NO_ORDER: {
    status: 422,
    text: {
      kk: 'Бұйрықтың нөмірін көрсетіңіз.',
      ru: 'Укажите номер приказа.',
      en: 'Give the number of the order.',
    },
  },
  ALREADY_APPOINTED: {
    status: 409,
    text: {
      kk: 'Бұл адам осы бөлімшеде осы рөлге тағайындалған.',
      ru: 'Это лицо уже назначено на эту роль в этом подразделении.',
      en: 'This person is appointed to this role in this unit already.',
    },
  },
  NOT_APPOINTED: {
    status: 404,
    text: {
      kk: 'Мұндай қолданыстағы тағайындау жоқ. Тізімнен нөмірін тексеріңіз.',
      ru: 'Такого действующего назначения нет. Проверьте его номер по списку.',
      en: 'There is no such appointment in force. Check its id in the list.',
    },
  },
  BEFORE_APPOINTMENT: {
    status: 422,
    text: {
      kk: 'Босату күні тағайындау күнінен ерте болмауы керек ({from}).',
      ru: 'День освобождения не может быть раньше дня назначения ({from}).',
      en: 'The day of dismissal cannot be before the day of appointment ({from}).',
    },
  },
  NO_DESK: {
    status: 403,
    text: {
      kk: 'Сіз ешбір бөлімшеге тағайындалмағансыз, сондықтан жұмыс орны ашылмайды. Тағайындау туралы бұйрық бар болса, әкімшіге айтыңыз.',
      ru: 'Вы не назначены ни в одно подразделение, поэтому рабочее место не открывается. Если приказ о назначении есть, сообщите администратору.',
      en: 'You are not appointed to any unit, so no desk opens. If there is an order of appointment, tell the administrator.',
    },
  },
  SESSION_ENDED: {
    status: 401,
    text: {
      kk: 'Жұмыс орнының сеансы аяқталды. Қайта кіріңіз; браузердің «Артқа» батырмасы енгізгеніңізді қайтарады.',
      ru: 'Сеанс рабочего места завершён. Войдите снова; кнопка браузера «Назад» вернёт введённое.',
      en: 'The session of the desk has ended. Sign in again; the browser’s Back button brings back what you typed.',
    },
  },
})
