import { defineErrors } from '#core/kernel'

/** Why the program does not start or a command cannot be carried out. */
export const mainErrors = defineErrors('MAIN', {
  PORT_BUSY: {
    status: 500,
    text: {
      kk: '{port} порты бос емес. Онда басқа бағдарлама жұмыс істеп тұр (мүмкін, Qyzmet-тің өзі): оны тоқтатыңыз немесе QYZMET_PORT айнымалысын өзгертіңіз.',
      ru: 'Порт {port} занят. Там уже работает другая программа (возможно, сам Qyzmet): остановите её или задайте QYZMET_PORT.',
      en: 'Port {port} is busy. Another program listens there (perhaps Qyzmet itself): stop it, or set QYZMET_PORT.',
    },
  },
  PORT_FORBIDDEN: {
    status: 500,
    text: {
      kk: '{host}:{port} мекенжайын тыңдауға болмайды. QYZMET_HOST пен QYZMET_PORT айнымалыларын тексеріңіз.',
      ru: 'Нельзя слушать адрес {host}:{port}. Проверьте QYZMET_HOST и QYZMET_PORT.',
      en: 'Cannot listen on {host}:{port}. Check QYZMET_HOST and QYZMET_PORT.',
    },
  },
  CASE_UNKNOWN: {
    status: 404,
    text: {
      kk: '{number} нөмірлі сұрау жоқ.',
      ru: 'Запроса с номером {number} нет.',
      en: 'There is no request with the number {number}.',
    },
  },
  FILE_UNREADABLE: {
    status: 400,
    text: {
      kk: '{file} файлын оқу мүмкін болмады.',
      ru: 'Файл {file} не удалось прочитать.',
      en: 'The file {file} cannot be read.',
    },
  },
  FILE_UNWRITABLE: {
    status: 400,
    text: {
      kk: '{file} файлын жазу мүмкін болмады. Қалта бар ма, жазуға рұқсат бар ма, тексеріңіз.',
      ru: 'Файл {file} не удалось записать. Проверьте, есть ли папка и право записи в неё.',
      en: 'The file {file} cannot be written. Check that its folder is there and that you may write to it.',
    },
  },
  SERVICE_UNKNOWN: {
    status: 404,
    text: {
      kk: '{service} қызметі немесе оның мұндай редакциясы жоқ.',
      ru: 'Услуги {service} или такой её редакции нет.',
      en: 'There is no service {service}, or no such edition or channel of it.',
    },
  },
  DEMONSTRATION_ONLY: {
    status: 403,
    text: {
      kk: 'Бұл команда тек көрсетілім режимінде жұмыс істейді (QYZMET_MODE=demonstration).',
      ru: 'Эта команда работает только в демонстрационном режиме (QYZMET_MODE=demonstration).',
      en: 'This command works in demonstration mode only (QYZMET_MODE=demonstration).',
    },
  },
  DEMONSTRATION_DATA: {
    status: 500,
    text: {
      kk: '{folder} қалтасында көрсетілім деректері мен кілттері жатыр: оларды өндірісте пайдалануға болмайды. Басқа QYZMET_DATA және бос дерекқор көрсетіңіз.',
      ru: 'В папке {folder} лежат данные и ключи демонстрации: в рабочем режиме они недопустимы. Укажите другую папку QYZMET_DATA и пустую базу.',
      en: 'The folder {folder} holds the data and keys of a demonstration: they must not serve in production. Give another QYZMET_DATA and an empty database.',
    },
  },
  NOT_PUBLISHED: {
    status: 500,
    text: {
      kk: 'Жарияланбаған редакциялар бар: {editions}. Өндірісте тек жарияланған редакция қолданылады: «qyzmet regulations publish».',
      ru: 'Есть неопубликованные редакции: {editions}. В рабочем режиме действуют только опубликованные: «qyzmet regulations publish».',
      en: 'Some editions are not published: {editions}. Production carries out published ones only: "qyzmet regulations publish".',
    },
  },
  DEMO_FAILED: {
    status: 500,
    text: {
      kk: 'Көрсетілім «{step}» қадамында тоқтады: {reason}',
      ru: 'Демонстрация остановилась на шаге «{step}»: {reason}',
      en: 'The demonstration stopped at the step "{step}": {reason}',
    },
  },
})
