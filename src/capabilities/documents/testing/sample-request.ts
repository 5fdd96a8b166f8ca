import type { Iin, JsonObject } from '#core/kernel'
import type { DocumentRequest } from '../model.ts'

const holder = '840731400431' as Iin

const flat = {
  address: {
    kk: 'Өскемен қ., Қазақстан к-сі, 12-үй, 45-пәтер',
    ru: 'г. Усть-Каменогорск, ул. Казахстан, д. 12, кв. 45',
  },
  addressCode: '0201300012345678',
  object: {
    kk: 'пәтер, тұрғын үй, 05:085:001:123:1:45',
    ru: 'квартира, жилое, 05:085:001:123:1:45',
  },
  right: { kk: 'меншік құқығы, жеке меншік', ru: 'право собственности, индивидуальная' },
  basis: {
    kk: '04.03.2011 ж. № 1123 сатып алу-сату шарты; 11.03.2011 10:42',
    ru: 'договор купли-продажи № 1123 от 04.03.2011; 11.03.2011 10:42',
  },
  encumbrances: [
    {
      kk: 'кепіл, «Алтай Банк» АҚ, № 77 кепіл шарты; 11.03.2011 10:44',
      ru: 'залог, АО «Алтай Банк», договор залога № 77; 11.03.2011 10:44',
    },
  ],
  claims: [],
}
const former = {
  address: {
    kk: 'Көкпекті ауданы, Көкпекті а., Абай к-сі, 7',
    ru: 'Кокпектинский район, с. Кокпекты, ул. Абая, 7',
  },
  addressCode: null,
  object: { kk: 'тұрғын үй, 05:244:010:015:1', ru: 'жилой дом, 05:244:010:015:1' },
  right: { kk: 'ортақ үлестік меншік, 1/2', ru: 'общая долевая собственность, 1/2' },
  basis: {
    kk: 'мұраға құқық туралы куәлік; 12.05.2004 09:10',
    ru: 'свидетельство о праве на наследство; 12.05.2004 09:10',
  },
  termination: {
    kk: '02.02.2010 ж. сыйға тарту шарты; 05.02.2010 16:20',
    ru: 'договор дарения от 02.02.2010; 05.02.2010 16:20',
  },
}
const person = {
  kind: 'person',
  fullName: { kk: 'САҒЫНДЫҚОВА ӘСЕЛ ҚАЙРАТҚЫЗЫ', ru: 'САГИНДЫКОВА АСЕЛ КАЙРАТОВНА' },
  birthDate: '1984-07-31',
  iin: holder,
}

/** The form's data with one right in force and a former one. */
export const sampleData: JsonObject = {
  issuedTo: person,
  concerning: person,
  variant: 'history',
  scope: {
    kk: 'тіркеуші органның өңіріндегі бүкіл мүлік',
    ru: 'всё имущество в регионе регистрирующего органа',
  },
  asked: { region: '100000000' },
  registered: [flat],
  formerly: [former],
}

/** A request for a certificate of the absence (presence) of real property, as a case makes it. */
export function sampleRequest(change: Partial<DocumentRequest> = {}): DocumentRequest {
  return {
    key: 'case-1:issue:1',
    caseId: 'case-1',
    service: 'justice.realty-absence',
    edition: 'justice.realty-absence@2012-04-10',
    document: 'certificate',
    templateDir: 'justice/realty-absence/editions/2012-04-10',
    template: 'documents/certificate.typ',
    title: {
      kk: 'Жылжымайтын мүліктің болмауы (болуы) туралы анықтама',
      ru: 'Справка об отсутствии (наличии) недвижимого имущества',
      en: 'Certificate of the absence (presence) of real property',
    },
    body: {
      kk: 'Шығыс Қазақстан облысының Әділет департаменті',
      ru: 'Департамент юстиции Восточно-Казахстанской области',
      en: 'Department of Justice of the East Kazakhstan Region',
    },
    data: sampleData,
    phrases,
    barcode: { variant: 'history', registered: 1, formerly: 1 },
    owner: { kind: 'person', iin: holder },
    ownerName: person.fullName.kk,
    seal: 'justice-department',
    language: 'kk',
    ...change,
  }
}

const phrases = {
  'header-egov-portal': {
    kk: 'Құжат электрондық үкімет порталымен құрылған',
    ru: 'Документ сформирован порталом электронного правительства',
  },
  'note-valid-at-issue': {
    kk: 'Ескертпе: Анықтамадағы мәліметтер берілген сәтте жарамды болып табылады',
    ru: 'Примечание: Сведения, содержащиеся в справке, являются действительными на момент выдачи',
  },
  'edoc-002': {
    kk: 'Осы құжат «Электрондық құжат және электрондық цифрлық қолтаңба туралы» 2003 жылғы 7 қаңтардағы № 370-ІІ ҚРЗ 1 бабына сәйкес қағаз жеткізгіштегі құжатпен бірдей.',
    ru: 'Данный документ согласно пункту 1 статьи 7 ЗРК от 7 января 2003 года «Об электронном документе и электронной цифровой подписи» равнозначен документу на бумажном носителе.',
  },
  'barcode-gbdrn': {
    kk: '* штрих-код ЖМТ МДҚ, ақпараттық жүйесінен алынған және әділет департаментінің электрондық-цифрлық қолтаңбасымен қол қойылған деректерді қамтиды',
    ru: '* штрих-код содержит данные, полученные из ГБД РН и подписанные электронно-цифровой подписью соответствующего Департамента юстиции',
  },
}
