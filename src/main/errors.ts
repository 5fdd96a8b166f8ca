import { defineErrors } from '#core/kernel'

/** Why the program does not start or a command cannot be carried out. */
export const mainErrors = defineErrors('MAIN', {
  PORT_BUSY: {
    status: 500,
    text: {
      kk: '{port} порты бос емес. Онда басқа бағдарлама жұмыс істеп тұр (мүмкін, Qyzmet-тің өзі): оны тоқтатыңыз немесе {variable} айнымалысын өзгертіңіз.',
      ru: 'Порт {port} занят. Там уже работает другая программа (возможно, сам Qyzmet): остановите её или задайте {variable}.',
      en: 'Port {port} is busy. Another program listens there (perhaps Qyzmet itself): stop it, or set {variable}.',
    },
  },
  PORT_FORBIDDEN: {
    status: 500,
    text: {
      kk: '{host}:{port} мекенжайын тыңдауға болмайды. QYZMET_HOST пен {variable} айнымалыларын тексеріңіз.',
      ru: 'Нельзя слушать адрес {host}:{port}. Проверьте QYZMET_HOST и {variable}.',
      en: 'Cannot listen on {host}:{port}. Check QYZMET_HOST and {variable}.',
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
  NOT_PARKED: {
    status: 404,
    text: {
      kk: '{id} кейінге қалдырылғандар арасында жоқ. Тізімді list командасы көрсетеді.',
      ru: 'Среди отложенных нет {id}. Список покажет команда list.',
      en: 'Nothing with the id {id} is parked. The command list shows what is.',
    },
  },
  WRONG_USE: {
    status: 400,
    text: {
      kk: 'Команда қате берілді: {words}',
      ru: 'Команда задана неверно: {words}',
      en: 'The command was used wrongly: {words}',
    },
  },
  DAY_NOT_OVER: {
    status: 400,
    text: {
      kk: '{day} күні әлі біткен жоқ. Өткен күнді беріңіз.',
      ru: 'День {day} ещё не закончился. Укажите прошедший день.',
      en: 'The day {day} is not over yet. Name one that has passed.',
    },
  },
  REGISTRY_UNKNOWN: {
    status: 404,
    text: {
      kk: '«{registry}» тіркелімі жоқ. Тіркелімдер: {known}.',
      ru: 'Регистра «{registry}» нет. Регистры: {known}.',
      en: 'There is no registry {registry}. Registries: {known}.',
    },
  },
  FILE_KIND: {
    status: 400,
    text: {
      kk: '{file}: файлдың аты .csv, .json немесе .jsonl болып аяқталуы керек.',
      ru: '{file}: имя файла должно оканчиваться на .csv, .json или .jsonl.',
      en: '{file}: the name of the file must end with .csv, .json or .jsonl.',
    },
  },
  BANK_SILENT: {
    status: 503,
    text: {
      kk: 'Банк {url} мекенжайында жауап бермейді, сондықтан кітаптар салыстырылмады, ештеңе өзгерген жоқ. Банкті (көрсетілімде – платформаны) іске қосып немесе QYZMET_BANK_URL мәнін тексеріп, қайталаңыз.',
      ru: 'Банк по адресу {url} не отвечает: книги не сверены, ничего не изменено. Запустите банк (в демонстрации – платформу) или проверьте QYZMET_BANK_URL и повторите.',
      en: 'The bank at {url} does not answer: the books were not compared and nothing was changed. Start the bank (in a demonstration: the platform), or check QYZMET_BANK_URL, and try again.',
    },
  },
  NO_BANK: {
    status: 503,
    text: {
      kk: 'Бұл орнатымға банк қосылмаған: салыстыратын ештеңе жоқ. QYZMET_BANK_URL мәнін беріңіз.',
      ru: 'К этой установке не подключён банк: сверять нечего. Задайте QYZMET_BANK_URL.',
      en: 'No bank is connected to this installation: there is nothing to compare. Set QYZMET_BANK_URL.',
    },
  },
  NO_ANCHORS: {
    status: 400,
    text: {
      kk: 'Сенетін сертификаттар жоқ: {folder} қалтасында куәландырушы орталықтың кілттері табылмады. --trust арқылы PEM файлын беріңіз (алдымен түбірлік сертификат) немесе QYZMET_DATA мәнін тексеріңіз.',
      ru: 'Нет сертификатов, которым можно доверять: в {folder} нет ключей удостоверяющего центра. Укажите файл PEM через --trust (сначала корневой) или проверьте QYZMET_DATA.',
      en: 'There are no certificates to believe: {folder} has no keys of an authority. Name a PEM file with --trust (the root first), or check QYZMET_DATA.',
    },
  },
  DOCUMENT_KIND: {
    status: 422,
    text: {
      kk: '{file} – PDF те, PNG немесе JPEG суреті де, штрих-кодтың мәтіні де емес. Порталдан жүктелген PDF файлын беріңіз.',
      ru: '{file} – не PDF, не снимок PNG или JPEG и не текст штрих-кода. Укажите файл PDF, скачанный с портала.',
      en: '{file} is neither a PDF, nor a PNG or JPEG picture, nor the text of a barcode. Name the PDF that was downloaded from the portal.',
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
