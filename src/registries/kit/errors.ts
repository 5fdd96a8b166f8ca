import { defineErrors } from '#core/kernel'

/** Refusals of a registry, told in a signed answer. */
export const registryErrors = defineErrors('REGISTRY', {
  NOT_ALLOWED: {
    status: 403,
    text: {
      kk: 'Сұраушы жүйеге бұл мәліметтерді алуға рұқсат берілмеген. Тіркелім иесінен рұқсат алыңыз.',
      ru: 'Запрашивающей системе эти сведения не разрешены. Получите разрешение владельца регистра.',
      en: 'The asking system may not have these particulars. Ask the owner of the register for permission.',
    },
  },
  UNKNOWN_SERVICE: {
    status: 404,
    text: {
      kk: 'Тіркелім мұндай қызметті ұсынбайды. Қызметтің атауын тексеріңіз.',
      ru: 'Регистр не оказывает такой услуги. Проверьте название услуги.',
      en: 'The register does not offer this service. Check the name of the service.',
    },
  },
  BAD_REQUEST: {
    status: 400,
    text: {
      kk: 'Сұрау келісілген пішімге сай емес ({at}). Оны түзетіп, қайта жіберіңіз.',
      ru: 'Запрос не соответствует согласованному формату ({at}). Исправьте его и отправьте заново.',
      en: 'The request does not follow the agreed format ({at}). Correct it and send it again.',
    },
  },
  WRONG_SUBJECT: {
    status: 400,
    text: {
      kk: 'Хабарламада көрсетілген тұлға сұралған тұлғамен сәйкес келмейді. Сұрауды түзетіңіз.',
      ru: 'Лицо, указанное в сообщении, не совпадает с лицом, о котором запрошены сведения. Исправьте запрос.',
      en: 'The person named in the message is not the person asked about. Correct the request.',
    },
  },
  ANSWER_TOO_LARGE: {
    status: 413,
    text: {
      kk: 'Жауап бір хабарламаға сыймайды. Өңірді немесе объектіні көрсетіп, сұрауды нақтылаңыз.',
      ru: 'Ответ не помещается в одно сообщение. Уточните запрос: укажите регион или объект.',
      en: 'The answer does not fit into one message. Narrow the request: name a region or an object.',
    },
  },
  UNAVAILABLE: {
    status: 503,
    text: {
      kk: 'Тіркелімде техникалық жұмыстар жүріп жатыр. Сұрау кейін өзі қайта жіберіледі.',
      ru: 'В регистре ведутся технические работы. Запрос будет отправлен повторно автоматически.',
      en: 'The register is under maintenance. The request will be sent again by itself later.',
    },
  },
})
