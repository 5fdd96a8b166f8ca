import { defineErrors } from '#core/kernel'

/** Refusals of the data store. They are read by the person who starts the platform: each text says what to do. */
export const dbErrors = defineErrors('DB', {
  FOREIGN_DATA: {
    status: 500,
    text: {
      kk: '«{dir}» қалтасында бөгде файлдар бар. Бос қалтаны көрсетіңіз немесе файлдарды басқа жерге көшіріңіз.',
      ru: 'В папке «{dir}» лежат посторонние файлы. Укажите пустую папку или перенесите файлы в другое место.',
      en: 'The folder “{dir}” holds files that are not ours. Name an empty folder or move the files away.',
    },
  },
  NEWER_DATA: {
    status: 500,
    text: {
      kk: '«{dir}» қалтасын бағдарламаның басқа нұсқасы жасаған ({found}, күтілгені {expected}). Сол нұсқаны іске қосыңыз.',
      ru: 'Папка «{dir}» создана другой версией программы ({found}, ожидалась {expected}). Запустите ту версию.',
      en: 'The folder “{dir}” was made by another version of the program ({found}, expected {expected}). Run that version.',
    },
  },
  UNREADABLE_DATA: {
    status: 500,
    text: {
      kk: '«{dir}» қалтасына қол жеткізу мүмкін емес. Оны жасаған пайдаланушымен іске қосыңыз немесе басқа қалтаны көрсетіңіз.',
      ru: 'Нет доступа к папке «{dir}». Запустите программу от имени того, кто её создал, или укажите другую папку.',
      en: 'The folder “{dir}” is out of reach. Run the program as the user who made it, or name another folder.',
    },
  },
  DISK_FULL: {
    status: 507,
    text: {
      kk: '«{dir}» орналасқан дискіде орын жоқ. Кемінде 500 МБ босатып, қайта іске қосыңыз.',
      ru: 'На диске, где находится «{dir}», нет места. Освободите не менее 500 МБ и запустите снова.',
      en: 'The disk that holds “{dir}” is full. Free at least 500 MB and start again.',
    },
  },
  NO_BINARIES: {
    status: 500,
    text: {
      kk: 'Бұл жүйеге ({platform}) арналған PostgreSQL орнатылмаған. «npm ci» пәрменін орындаңыз немесе DATABASE_URL айнымалысында өз PostgreSQL серверіңізді көрсетіңіз.',
      ru: 'PostgreSQL для этой системы ({platform}) не установлен. Выполните «npm ci» или укажите свой PostgreSQL в DATABASE_URL.',
      en: 'PostgreSQL for this system ({platform}) is not installed. Run “npm ci”, or name your own PostgreSQL in DATABASE_URL.',
    },
  },
  NO_SERVER_USER: {
    status: 500,
    text: {
      kk: 'PostgreSQL root атынан жұмыс істемейді, ал «postgres» пен «nobody» пайдаланушылары табылмады. Қарапайым пайдаланушымен іске қосыңыз.',
      ru: 'PostgreSQL не работает от имени root, а пользователей «postgres» и «nobody» нет. Запустите программу от обычного пользователя.',
      en: 'PostgreSQL does not run as root, and there is no user “postgres” or “nobody”. Start the program as an ordinary user.',
    },
  },
  NOT_STARTABLE: {
    status: 500,
    text: {
      kk: 'PostgreSQL іске қосылмады: {reason}. Толығырақ — «{log}» файлында.',
      ru: 'PostgreSQL не запустился: {reason}. Подробности — в файле «{log}».',
      en: 'PostgreSQL did not start: {reason}. More is in “{log}”.',
    },
  },
  BAD_URL: {
    status: 500,
    text: {
      kk: 'DATABASE_URL қате жазылған. Үлгісі: postgres://user:password@host:5432/database',
      ru: 'DATABASE_URL записан неверно. Образец: postgres://user:password@host:5432/database',
      en: 'DATABASE_URL is not well formed. Pattern: postgres://user:password@host:5432/database',
    },
  },
  UNREACHABLE: {
    status: 503,
    text: {
      kk: 'DATABASE_URL көрсеткен PostgreSQL жауап бермейді ({reason}). Мекенжайды, парольді және сервердің жұмысын тексеріңіз.',
      ru: 'PostgreSQL, указанный в DATABASE_URL, недоступен ({reason}). Проверьте адрес, пароль и работу сервера.',
      en: 'The PostgreSQL named in DATABASE_URL cannot be reached ({reason}). Check the address, the password and the server.',
    },
  },
  TOO_OLD: {
    status: 500,
    text: {
      kk: 'PostgreSQL {found} ескі: 15 немесе одан кейінгі нұсқа қажет.',
      ru: 'PostgreSQL {found} слишком стар: нужна версия 15 или новее.',
      en: 'PostgreSQL {found} is too old: version 15 or later is needed.',
    },
  },
  NO_PRIVILEGE: {
    status: 500,
    text: {
      kk: 'DATABASE_URL пайдаланушысының рөл мен схема жасауға құқығы жоқ. Оған CREATEROLE және дерекқорға CREATE құқығын беріңіз.',
      ru: 'Пользователь из DATABASE_URL не вправе создавать роли и схемы. Дайте ему CREATEROLE и CREATE на базу данных.',
      en: 'The user in DATABASE_URL may not create roles and schemas. Give it CREATEROLE, and CREATE on the database.',
    },
  },
  NEWER_SCHEMA: {
    status: 500,
    text: {
      kk: 'Деректерді бағдарламаның жаңарақ нұсқасы өзгерткен ({schema}, {id}). Жаңа нұсқаны іске қосыңыз немесе сақтық көшірмені қалпына келтіріңіз.',
      ru: 'Данные изменены более новой версией программы ({schema}, {id}). Запустите новую версию или восстановите резервную копию.',
      en: 'The data was changed by a newer version of the program ({schema}, {id}). Run the newer version or restore a backup.',
    },
  },
  CHANGED_MIGRATION: {
    status: 500,
    text: {
      kk: 'Бұрын орындалған миграция ({schema}, {id}) өзгертілген. Бағдарламаның өзгертілмеген нұсқасын орнатыңыз.',
      ru: 'Уже выполненная миграция ({schema}, {id}) изменена. Установите неизменённую версию программы.',
      en: 'A migration that has already run ({schema}, {id}) was changed. Install an unchanged version of the program.',
    },
  },
})
