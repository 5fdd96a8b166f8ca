import { defineErrors } from '#core/kernel'

/** Why nobody may act for somebody. */
export const representationErrors = defineErrors('REPRESENTATION', {
  NOT_ENTITLED: {
    status: 403,
    text: {
      kk: 'Тізілімдер бұл тұлғаның атынан әрекет ету құқығыңызды растамады. «Өкілдік» бөлімінде кімнің атынан әрекет ете алатыныңызды қараңыз.',
      ru: 'Регистры не подтвердили, что вы вправе действовать от имени этого лица. В разделе «Представительство» показано, за кого вы можете действовать.',
      en: 'The registers do not confirm that you may act for this person. The section "Representation" shows for whom you may.',
    },
  },
  ENDED: {
    status: 409,
    text: {
      kk: 'Сіздің өкілеттігіңіз тоқтады: сенімхаттың күші жойылған немесе мерзімі өткен, бала кәмелетке толған немесе басшы ауысқан. Әрекет орындалмады. Сұрауды бұдан әрі өкілдік берушінің өзі жүргізеді.',
      ru: 'Ваше полномочие прекратилось: доверенность отозвана или истекла, ребёнок достиг совершеннолетия либо сменился руководитель. Действие не выполнено. Дальше запрос ведёт сам представляемый.',
      en: 'Your authority has ended: the power of attorney was revoked or has expired, the child has come of age, or the firm has another head. Nothing was done. The one you acted for goes on with the request.',
    },
  },
  CLOSED: {
    status: 403,
    text: {
      kk: 'Сіздің өкілеттігіңіз тоқтады, сондықтан бұл сұрау сізге жабық: оның барысын, нәтижесін және дербес деректерді енді өкілдік берушінің өзі ғана көреді. Сіз жасаған әрекет «Өкілдік» бөліміндегі тізімде сақталады. Өкілеттігіңіз әлі күшінде болса, оны осы бөлімде тексеріңіз немесе 1414 нөміріне қоңырау шалыңыз.',
      ru: 'Ваше полномочие прекратилось, поэтому этот запрос для вас закрыт: его ход, результат и персональные данные теперь видит только сам представляемый. То, что вы сделали, остаётся в списке раздела «Представительство». Если полномочие ещё действует, проверьте его в этом разделе или позвоните по номеру 1414.',
      en: 'Your authority has ended, so this request is closed to you: its course, its result and the personal data are now seen by the one you acted for alone. What you did stays in the list of the section "Representation". If your authority still stands, look it up in that section or call 1414.',
    },
  },
  NOT_FOR_SERVICE: {
    status: 403,
    text: {
      kk: 'Бұл қызметке осындай өкілеттікпен тапсырыс беруге болмайды. Шарттары қызмет паспортында көрсетілген.',
      ru: 'Эту услугу нельзя заказать по такому полномочию. Условия указаны в паспорте услуги.',
      en: 'This service cannot be ordered by an authority of this kind. Its passport tells the conditions.',
    },
  },
  REGISTER_DOWN: {
    status: 503,
    text: {
      kk: 'Өкілеттікті тексеретін тізілім қазір жауап бермей тұр. Бірнеше минуттан кейін қайталаңыз: толтырғаныңыз сақталған.',
      ru: 'Регистр, который подтверждает полномочие, сейчас не отвечает. Повторите через несколько минут: всё заполненное сохранено.',
      en: 'The register that confirms your authority does not answer now. Try again in a few minutes: what you filled in is kept.',
    },
  },
})
