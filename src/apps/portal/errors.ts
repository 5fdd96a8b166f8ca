import { defineErrors } from '#core/kernel'

/** Refusals of the portal's own pages. */
export const portalErrors = defineErrors('PORTAL', {
  NO_SUCH_KEY: {
    status: 404,
    text: {
      kk: 'Мұндай кілт сізге берілмеген. «Менің кілттерім» тізімінен таңдаңыз.',
      ru: 'Такой ключ вам не выдавался. Выберите ключ в списке «Мои ключи».',
      en: 'No such key was issued to you. Choose one from the list “My keys”.',
    },
  },
  BAD_KEY_REQUEST: {
    status: 422,
    text: {
      kk: 'Кілт сұрауы дұрыс құрылмаған. Бетті жаңартып, қайталаңыз.',
      ru: 'Запрос на ключ составлен неверно. Обновите страницу и повторите.',
      en: 'The request for a key is not well formed. Reload the page and try again.',
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
  STALE_PROOF: {
    status: 422,
    text: {
      kk: 'Мәтіннің мерзімі өтті. Қайта бастап, 10 минут ішінде қол қойыңыз.',
      ru: 'Текст устарел. Начните заново и подпишите в течение 10 минут.',
      en: 'The text is out of date. Start again and sign within 10 minutes.',
    },
  },
  NOT_READY: {
    status: 404,
    text: {
      kk: 'Мұндай құжат жоқ немесе ол әлі дайын емес. Сұрау бетінде мәртебесін жаңартыңыз.',
      ru: 'Такого документа нет, или он ещё не готов. Обновите статус на странице запроса.',
      en: 'There is no such document, or it is not ready yet. Refresh the page of the request.',
    },
  },
  NO_DUTY: {
    status: 404,
    text: {
      kk: 'Бұл сұрау бойынша төлейтін ештеңе жоқ. Не болып жатқанын сұрау бетінен қараңыз.',
      ru: 'По этому запросу платить нечего. Что с ним происходит, видно на странице запроса.',
      en: 'There is nothing to pay for this request. The page of the request shows how it stands.',
    },
  },
  OTHER_TAB: {
    status: 409,
    text: {
      kk: 'Бұл сұрау басқа бетте өзгертілген. Төменде соңғы сақталған жауаптар: тексеріп, қажет болса қайта өзгертіңіз.',
      ru: 'Этот запрос изменён в другой вкладке. Ниже последние сохранённые ответы: проверьте их и при необходимости исправьте.',
      en: 'This request was changed in another tab. Below are the answers saved last: check them and change them again if need be.',
    },
  },
  NO_SUM: {
    status: 422,
    text: {
      kk: 'Чектегі соманы теңгемен теріңіз, мысалы 4325 немесе 612,60.',
      ru: 'Введите сумму чека в тенге, например 4325 или 612,60.',
      en: 'Type the sum of the receipt in tenge, for example 4325 or 612.60.',
    },
  },
  SENT_AGAIN: {
    status: 409,
    text: {
      kk: 'Бұл бетті ашқаннан бері сіз қайта кірдіңіз. Төменде жаңа ғана жазғаныңыз тұр: тексеріп, «Жалғастыру» батырмасын қайта басыңыз.',
      ru: 'С тех пор как вы открыли эту страницу, вы вошли заново. Ниже то, что вы ввели: проверьте и ещё раз нажмите «Продолжить».',
      en: 'You have signed in anew since you opened this page. Below is what you typed: check it and press “Continue” once more.',
    },
  },
  CHECK_TOO_LARGE: {
    status: 413,
    text: {
      kk: 'Файл 10 МБ-тан үлкен. Порталдан жүктелген PDF файлын немесе QR кодының кішірек суретін таңдаңыз.',
      ru: 'Файл больше 10 МБ. Выберите файл PDF, скачанный с портала, или снимок QR-кода поменьше.',
      en: 'The file is larger than 10 MB. Choose the PDF that was downloaded from the portal, or a smaller picture of the QR code.',
    },
  },
  CHECK_FILE_KIND: {
    status: 422,
    text: {
      kk: 'Бұл PDF те, PNG немесе JPEG суреті де емес. Порталдан жүктелген PDF файлын таңдаңыз немесе құжаттағы QR кодын суретке түсіріңіз.',
      ru: 'Это не PDF и не снимок PNG или JPEG. Выберите файл PDF, скачанный с портала, или сфотографируйте QR-код на документе.',
      en: 'This is neither a PDF nor a PNG or JPEG picture. Choose the PDF that was downloaded from the portal, or take a photo of the QR code on the document.',
    },
  },
  CHECK_NO_FILE: {
    status: 422,
    text: {
      kk: 'PDF файлын немесе QR кодының суретін таңдаңыз.',
      ru: 'Выберите файл PDF или снимок QR-кода.',
      en: 'Choose the PDF file or a picture of the QR code.',
    },
  },
})
