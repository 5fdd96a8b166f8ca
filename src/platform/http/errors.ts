import { defineErrors } from '#core/kernel'

/** Refusals of the server itself. */
export const httpErrors = defineErrors('HTTP', {
  BAD_REQUEST: {
    status: 400,
    text: {
      kk: 'Сұрау түсініксіз. Алдыңғы бетке оралып, қайталап көріңіз.',
      ru: 'Запрос не удалось прочитать. Вернитесь на предыдущую страницу и попробуйте ещё раз.',
      en: 'The request could not be read. Go back to the previous page and try again.',
    },
  },
  FORBIDDEN: {
    status: 403,
    text: {
      kk: 'Бұл бетті ашуға құқығыңыз жоқ. Басқа тіркелгімен кіріп көріңіз.',
      ru: 'У вас нет права открыть эту страницу. Попробуйте войти под другой учётной записью.',
      en: 'You may not open this page. Try signing in with another account.',
    },
  },
  STALE_FORM: {
    status: 403,
    text: {
      kk: 'Бұл бет ескірген: сеанс ауысқан немесе аяқталған. Бетті қайта ашып, нысанды тағы бір рет жіберіңіз. Ештеңе жіберілген жоқ.',
      ru: 'Эта страница устарела: сеанс сменился или закончился. Откройте страницу заново и отправьте форму ещё раз. Ничего не было отправлено.',
      en: 'This page is out of date: your session has changed or ended. Open the page again and send the form once more. Nothing has been sent.',
    },
  },
  FOREIGN_ORIGIN: {
    status: 403,
    text: {
      kk: 'Бұл әрекет басқа сайттан басталды, сондықтан орындалмады. Оны осы сайттың бетінен бастаңыз.',
      ru: 'Действие начато с другого сайта и поэтому не выполнено. Начните его со страницы этого сайта.',
      en: 'This action was started from another site, so it was not carried out. Start it from a page of this site.',
    },
  },
  NOT_FOUND: {
    status: 404,
    text: {
      kk: 'Мұндай бет жоқ. Мекенжайды тексеріңіз немесе басты беттен бастаңыз.',
      ru: 'Такой страницы нет. Проверьте адрес или начните с главной страницы.',
      en: 'There is no such page. Check the address or begin at the start page.',
    },
  },
  TOO_LARGE: {
    status: 413,
    text: {
      kk: 'Жіберілген деректер тым үлкен. Кішірек файл таңдаңыз.',
      ru: 'Отправлено слишком много данных. Выберите файл меньшего размера.',
      en: 'Too much was sent. Choose a smaller file.',
    },
  },
  ADDRESS_TOO_LONG: {
    status: 414,
    text: {
      kk: 'Бұл мекенжай тым ұзын. Іздеу жолағына қысқа сөз жазып қайталаңыз немесе бетті бастапқы беттен ашыңыз.',
      ru: 'Этот адрес слишком длинный. Повторите поиск более коротким запросом или откройте страницу с главной.',
      en: 'This address is too long. Search again with fewer words, or open the page from the start page.',
    },
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    text: {
      kk: 'Браузер тым көп деректер жіберді. Мекенжайды қысқартыңыз немесе осы сайттың cookie файлдарын өшіріп, қайталаңыз.',
      ru: 'Браузер прислал слишком много данных. Сократите адрес или удалите файлы cookie этого сайта и повторите.',
      en: 'The browser sent too much. Shorten the address, or delete the cookies of this site and try again.',
    },
  },
  UNSUPPORTED_TYPE: {
    status: 415,
    text: {
      kk: 'Мұндай деректер түрі қабылданбайды.',
      ru: 'Данные такого вида не принимаются.',
      en: 'Data of this kind is not accepted.',
    },
  },
  TOO_MANY: {
    status: 429,
    text: {
      kk: 'Сұрау тым көп. Бір минут күтіп, қайталап көріңіз.',
      ru: 'Слишком много запросов. Подождите минуту и попробуйте ещё раз.',
      en: 'Too many requests. Wait a minute and try again.',
    },
  },
  INTERNAL: {
    status: 500,
    text: {
      kk: 'Біздің тарапта қате болды. Бұрын қабылданған деректер сақталған. Біраздан соң қайталап көріңіз; қайталанса, 1414 нөміріне төмендегі нөмірді айтыңыз.',
      ru: 'Ошибка на нашей стороне. Принятые ранее данные сохранены. Попробуйте позже; если повторится, позвоните 1414 и назовите номер ниже.',
      en: 'Something went wrong on our side. What was accepted before is kept. Try again later; if it happens again, call 1414 and give the number below.',
    },
  },
  UNAVAILABLE: {
    status: 503,
    text: {
      kk: 'Жүйе қазір жаңартылып жатыр немесе қолжетімсіз. Бірнеше минуттан соң қайталап көріңіз. Қабылданған сұраулар сақталған.',
      ru: 'Система обновляется или временно недоступна. Попробуйте через несколько минут. Принятые запросы сохранены.',
      en: 'The system is being updated or is not available. Try again in a few minutes. Accepted requests are kept.',
    },
  },
})
