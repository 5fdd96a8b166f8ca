import { defineErrors } from '#core/kernel'

/** Refusals of the regulations on disk as a whole; what is wrong inside of one stands in its problems. Listed in docs/errors.md. */
export const regulationErrors = defineErrors('REGULATION', {
  UNSOUND: {
    status: 500,
    text: {
      kk: 'Регламентте қате бар: {file}, {line}-жол: {message}. Барлығы: {count}. Толық тізім: «qyzmet regulations check».',
      ru: 'В регламенте ошибка: {file}, строка {line}: {message}. Всего: {count}. Полный список: «qyzmet regulations check».',
      en: 'A regulation is unsound: {file}, line {line}: {message}. In all: {count}. Full list: "qyzmet regulations check".',
    },
  },
  EDITION_CHANGED: {
    status: 500,
    text: {
      kk: 'Жарияланған {ref} редакциясы өзгертілген. Файлдарды қалпына келтіріңіз немесе жаңа редакция жасаңыз.',
      ru: 'Опубликованная редакция {ref} изменена. Верните файлы в прежний вид или создайте новую редакцию.',
      en: 'The published edition {ref} was changed. Restore its files, or make a new edition.',
    },
  },
  LOCK_MALFORMED: {
    status: 500,
    text: {
      kk: '{file} оқылмайды: {reason}. Файлды жобаның тарихынан қалпына келтіріңіз.',
      ru: 'Не удалось прочитать {file}: {reason}. Восстановите файл из истории проекта.',
      en: '{file} cannot be read: {reason}. Restore it from the history of the project.',
    },
  },
})
