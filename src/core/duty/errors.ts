import { defineErrors } from '#core/kernel'

/** Refusals of the table of rates. Listed in docs/errors.md. */
export const dutyErrors = defineErrors('DUTY', {
  MALFORMED: {
    status: 500,
    text: {
      kk: 'Айлық есептік көрсеткіштер кестесін оқу мүмкін болмады: {place}: {reason}. classifiers/mrp.yaml файлын түзетіңіз.',
      ru: 'Не удалось прочитать таблицу месячных расчётных показателей: {place}: {reason}. Исправьте файл classifiers/mrp.yaml.',
      en: 'The table of monthly calculation indices cannot be read: {place}: {reason}. Correct classifiers/mrp.yaml.',
    },
  },
})
