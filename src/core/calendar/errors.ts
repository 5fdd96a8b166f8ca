import { defineErrors } from '#core/kernel'

/** Refusals of the calendar's data. Listed in docs/errors.md. */
export const calendarErrors = defineErrors('CALENDAR', {
  MALFORMED: {
    status: 500,
    text: {
      kk: 'Жұмыс күндерінің күнтізбесін оқу мүмкін болмады: {place}: {reason}. classifiers/calendar.yaml файлын түзетіңіз.',
      ru: 'Не удалось прочитать календарь рабочих дней: {place}: {reason}. Исправьте файл classifiers/calendar.yaml.',
      en: 'The calendar of working days cannot be read: {place}: {reason}. Correct classifiers/calendar.yaml.',
    },
  },
})
