import type { Bilingual, CivilRecord, RecordQuestion } from '#core/contracts'

type Stated = NonNullable<RecordQuestion['stated']>

/** Words as people write them: case, Ё and punctuation do not matter. */
const words = (text: string): readonly string[] =>
  text
    .toLocaleUpperCase('kk')
    .replaceAll('Ё', 'Е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Whether every word that is stated stands in the name, in one of its spellings. */
function names(said: string | null | undefined, name: Bilingual | undefined): boolean {
  if (said === null || said === undefined) return true
  if (name === undefined) return false
  const stated = words(said)
  return [name.kk, name.ru].some((spelling) => {
    const known = words(spelling)
    return stated.every((word) => known.includes(word))
  })
}

/** Letters of Kazakh as a Russian keyboard gives them: Көкпекті is written Кокпекты too. */
const RUSSIAN: Readonly<Record<string, string>> = {
  Ә: 'А',
  Ғ: 'Г',
  Қ: 'К',
  Ң: 'Н',
  Ө: 'О',
  Ұ: 'У',
  Ү: 'У',
  Һ: 'Х',
  І: 'И',
  Ы: 'И',
}
const plain = (word: string): string =>
  Array.from(word, (letter) => RUSSIAN[letter] ?? letter).join('')

/** Words that stand in many names of places and tell nothing. */
const COMMON_WORDS = /^(ОБЛЫСЫ|ОБЛАСТЬ|АУДАНЫ|РАЙОН|ҚАЛАСЫ|ГОРОД|АУЫЛЫ|СЕЛО|КЕНТІ|ПОСЕЛОК|Г|С|Қ)$/

/** Whether the place that is stated is part of the place recorded: people write it in many ways, so one word of it is enough. */
function locates(said: string | null | undefined, place: Bilingual | null): boolean {
  if (said === null || said === undefined) return true
  if (place === null) return false
  const stated = words(said).filter((word) => !COMMON_WORDS.test(word))
  const known = [...words(place.kk), ...words(place.ru)].map(plain)
  return stated.some((word) => known.includes(plain(word)))
}

/** The other one of the two who married or divorced. */
const partnerOf = ({ husband, wife }: CivilRecord, iin: string) =>
  husband?.iin === iin ? wife : husband

const dates = (said: string | null | undefined, { happenedOn, recordedOn }: CivilRecord): boolean =>
  said === null || said === undefined || said === happenedOn || said === recordedOn

/** Whether a record agrees with everything that the applicant states about it. */
export function agrees(record: CivilRecord, iin: string, stated: Stated): boolean {
  const { date, place, father, mother, spouse, formerSurname } = stated
  return (
    dates(date, record) &&
    locates(place, record.place) &&
    names(father, record.father?.fullName) &&
    names(mother, record.mother?.fullName) &&
    names(spouse, partnerOf(record, iin)?.fullName) &&
    names(formerSurname, record.before?.surname)
  )
}
