import { defineErrors } from '#core/kernel'

/** Refusals of the commands on cases, beside those of the engine (area CASE of core/engine). */
export const requestErrors = defineErrors('REQUEST', {
  NOT_FOUND: {
    status: 404,
    text: {
      kk: 'Мұндай сұрау табылмады. Нөмірін тексеріңіз немесе «Менің сұрауларым» тізімінен таңдаңыз.',
      ru: 'Такого запроса нет. Проверьте номер или выберите запрос в списке «Мои запросы».',
      en: 'There is no such request. Check the number or choose it from "My requests".',
    },
  },
  SERVICE_UNKNOWN: {
    status: 404,
    text: {
      kk: 'Мұндай қызмет жоқ немесе ол бүгін қолданыста емес. Қызметтер тізімінен таңдаңыз.',
      ru: 'Такой услуги нет или она сегодня не действует. Выберите услугу в каталоге.',
      en: 'There is no such service, or it is not in force today. Choose one from the catalogue.',
    },
  },
  FORM_INCOMPLETE: {
    status: 422,
    text: {
      kk: 'Кейбір жауаптар толық емес немесе қате. Белгіленген өрістерді түзетіңіз.',
      ru: 'Некоторые ответы неполны или неверны. Исправьте отмеченные поля.',
      en: 'Some answers are missing or wrong. Correct the fields marked below.',
    },
  },
  EDITION_CHANGED: {
    status: 409,
    text: {
      kk: 'Сұрауды толтырып жатқанда регламенттің жаңа редакциясы күшіне енді. Жауаптарыңыз сақталды: жаңа редакция бойынша қайта бастаңыз.',
      ru: 'Пока вы заполняли запрос, вступила в силу новая редакция регламента. Ответы сохранены: начните заново по новой редакции.',
      en: 'A new edition of the regulation came into force while you were filling in the request. Your answers are kept: start again under the new edition.',
    },
  },
  CONTENT_CHANGED: {
    status: 409,
    text: {
      kk: 'Қол қойылған мәтін сұраудың қазіргі мәтіні емес. Бетті жаңартып, мәтінді қайта оқып, қол қойыңыз.',
      ru: 'Подписан не тот текст, который сейчас в запросе. Обновите страницу, прочтите запрос ещё раз и подпишите.',
      en: 'What was signed is not the present text of the request. Reload the page, read it again and sign.',
    },
  },
  HOUR_GONE: {
    status: 409,
    text: {
      kk: 'Таңдалған уақыт енді бос емес. Жауаптарыңызға оралып, басқа уақытты таңдаңыз, содан кейін қол қойыңыз.',
      ru: 'Выбранное время больше не свободно. Вернитесь к ответам, выберите другое время и подпишите.',
      en: 'The chosen time is no longer free. Go back to your answers, choose another time, then sign.',
    },
  },
  SIGNATURE_TOO_BIG: {
    status: 413,
    text: {
      kk: 'Қолтаңба тым үлкен. ЭЦҚ файлын қайта таңдап, қайтадан қол қойыңыз.',
      ru: 'Подпись слишком большая. Выберите файл ЭЦП ещё раз и подпишите снова.',
      en: 'The signature is too large. Choose your key file again and sign once more.',
    },
  },
  DOCUMENT_UNKNOWN: {
    status: 404,
    text: {
      kk: 'Сіздің мұндай құжатыңыз жоқ. Нөмірін тексеріңіз немесе «Менің құжаттарым» тізімінен таңдаңыз.',
      ru: 'У вас нет такого документа. Проверьте номер или выберите документ в списке «Мои документы».',
      en: 'You have no such document. Check the number or choose it from "My documents".',
    },
  },
  DOCUMENT_NOT_VALID: {
    status: 409,
    text: {
      kk: 'Бұл құжат енді жарамсыз: мерзімі өткен немесе орнына басқасы берілген. Қызметке жаңадан тапсырыс беріңіз.',
      ru: 'Этот документ больше не действует: его срок истёк или вместо него выдан другой. Закажите услугу заново.',
      en: 'This document is no longer valid: its term has passed or another one was issued in its place. Order the service anew.',
    },
  },
  DOCUMENT_NO_RESULT: {
    status: 409,
    text: {
      kk: 'Бұл – хабарлама, қызметтің нәтижесі емес: онда түзететін мәлімет жоқ. Қызметке қайта тапсырыс беріңіз немесе бас тартуға шағымданыңыз.',
      ru: 'Это уведомление, а не результат услуги: исправлять в нём нечего. Закажите услугу снова или обжалуйте отказ.',
      en: 'This is a notification and not a result of the service: it has nothing to correct. Order the service again, or complain about the refusal.',
    },
  },
  TAKEN_ELSEWHERE: {
    status: 409,
    text: {
      kk: 'Осы өтініш берушінің бұл қызметке сұрауын басқа бөлімше қабылдап жатыр: ол сол жерде аяқталуы керек.',
      ru: 'Запрос этого заявителя на эту услугу уже принимает другое подразделение: его нужно закончить там.',
      en: 'Another unit is taking in a request of this applicant for this service: it is to be finished there.',
    },
  },
  BUSY: {
    status: 503,
    text: {
      kk: 'Сұрау дәл қазір өзгертіліп жатыр. Бірер секундтан кейін қайталаңыз: ештеңе жоғалған жоқ.',
      ru: 'Запрос прямо сейчас меняется. Повторите через несколько секунд: ничего не потеряно.',
      en: 'The request is being changed right now. Try again in a few seconds: nothing is lost.',
    },
  },
})
