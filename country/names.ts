import type { Bilingual, PersonName } from '#core/contracts'
import type { Sex } from './numbers.ts'

/** A man's name: Kazakh and Russian spelling and the stem of the Russian patronymic (КАЙРАТОВ + ИЧ, + НА). */
interface MaleName {
  readonly kk: string
  readonly ru: string
  readonly stem: string
}
/** Names that go together: Kazakh ones form the Kazakh patronymic with ҰЛЫ and ҚЫЗЫ, Slavic ones keep the Russian form. */
export interface NameStock {
  readonly tradition: 'kazakh' | 'slavic'
  readonly male: readonly MaleName[]
  readonly female: readonly { readonly kk: string; readonly ru: string }[]
  /** Masculine forms; the feminine one adds А. */
  readonly surnames: readonly { readonly kk: string; readonly ru: string }[]
}

/** `kk/ru` pairs, or one spelling for both. */
function pairs(list: string): readonly { readonly kk: string; readonly ru: string }[] {
  return list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [kk = entry, ru = kk] = entry.split('/')
      return { kk, ru }
    })
}
/** `kk/ru`, the patronymic stem added after a hyphen when it is not the Russian name with ОВ. */
const maleNames = (list: string): readonly MaleName[] =>
  pairs(list).map(({ kk, ru }) => {
    const [name = ru, stem = `${name}ОВ`] = ru.split('-')
    return { kk: kk.split('-')[0] ?? kk, ru: name, stem }
  })

export const KAZAKH: NameStock = {
  tradition: 'kazakh',
  male: maleNames(`ҚАЙРАТ/КАЙРАТ СЕРІК/СЕРИК ЕРЛАН ДӘУРЕН/ДАУРЕН НҰРЛАН/НУРЛАН БОЛАТ АСҚАР/АСКАР МАРАТ ТАЛҒАТ/ТАЛГАТ
    БАУЫРЖАН/БАУРЖАН САМАТ ӘЛІБЕК/АЛИБЕК ЕРБОЛ ҚАНАТ/КАНАТ АРМАН ДАНИЯР ТИМУР МАҚСАТ/МАКСАТ РУСЛАН АЗАМАТ ОЛЖАС
    ЖАНДОС САНЖАР НҰРСҰЛТАН/НУРСУЛТАН АЙБЕК БЕРІК/БЕРИК ТӨЛЕГЕН/ТОЛЕГЕН ҚУАНЫШ/КУАНЫШ ӘДІЛ/АДИЛЬ-АДИЛЬЕВ
    АМАНКЕЛДІ/АМАНГЕЛЬДЫ-АМАНГЕЛЬДИЕВ АБАЙ/АБАЙ-АБАЕВ ҒАЛЫМ/ГАЛЫМ РАХАТ ИЛЬЯС`),
  female:
    pairs(`ӘСЕЛ/АСЕЛ ГҮЛНАР/ГУЛЬНАР АЙГҮЛ/АЙГУЛЬ ДИНАРА САУЛЕ/САУЛЕ ЖАНАР МӘДИНА/МАДИНА АЙЖАН ҚАРЛЫҒАШ/КАРЛЫГАШ
    БОТАГӨЗ/БОТАГОЗ ЖҰЛДЫЗ/ЖУЛДЫЗ ДАНА АЛИЯ ҰЛЖАН/УЛЖАН САЛТАНАТ АЙНҰР/АЙНУР МЕРУЕРТ ШОЛПАН КАМИЛА ТОЛҚЫН/ТОЛКЫН
    РАУШАН НАЗЕРКЕ АЙДАНА ГҮЛМИРА/ГУЛЬМИРА САМАЛ ЗАРИНА`),
  surnames:
    pairs(`САҒЫНДЫҚОВ/САГИНДЫКОВ ЖҰМАБАЕВ/ЖУМАБАЕВ ОСПАНОВ АХМЕТОВ НҰРЛАНОВ/НУРЛАНОВ СЕЙІТОВ/СЕИТОВ ТӨЛЕГЕНОВ/ТОЛЕГЕНОВ
    ЫСҚАҚОВ/ИСКАКОВ ҚАСЫМОВ/КАСЫМОВ БАЙМҰХАНОВ/БАЙМУХАНОВ ӘБДІРАХМАНОВ/АБДРАХМАНОВ ИБРАЕВ СҮЛЕЙМЕНОВ/СУЛЕЙМЕНОВ
    ЖАҚЫПОВ/ЖАКУПОВ ҚҰРМАНҒАЛИЕВ/КУРМАНГАЛИЕВ ТҰРСЫНОВ/ТУРСУНОВ МҰҚАНОВ/МУКАНОВ БЕКЕНОВ ДҮЙСЕНОВ/ДЮСЕНОВ
    ӘУБӘКІРОВ/АУБАКИРОВ КӘРІМОВ/КАРИМОВ ЕСЕНОВ САДЫҚОВ/САДЫКОВ МАҚАШЕВ/МАКАШЕВ РАХЫМЖАНОВ/РАХИМЖАНОВ ШӘРІПОВ/ШАРИПОВ`),
}

export const SLAVIC: NameStock = {
  tradition: 'slavic',
  male: maleNames(`ИВАН АЛЕКСАНДР ВЛАДИМИР ВИКТОР СЕРГЕЙ/СЕРГЕЙ-СЕРГЕЕВ АНДРЕЙ/АНДРЕЙ-АНДРЕЕВ НИКОЛАЙ/НИКОЛАЙ-НИКОЛАЕВ
    АЛЕКСЕЙ/АЛЕКСЕЙ-АЛЕКСЕЕВ ДМИТРИЙ/ДМИТРИЙ-ДМИТРИЕВ ЮРИЙ/ЮРИЙ-ЮРЬЕВ МАКСИМ АРТЁМ/АРТЁМ РОМАН`),
  female: pairs('ЕЛЕНА ОЛЬГА НАТАЛЬЯ ТАТЬЯНА ИРИНА АННА МАРИЯ СВЕТЛАНА ЕКАТЕРИНА ЮЛИЯ ВЕРА ПОЛИНА'),
  surnames: pairs(
    'ИВАНОВ ПЕТРОВ КУЗНЕЦОВ ПОПОВ СМИРНОВ ВОЛКОВ МОРОЗОВ НОВИКОВ ЛЕБЕДЕВ ЗАЙЦЕВ СОКОЛОВ ТИМОФЕЕВ',
  ),
}

/** The form of a surname for a man or a woman, in both spellings. */
const surnameFor = (surname: NameStock['surnames'][number], sex: Sex) =>
  sex === 'male' ? surname : { kk: `${surname.kk}А`, ru: `${surname.ru}А` }

function patronymicFor(tradition: NameStock['tradition'], father: MaleName, sex: Sex) {
  const ru = father.stem + (sex === 'male' ? 'ИЧ' : 'НА')
  if (tradition === 'slavic') return { kk: ru, ru }
  return { kk: father.kk + (sex === 'male' ? 'ҰЛЫ' : 'ҚЫЗЫ'), ru }
}

/** What a person is called by, before the forms for man or woman are made. */
export interface NameParts {
  readonly tradition: NameStock['tradition']
  readonly surname: NameStock['surnames'][number]
  readonly given: { readonly kk: string; readonly ru: string }
  readonly father: MaleName
}

export function personName({ tradition, surname, given, father }: NameParts, sex: Sex): PersonName {
  const family = surnameFor(surname, sex)
  const patronymic = patronymicFor(tradition, father, sex)
  return {
    kk: { surname: family.kk, given: given.kk, patronymic: patronymic.kk },
    ru: { surname: family.ru, given: given.ru, patronymic: patronymic.ru },
  }
}

/** Surname, given name and patronymic in one line. */
export const fullName = ({ kk, ru }: PersonName): Bilingual => ({
  kk: [kk.surname, kk.given, kk.patronymic].filter((part) => part !== null).join(' '),
  ru: [ru.surname, ru.given, ru.patronymic].filter((part) => part !== null).join(' '),
})

/** A name of the stock by its Kazakh spelling. @throws RangeError when the stock lacks it. */
export function named<T extends { readonly kk: string }>(stock: readonly T[], kk: string): T {
  const found = stock.find((one) => one.kk === kk)
  if (found === undefined) throw new RangeError(`no name ${kk}`)
  return found
}
